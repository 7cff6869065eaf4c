"""The read model from the journals again: late, out of order, killed, the same bytes."""

import random
import signal
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from shared.testing.people import ADMINISTRATOR

AT = "2026-03-05T10:00:00+08:00"
PERIOD = {"since": "2026-01-01", "until": "2026-12-31"}


def story(bureau, cases=6):
    """Entries of some cases, by source, each source in its own order."""
    ids = [f"k-{n}" for n in range(cases)]
    intake = [bureau.accepted(id_, people_count=n) for n, id_ in enumerate(ids)]
    mediation = [entry for id_ in ids for entry in (bureau.effective(id_), bureau.ended(id_))]
    court = {"how": "confirmed", "happened_at": AT}
    confirmed = [("judicial_confirmation", "confirmation_ended", id_, court) for id_ in ids[::2]]
    return [intake, mediation, confirmed]


def one_after_another(sources):
    return [entry for source in sources for entry in source]


def in_turn(sources):
    return [entry for turn in zip_longest(*sources) for entry in turn if entry]


def backwards(sources):
    return one_after_another(sources[::-1])


def database_of(bureau):
    container = bureau.suite.suite.containers["supervision"]
    return bureau.suite.suite.keeper(container).desk.ledger.database


def states(progress):
    names = ("state", "position", "head", "until")
    return {s["source"]: tuple(s[name] for name in names) for s in progress["sources"]}


@pytest.fixture
def alone(bureau_in, tmp_path):
    """A bureau with a suite of its own."""
    with bureau_in(tmp_path) as bureau:
        yield bureau


def without_ids(exported, bureau):
    return exported["content"].replace(bureau.county[:6], "")


def test_any_order_of_sources_gives_the_same_bytes(site, bureau):
    others = [type(site)(site.suite, f"22{n}000000") for n in (9001, 9002)]
    bureau.say(*in_turn(story(bureau)))
    others[0].say(*one_after_another(story(others[0])))
    others[1].say(*backwards(story(others[1])))
    this, *those = [without_ids(b.export(), b) for b in (bureau, *others)]
    assert those == [this, this]
    assert len(this) > 1000


def test_rebuild_gives_the_same_bytes_and_leaves_an_entry(alone):
    alone.say(*in_turn(story(alone)))
    before = alone.export()
    started = alone.ask("rebuild", ADMINISTRATOR)
    assert alone.export() == before
    assert alone.ask("rebuild", ADMINISTRATOR) == started
    assert alone.export() == before
    entries = [(e["type"], e["data"]) for e in alone.suite.entries("supervision")]
    assert entries == [("supervision.read_model_rebuilt.v1", started)] * 2
    assert started["sources"] == [
        {"source": "intake", "seq": 6},
        {"source": "judicial_confirmation", "seq": 3},
        {"source": "mediation_session", "seq": 12},
    ]


def test_rebuild_forgets_what_no_journal_tells(alone):
    alone.say(alone.accepted("k-1"))
    before = alone.export()
    with database_of(alone).transaction() as connection:
        connection.exec_driver_sql("update mediated_case set suicide = 99")
    assert alone.export() != before
    alone.ask("rebuild", ADMINISTRATOR)
    assert alone.export() == before


def test_no_figure_is_shown_while_journals_are_read_again(alone):
    alone.say(alone.accepted("k-1"))
    alone.ask("rebuild", ADMINISTRATOR)
    asked = {"division": alone.county, **PERIOD}
    for verb, more in (
        ("get_case_table", {}),
        ("export_case_table", {}),
        ("list_cases_behind", {"column": "total"}),
    ):
        no = alone.suite.refusal("supervision", verb, alone.person, **asked, **more)
        assert (no.code, no.details) == ("rebuilding", {"sources": ["intake"]})
    assert alone.suite.refusal("supervision", "rebuild", ADMINISTRATOR).code == "rebuilding"
    progress = alone.suite.ask("supervision", "get_progress", ADMINISTRATOR)
    assert (progress["ready"], states(progress)["intake"]) == (False, ("replaying", 0, 1, 1))
    progress = alone.ask("get_progress", ADMINISTRATOR)
    assert (progress["ready"], states(progress)["intake"]) == (True, ("ready", 1, 1, 1))


