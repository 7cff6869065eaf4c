"""Consent (art. 17): an explicit no is a hard stop, for ever."""

import pytest

from tests.system.intake.test_registration import REFERRED


def party(desk, case, role):
    return next(p["party"] for p in desk.parties(case) if p["role"] == role)


def say(desk, case, role, answer, **words):
    return desk.do(
        "record_consent", case, party=party(desk, case, role), answer=answer, way="phone", **words
    )


def test_no_refuses_the_case_in_the_same_transaction(desk):
    case = desk.opened()
    done = say(desk, case, "respondent", "no")
    told = [(name, data["version"]) for name, data in desk.entries(case)][-2:]
    assert done["state"] == "refused"
    assert told == [("consent_recorded", done["version"]), ("case_refused", done["version"])]


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("accept_case", {}),
        ("triage_case", {}),
        ("record_party", {"role": "third_party", "label": "王某"}),
        ("withdraw_case", {}),
    ],
)
def test_after_a_no_nothing_goes_on(desk, verb, words):
    case = desk.opened()
    say(desk, case, "respondent", "no")
    no = desk.refused(verb, case, **words)
    assert (no.code, "第十七条" in no.message) == ("consent_refused", True)


def test_a_later_yes_does_not_revive_the_case(desk):
    case = desk.opened()
    whom = party(desk, case, "respondent")
    say(desk, case, "respondent", "no")
    no = desk.refused("record_consent", case, party=whom, answer="yes", way="phone")
    assert no.code == "consent_refused"


def test_who_applied_gets_a_notice_with_the_other_doors(desk, told):
    case = desk.opened()
    say(desk, case, "respondent", "no")
    desk.suite.settle()
    (paper,) = told.papers.values()
    assert paper[:2] == (case, "refusal_notice")
    assert paper[2]["to"] == [{"name": "张某", "role": "applicant"}]
    assert paper[2]["grounds"] == ["人民调解法第十七条。"]


def test_the_sender_hears_of_the_no(desk):
    case = desk.opened(**REFERRED)
    say(desk, case, "respondent", "no")
    assert desk.entries(case)[-1] == (
        "referral_answered",
        {
            "version": desk.shown(case)["version"],
            "happened_at": "2026-03-02T09:00:00+08:00",
            "sender": "court",
            "outcome": "party_refused",
        },
    )


def test_a_third_party_s_no_keeps_only_it_out(desk):
    case = desk.opened()
    desk.do("record_party", case, role="third_party", label="孙某")
    assert say(desk, case, "third_party", "no")["state"] == "registered"


def test_after_acceptance_no_is_an_end_of_mediation_not_of_intake(desk):
    case = desk.accepted()
    whom = party(desk, case, "respondent")
    no = desk.refused("record_consent", case, party=whom, answer="no", way="phone")
    assert (no.code, "第二十三条" in no.message) == ("already_accepted", True)


def test_only_who_acts_for_a_party_speaks_for_it(desk):
    case = desk.opened()
    mine, other = party(desk, case, "applicant"), party(desk, case, "respondent")
    stand_in = {"role": "agent", "label": "钱律师", "represents": {"party": mine, "kind": "lawyer"}}
    agent = desk.do("record_party", case, **stand_in)["party"]
    yes = {"answer": "yes", "way": "written", "by": agent}
    no = desk.refused("record_consent", case, party=other, **yes)
    assert no.code == "not_its_representative"
    assert desk.do("record_consent", case, party=mine, **yes)["state"] == "registered"


def test_an_agent_whose_powers_are_over_speaks_for_nobody(desk):
    case = desk.opened()
    mine = party(desk, case, "applicant")
    represents = {"party": mine, "until": "2026-03-01"}
    agent = desk.do("record_party", case, role="agent", label="钱某", represents=represents)
    words = {"party": mine, "answer": "yes", "way": "written", "by": agent["party"]}
    assert desk.refused("record_consent", case, **words).code == "not_its_representative"
