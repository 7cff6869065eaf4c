"""Refused, withdrawn, ended; the sender of a referral hears of it in every branch."""

import pytest

from shared.testing.people import ADMINISTRATOR
from tests.system.intake.test_registration import REFERRED

DOOR = {"other_door": ["向人民法院申请强制执行。"]}


def outcomes(desk, case):
    return [data["outcome"] for name, data in desk.entries(case) if name == "referral_answered"]


def parked(desk):
    return desk.suite.ask("intake", "list_parked", ADMINISTRATOR)["parked"]


def test_what_is_not_acceptable_is_refused_by_a_person_with_its_ground(desk, told):
    case = desk.opened()
    desk.do("refuse_case", case, ground="judged", words="判决书已生效。", **DOOR)
    desk.suite.settle()
    shown = desk.shown(case)
    assert (shown["state"], shown["refusal_reason"], shown["refusal_ground"]) == (
        "refused",
        "not_acceptable",
        "judged",
    )
    (paper,) = told.papers.values()
    assert paper[:2] == (case, "refusal_notice")
    assert paper[2]["reason"] == "人民法院已经解决\n判决书已生效。"
    assert paper[2]["routes"] == DOOR["other_door"]
    assert shown["number"] is None


def test_a_ground_must_be_named(desk):
    no = desk.refused("refuse_case", desk.opened(), **DOOR)
    assert (no.code, "第二十二条" in no.message) == ("ground_missing", True)


def test_another_door_must_be_named(desk):
    no = desk.refused("refuse_case", desk.opened(), ground="judged", other_door=[])
    assert no.code == "invalid"


def test_the_sector_s_refusal_needs_no_ground_of_the_provisions(desk):
    case = desk.opened()
    desk.do("refuse_case", case, reason="sector_refused", words="卫生健康部门已经受理。", **DOOR)
    (name, data) = desk.entries(case)[-1]
    assert (name, data["reason"], data["ground"]) == ("case_refused", "sector_refused", None)


@pytest.mark.parametrize("verb", ["refuse_case", "withdraw_case"])
def test_what_is_accepted_is_refused_or_withdrawn_no_more(desk, verb):
    words = {"ground": "judged", **DOOR} if verb == "refuse_case" else {}
    assert desk.refused(verb, desk.accepted(), **words).code == "wrong_state"


def test_a_withdrawn_application_ends(desk):
    case = desk.opened()
    assert desk.do("withdraw_case", case, words="已自行和好")["state"] == "ended"
    (name, data) = desk.entries(case)[-1]
    assert (name, data["how"], data["form"]) == ("case_ended", "withdrawn", None)


def test_the_sender_hears_of_a_refusal(desk):
    case = desk.opened(**REFERRED)
    desk.do("refuse_case", case, ground="crime", **DOOR)
    assert outcomes(desk, case) == ["not_acceptable"]


def test_the_sender_hears_of_a_withdrawal(desk):
    case = desk.opened(**REFERRED)
    desk.do("withdraw_case", case)
    assert outcomes(desk, case) == ["withdrawn"]


def test_the_case_ends_with_its_mediation_and_the_sender_hears_of_both(desk):
    case = desk.accepted(**REFERRED)
    desk.tell("mediation_ended", case, how="agreed", form="written")
    shown = desk.shown(case)
    assert (shown["state"], shown["ended_how"]) == ("ended", "agreed")
    assert outcomes(desk, case) == ["accepted", "agreed"]
    assert shown["referral"]["replied_at"] == shown["accepted_at"]


def test_a_second_end_changes_nothing(desk):
    case = desk.accepted()
    desk.tell("mediation_ended", case, how="no_agreement")
    desk.tell("mediation_ended", case, how="agreed", form="oral")
    assert desk.events(case).count("case_ended") == 1
    assert desk.shown(case)["ended_how"] == "no_agreement"
    assert parked(desk) == []


def test_the_profile_may_wait_for_performance(desk, told):
    told.settings["case_ends_on"] = "performance"
    case = desk.accepted()
    desk.tell("mediation_ended", case, how="agreed", form="written")
    desk.tell("performance_recorded", case, state="performed", complete=False)
    waiting = desk.shown(case)["state"]
    desk.tell("performance_recorded", case, state="performed", complete=True)
    (name, data) = desk.entries(case)[-1]
    assert (waiting, name, data["how"], data["form"]) == (
        "accepted",
        "case_ended",
        "agreed",
        "written",
    )


def test_without_agreement_there_is_no_performance_to_wait_for(desk, told):
    told.settings["case_ends_on"] = "performance"
    case = desk.accepted()
    desk.tell("mediation_ended", case, how="no_agreement")
    assert desk.shown(case)["ended_how"] == "no_agreement"


def test_performance_ends_no_case_whose_profile_does_not_wait_for_it(desk):
    case = desk.accepted()
    desk.tell("performance_recorded", case, state="performed", complete=True)
    assert desk.shown(case)["state"] == "accepted"


def test_what_is_told_of_a_stranger_s_case_is_let_pass(desk):
    desk.tell("mediation_ended", "unknown-case", how="agreed", form="oral")
    assert parked(desk) == []