def test_rebuild_without_a_source_is_refused_and_keeps_what_is_known(bureau_in, tmp_path):
    with bureau_in(tmp_path) as bureau:
        bureau.say(*in_turn(story(bureau)))
        before = bureau.export()
    with bureau_in(tmp_path, ("intake", "judicial_confirmation")) as bureau:
        no = bureau.refusal("rebuild", ADMINISTRATOR)
        assert (no.code, no.details) == ("depends_on_absent", {"service": "mediation_session"})
        assert bureau.export() == before
        progress = bureau.ask("get_progress", ADMINISTRATOR)
        assert states(progress)["mediation_session"] == ("absent", 12, None, None)
        assert states(progress)["intake"] == ("ready", 6, 6, None)


def test_only_the_administrator_rebuilds(bureau):
    assert bureau.refusal("rebuild").code == "not_allowed"


def test_parked_subject_is_counted_and_a_rebuild_tries_it_again(alone):
    nonsense = alone.accepted("k-1", accepted_at="someday")
    alone.say(nonsense, alone.accepted("k-1"), alone.accepted("k-2"))
    shown = alone.table()
    assert (alone.figures(shown, shown["totals"])["total"], shown["parked"]) == (1, 2)
    drop = {"source": "intake", "subject": alone.id("k-1"), "reason": "时刻有误"}
    alone.ask("drop_parked", ADMINISTRATOR, **drop)
    alone.ask("rebuild", ADMINISTRATOR)
    progress = alone.ask("get_progress", ADMINISTRATOR)
    parked = [(s["source"], s["parked"]) for s in progress["sources"] if s["parked"]]
    assert parked == [("intake", 2)]


def test_supervision_that_comes_late_catches_up(bureau_in, tmp_path, bureau):
    with bureau_in(tmp_path, supervised=False) as early:
        early.say(*in_turn(story(early)))
    with bureau_in(tmp_path) as late:
        late_bytes = without_ids(late.export(), late)
    bureau.say(*in_turn(story(bureau)))
    assert without_ids(bureau.export(), bureau) == late_bytes


def test_source_that_comes_late_completes_the_rows(bureau_in, tmp_path):
    with bureau_in(tmp_path, ("mediation_session",)) as bureau:
        intake, mediation, confirmed = story(bureau)
        bureau.say(*mediation)
        assert bureau.totals() == {}
    with bureau_in(tmp_path) as bureau:
        bureau.say(*intake, *confirmed)
        found = bureau.totals()
    assert (found["total"], found["agreed"], found["confirmed"]) == (6, 6, 3)


KILLED = """
import os, runpy, signal, sys
import shared.bus.green
import eventlet
from shared.ledger import cursors
from pathlib import Path

words = runpy.run_path(sys.argv[1])
with words["bureau_in"](Path(sys.argv[2])) as bureau:
    database = bureau.suite.suite.keeper(
        bureau.suite.suite.containers["supervision"]
    ).desk.ledger.database
    bureau.suite.settle()
    bureau.suite.ask("supervision", "rebuild", words["ADMINISTRATOR"])
    while sum(at.seq for at in cursors.positions(database).values()) < int(sys.argv[3]):
        eventlet.sleep(0)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_rebuild_killed_at_any_place_goes_on_to_the_same_bytes(bureau_in, tmp_path):
    dice = random.Random("rebuild")  # noqa: S311 - places to kill at, not keys
    with bureau_in(tmp_path) as bureau:
        bureau.say(*in_turn(story(bureau, cases=12)))
        before = bureau.export()
    for _ in range(2):
        words = str(Path(__file__).with_name("conftest.py"))
        place = str(dice.randrange(0, 42))
        killed = subprocess.run(
            [sys.executable, "-c", KILLED, words, str(tmp_path), place],
            capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    with bureau_in(tmp_path) as bureau:
        assert bureau.export() == before
        assert bureau.ask("get_progress", ADMINISTRATOR)["ready"] is True
