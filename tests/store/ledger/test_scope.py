"""Rows of the asker's divisions, and of no other."""

import pytest
from sqlalchemy import Column, MetaData, String, Table, insert, select

from shared.access.principal import Principal
from shared.ledger.scope import within

PLACE = Table("place", MetaData(), Column("division", String(12)), Column("to", String(12)))
ROWS = [("220122100201", None), ("220122101201", "220122100000"), ("222401001001", None)]


@pytest.fixture
def places(database):
    PLACE.metadata.create_all(database.engine)
    with database.transaction() as connection:
        connection.execute(insert(PLACE), [{"division": d, "to": t} for d, t in ROWS])
    return database


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (("220122100000",), ROWS[:2]),
        (("220122101201",), ROWS[1:2]),
        (("220000000000",), ROWS),
        (("222401000000", "220122100201"), [ROWS[0], ROWS[2]]),
        (("",), ROWS),
        ((), []),
    ],
)
def test_within(places, scope, found):
    who = Principal("bureau", "b-01", scope)
    query = (
        select(PLACE).where(within(who, PLACE.c.division, PLACE.c.to)).order_by(PLACE.c.division)
    )
    with places.read() as connection:
        assert [tuple(row) for row in connection.execute(query)] == found
