"""With the real registry, intake and archive: every paper of a story is printed and filed."""

import sqlite3
from contextlib import closing

import pytest

from tiaojie.demo import story
from tiaojie.demo.play import play


def rows(folder, query):
    with closing(sqlite3.connect(folder / "mediation_session.db")) as database:
        return database.execute(query).fetchall()


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("oral", {"notice", "record", "oral_agreement", "follow_up"}),
        ("failed", {"notice", "record", "other_routes_notice"}),
        ("medical", {"notice", "record", "agreement", "follow_up"}),
    ],
)
def test_every_paper_of_a_story_is_filed(tmp_path, name, forms):
    play(story.load(name), tmp_path, lambda _told: None)
    filed = rows(tmp_path, "select form, filed from paper")
    assert set(filed) == {(form, 1) for form in forms}
    assert rows(tmp_path, "select kind, reason from ledger_job where tries > 0") == []
