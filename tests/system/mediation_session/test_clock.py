"""The clock on the bus: pauses, extensions, overdue marked and never ended by itself."""

import pytest

from services.mediation_session.service import MediationSession
from shared.testing.people import CLERK, PROVINCE, principal
from shared.testing.running import running
from tests.system.mediation_session import neighbours
from tests.system.mediation_session.room import Room


@pytest.fixture
def suite(tmp_path):
    services = [neighbours.Registry, neighbours.Archive, neighbours.Intake, MediationSession]
    with running(tmp_path, services) as suite:
        yield suite


def test_pause_stops_the_clock_and_resume_adds_its_days(suite):
    room = Room.of(suite)
    paused = room.do("pause_mediation", why="appraisal", since="2026-03-02")
    assert (paused["state"], paused["due_on"]) == ("paused", None)
    suite.advance(days=40)
    assert "mediation_overdue" not in room.events()
    resumed = room.do("resume_mediation", on="2026-04-11")
    assert (resumed["state"], resumed["due_on"]) == ("open", "2026-05-11")


def test_extension_needs_every_party(suite):
    room = Room.of(suite)
    no = room.refused("extend_mediation", days=10, consents=["p-1"])
    assert (no.code, no.details["parties"]) == ("consents_missing", ["p-2"])
    assert room.do("extend_mediation", days=9, consents=["p-1", "p-2"])["due_on"] == "2026-04-10"


def test_overdue_is_marked_on_the_day_after_and_ends_nothing(suite):
    room = Room.of(suite).met()
    suite.advance(days=30, hours=14)  # 2026-04-01, 23:00
    assert "mediation_overdue" not in room.events()
    assert room.refused("end_mediation", how="expired", reason="期满").code == "not_expired"
    suite.advance(hours=2)
    shown = room.shown()
    assert (shown["overdue"], shown["state"]) == (True, "in_session")
    assert room.data("mediation_overdue")["due_on"] == "2026-04-01"
    assert room.do("end_mediation", how="expired", reason="期满")["state"] == "ended"


def test_extension_after_the_last_day_counts_anew_and_marks_again(suite):
    room = Room.of(suite).met()
    suite.advance(days=31)
    assert room.shown()["overdue"] is True
    room.do("extend_mediation", days=9, consents=["p-1", "p-2"])
    assert room.shown()["overdue"] is False
    suite.advance(days=9)
    assert room.events().count("mediation_overdue") == 2


def test_deadline_that_moved_is_not_marked(suite):
    room = Room.of(suite).met()
    room.do("extend_mediation", days=9, consents=["p-1", "p-2"])
    suite.advance(days=31)
    assert (room.shown()["overdue"], room.shown()["due_on"]) == (False, "2026-04-10")


def test_pause_of_no_day_leaves_one_deadline(suite):
    room = Room.of(suite).met()
    room.do("pause_mediation", why="evaluation", since="2026-03-02")
    assert room.do("resume_mediation", on="2026-03-02")["due_on"] == "2026-04-01"
    suite.advance(days=31)
    assert room.events().count("mediation_overdue") == 1


def test_agreed_mediation_is_never_overdue(suite):
    room = Room.of(suite).met()
    room.agreed()
    suite.advance(days=60)
    assert "mediation_overdue" not in room.events()


def test_medical_counts_working_days(suite):
    clock = {"length": 30, "unit": "working_days", "rolls": False, "provisional": False}
    at = "2026-01-05T09:00:00+08:00"
    room = Room.of(suite, category="medical", clock=clock, accepted_at=at, oral_allowed=False)
    room.notify()
    assert room.shown()["due_on"] == "2026-02-14"


def test_pause_without_named_cause_says_why(suite):
    room = Room.of(suite)
    words = {"why": "other", "since": "2026-03-02"}
    assert room.refused("pause_mediation", **words).code == "reason_missing"
    assert room.do("pause_mediation", reason="一方住院", **words)["state"] == "paused"


@pytest.mark.parametrize(
    ("verb", "words", "code"),
    [
        ("pause_mediation", {"why": "appraisal", "since": "2026-03-01"}, "dates_reversed"),
        ("resume_mediation", {"on": "2026-03-02"}, "wrong_state"),
        ("extend_mediation", {"days": 0, "consents": ["p-1", "p-2"]}, "invalid"),
    ],
)
def test_impossible_times_are_refused(suite, verb, words, code):
    assert Room.of(suite).refused(verb, **words).code == code


def test_resume_in_the_future_or_before_the_pause_is_refused(suite):
    room = Room.of(suite)
    room.do("pause_mediation", why="appraisal", since="2026-03-02")
    codes = [room.refused("resume_mediation", on=on).code for on in ("2026-03-01", "2026-03-03")]
    assert codes == ["dates_reversed", "future_act"]


def test_list_due_names_what_is_due_in_order(suite, told):
    told.follow_up_days = 20
    first, second = Room.of(suite).met(), Room.of(suite).met()
    agreement = second.agreed()
    suite.settle()
    who = principal("bureau", "b-01", PROVINCE)
    ask = {"until": "2026-12-31"}
    due = suite.ask("mediation_session", "list_due", who, **ask)["due"]
    assert [(d["kind"], d["case"], d["due_on"], d["clause"], d["period"]) for d in due] == [
        ("performance", second.case, "2026-03-20", 2, None),
        ("follow_up", second.case, "2026-03-22", None, None),
        ("mediation", first.case, "2026-04-01", None, None),
        ("performance", second.case, "2026-04-01", 1, 1),
    ]
    words = {"agreement": agreement, "clause": 1, "period": 1, "state": "performed"}
    second.do("record_performance", **words, amount_fen=600_000)
    due = suite.ask("mediation_session", "list_due", CLERK, **ask)["due"]
    assert [d["due_on"] for d in due if d["clause"] == 1] == ["2026-05-01"]
