"""Performance, follow-up, danger, past mediations, and the service alone."""

import time

import pytest

from services.mediation_session.service import MediationSession
from shared.testing.people import VILLAGE
from shared.testing.running import running
from tests.system.mediation_session import neighbours
from tests.system.mediation_session.neighbours import a_case
from tests.system.mediation_session.room import CLERK, FIX, MEDIATOR, PAY, Room

REPORT = {"to": "police", "way": "phone", "text": "有人扬言动手", "danger": "可能打起来"}


def test_performance_by_instalment_until_nothing_is_left(room):
    id_ = room.met().agreed()
    done = []
    for clause, period, fen in ((1, 1, 600_000), (2, None, None), (1, 2, 600_000)):
        words = {"clause": clause, "period": period, "amount_fen": fen, "state": "performed"}
        done.append(room.do("record_performance", agreement=id_, **words)["complete"])
    assert done == [False, False, True]
    assert room.data("performance_recorded")["complete"] is True


def test_less_than_due_is_not_performed_unless_paid_before(room):
    id_ = room.met().agreed()
    part = {"agreement": id_, "clause": 1, "period": 1, "amount_fen": 200_000}
    assert room.refused("record_performance", state="performed", **part).code == "amount_differs"
    room.do("record_performance", state="partly_performed", **part)
    rest = {**part, "amount_fen": 400_000}
    assert room.do("record_performance", state="performed", **rest)["complete"] is False


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"clause": 9, "state": "performed"}, "no_such_clause"),
        ({"clause": 1, "period": 3, "state": "performed"}, "no_such_clause"),
        ({"period": 1, "state": "performed"}, "no_such_clause"),
        ({"clause": 1, "period": 1, "state": "paid"}, "code_unknown"),
    ],
)
def test_performance_of_nothing_is_refused(room, words, code):
    id_ = room.met().agreed()
    assert room.refused("record_performance", agreement=id_, **words).code == code


def test_whole_agreement_performed_says_so_once(room):
    id_ = room.met().agreed(FIX)
    assert room.do("record_performance", agreement=id_, state="performed")["complete"] is True
    assert room.agreement(id_)["complete"] is True


def test_replaced_agreement_is_not_performed(room):
    first = room.met().agreed()
    second = room.agreed(PAY, replaces=first)
    assert room.refused("record_performance", agreement=first, state="performed").code == (
        "not_effective"
    )
    assert room.do("record_performance", agreement=second, state="performed")["complete"] is True


def test_follow_up_is_recorded_with_its_paper(room):
    id_ = room.met().agreed()
    words = {"way": "visit", "performed": True, "satisfaction": "satisfied", "found": "已付清"}
    room.do("record_follow_up", agreement=id_, **words)
    assert room.data("follow_up_held")["performed"] is True
    (paper,) = room.papers("follow_up")
    assert (paper["manner"], paper["satisfaction"], paper["situation"]) == (
        "上门",
        "满意",
        "已付清",
    )


def test_follow_up_falls_due_by_the_profile_else_by_default(tmp_path, told):
    services = [neighbours.Registry, neighbours.Archive, neighbours.Intake, MediationSession]
    with running(tmp_path, services) as suite:
        rooms = []
        for days in (7, None):
            told.follow_up_days = days
            rooms.append(Room.of(suite).met())
            rooms[-1].agreed()
            suite.settle()
        told.follow_up_days = 20
        suite.advance(days=7)
        assert rooms[0].data("follow_up_due")["due_on"] == "2026-03-09"
        assert rooms[1].shown()["agreements"][0]["state"] == "effective"
        suite.advance(days=23)
        assert rooms[1].data("follow_up_due")["due_on"] == "2026-04-01"


def test_danger_is_passed_on_to_intake_in_the_persons_name(room, told):
    room.notify()
    done = room.do("report_escalation", **REPORT)
    assert (done["pending"], told.reports[-1]["actor"]) == (False, "mediator:m-01")
    raised = room.data("escalation_raised")
    assert (raised["reported"], len(raised["text_hash"])) == (told_id(told), 64)


def told_id(told):
    return f"e-{told.reports[-1]['command_id']}"


def test_danger_while_intake_is_away_is_kept_printed_and_passed_on(tmp_path, told):
    facts = {
        "division": VILLAGE,
        "committee_name": "某医院调委会",
        "category": "medical",
        "summary": "手术后感染",
        "mediators": [{"mediator": "m-01", "name": "赵某"}],
        "parties": [
            {"role": "applicant", "name": "张某"},
            {"role": "respondent", "name": "某医院"},
        ],
    }
    with running(tmp_path, [neighbours.Archive, MediationSession]) as suite:
        case = suite.ask("mediation_session", "open_mediation", MEDIATOR, **facts)["case"]
        room = Room(suite, case)
        assert room.do("report_escalation", **REPORT)["pending"] is True
        assert room.papers("escalation")[0]["to"] == ["公安机关"]
    with running(tmp_path, [neighbours.Intake, neighbours.Archive, MediationSession]) as suite:
        room = Room(suite, case)
        until = time.monotonic() + 20
        while room.shown()["escalations"][0]["pending"] and time.monotonic() < until:
            suite.settle()
        shown = room.shown()["escalations"][0]
        assert (shown["pending"], shown["reported"]) == (False, told_id(told))
        assert room.events()[-1] == "escalation_passed_on"


def test_what_a_late_neighbour_had_done_is_done(room, told):
    told.did_so_before = True
    room.notify()
    done = room.do("report_escalation", **REPORT)
    room.suite.settle()
    shown = room.shown()
    told.did_so_before = False
    assert (done["pending"], shown["escalations"][0]["reported"]) == (False, None)
    assert [(p["filed"], p["document"]) for p in shown["papers"]] == [(True, None)] * 2


