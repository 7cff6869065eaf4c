"""Whose tables a release can work on: its own, and those that a later one added to."""

import pytest
from sqlalchemy import text

from shared.ledger.migrate import NotCurrent, check, is_current, upgrade


def at(database, *revisions):
    with database.transaction() as connection:
        connection.execute(text("delete from alembic_version"))
        for revision in revisions:
            row = text("insert into alembic_version values (:revision)")
            connection.execute(row, {"revision": revision})


def test_empty_database_is_not_current_and_upgraded_once(database):
    assert not is_current(database, "screening")
    upgrade(database, "screening")
    upgrade(database, "screening")
    check(database, "screening")


@pytest.mark.parametrize(
    ("revisions", "current"),
    [
        (("ledger_0099", "screening_0099"), True),
        (("ledger_0099",), False),
        (("ledger_0001", "screening_0000"), False),
    ],
)
def test_later_release_has_only_added(database, revisions, current):
    upgrade(database, "screening")
    at(database, *revisions)
    assert is_current(database, "screening") is current


def test_older_tables_are_refused_by_name(database):
    upgrade(database, "screening")
    at(database, "ledger_0099", "screening_0000")
    with pytest.raises(NotCurrent, match="screening"):
        check(database, "screening")