NOTE = {
    "notice_at": "2026-03-01T09:00:00+08:00",
    "sessions": [
        {
            "happened_at": "2026-03-01T10:00:00+08:00",
            "place": "院子里",
            "people": ["张某", "李某"],
            "joint_words": "说开了。",
        }
    ],
    "law_explained": [{"statute": "mfd", "article": 288, "words": None}],
    "agreement": {
        "form": "oral",
        "terms": "李某当场赔三百元。",
        "reached_at": "2026-03-01T11:00:00+08:00",
        "amount_fen": 30_000,
    },
    "performance": {"state": "performed", "at": "2026-03-01T11:05:00+08:00"},
    "written_due": False,
}
PAST = {"note_id": "n-1", "accepted_at": "2026-03-01T08:30:00+08:00"}


def past(suite, told, note, **case):
    room = Room.of(suite, **{**PAST, **case})
    told.notes[room.case] = note
    suite.ask("intake", "accept_case", CLERK, case=room.case)
    suite.settle()
    return room


def test_past_mediation_is_recorded_whole(suite, told):
    room = past(suite, told, NOTE)
    assert room.events() == [
        "mediation_opened", "notice_given", "notice_given", "session_held", "agreement_effective",
        "mediation_ended", "performance_recorded",
    ]  # fmt: skip
    shown = room.shown()
    assert (shown["state"], shown["ended_how"], shown["defects"]) == ("ended", "agreed", [])
    effective = room.data("agreement_effective")
    assert (effective["form"], effective["amount_fen"]) == ("oral", 30_000)
    assert [len(room.papers(form)) for form in ("notice", "record", "oral_agreement")] == [2, 1, 1]


def test_past_mediation_keeps_its_defects_and_is_not_refused(suite, told):
    bare = {**NOTE, "notice_at": None, "sessions": [], "written_due": True}
    room = past(suite, told, bare, mediators=[])
    found = ["notice_missing", "session_missing", "mediator_missing", "written_form_due"]
    assert room.shown(CLERK)["defects"] == room.data("mediation_ended")["defects"] == found


def test_past_mediation_after_its_time_or_with_late_notice(suite, told):
    late = {**NOTE, "notice_at": "2026-03-01T10:30:00+08:00"}
    room = past(suite, told, late, accepted_at="2026-01-05T08:30:00+08:00")
    assert room.shown()["defects"] == ["notice_late", "overdue"]
    assert room.papers("record")[0]["told"] is True


def test_past_case_is_not_opened_by_another_verb(suite, told):
    room = Room.of(suite, **PAST)
    told.notes[room.case] = NOTE
    assert room.refused("give_notice", party="p-1", way="reading").code == "wrong_state"


def test_past_oral_agreement_is_put_in_writing(suite, told):
    room = past(suite, told, NOTE)
    oral = room.shown()["agreements"][0]["agreement"]
    written = room.agreed(FIX, replaces=oral)
    assert room.agreement(written)["state"] == "effective"


def test_alone_it_mediates_from_its_own_facts(tmp_path):
    with running(tmp_path, [MediationSession]) as suite:
        parties = [
            {"role": "applicant", "name": "张某", "address": "一组"},
            {"role": "respondent", "kind": "organisation", "name": "某医院", "address": "县城"},
        ]
        opened = suite.ask(
            "mediation_session", "open_mediation", MEDIATOR, division=VILLAGE,
            committee_name="某医院调委会", category="medical", summary="手术后感染",
            oral_allowed=False, mediators=[{"mediator": "m-01", "name": "赵某"}], parties=parties,
        )  # fmt: skip
        assert (opened["due_on"], opened["provisional"]) == ("2026-04-14", True)
        stranger = Room(suite, opened["case"]).refused("give_notice", party="x", way="reading")
        assert stranger.code == "not_a_party"


def test_alone_from_notice_to_effect(tmp_path):
    with running(tmp_path, [MediationSession]) as suite:
        facts = a_case("x")
        parties = [{k: p[k] for k in ("role", "kind", "name", "address")} for p in facts["parties"]]
        names = ("division", "committee", "committee_name", "number", "category", "summary")
        case = suite.ask(
            "mediation_session", "open_mediation", MEDIATOR, parties=parties,
            mediators=[{"mediator": "m-01", "name": "赵某"}], **{n: facts[n] for n in names},
        )["case"]  # fmt: skip
        room = Room(suite, case)
        no = room.refused("extend_mediation", days=1, consents=["x"])
        first, second = no.details["parties"]
        for id_ in (first, second):
            room.do("give_notice", party=id_, way="reading")
        room.sit(parties=[first, second])
        agreement, hash_ = room.frozen({**FIX, "who": second, "to_whom": first})
        for id_ in (first, second):
            room.sign(agreement, hash_, party=id_)
        room.sign(agreement, hash_, signer_kind="mediator")
        assert room.seal(agreement, hash_)["state"] == "effective"
        assert [p["filed"] for p in room.shown()["papers"]] == [False] * 4


def test_opening_by_hand_is_refused_where_intake_runs(suite):
    facts = {
        "division": VILLAGE,
        "committee_name": "某调委会",
        "category": "medical",
        "summary": "x",
    }
    people = {
        "mediators": [{"mediator": "m-01", "name": "赵某"}],
        "parties": [{"role": "applicant", "name": "张某"}],
    }
    no = suite.refusal("mediation_session", "open_mediation", MEDIATOR, **facts, **people)
    assert no.code == "intake_present"
