"""Who mediates (art. 19): certified, no party of the case, not overloaded, changed for a reason."""

import pytest

from shared.testing.people import MEDIATOR, identity_number, principal

OTHER = principal("mediator", "m-02", MEDIATOR.scope[0])
NUMBER = identity_number()
SIDES = [
    {"role": "applicant", "label": "张某", "identity_number": NUMBER},
    {"role": "respondent", "label": "李某"},
]


def hash_of(desk, number):
    return desk.suite.suite.site.vault.blind(number)


def assign(desk, case, mediator="m-01", **words):
    return desk.do("assign_mediator", case, mediator=mediator, how="appointed", **words)


def test_an_assignment_is_shown_and_told(desk):
    case = desk.accepted()
    done = desk.do("assign_mediator", case, mediator="m-01", how="chosen")
    assert [(m["mediator"], m["name"], m["how"]) for m in desk.shown(case)["mediators"]] == [
        ("m-01", "赵某", "chosen")
    ]
    assert desk.entries(case)[-1] == (
        "case_assigned",
        {
            "version": done["version"],
            "happened_at": "2026-03-02T09:00:00+08:00",
            "mediator": "m-01",
            "how": "chosen",
            "replaces": None,
        },
    )


def test_nobody_is_assigned_before_acceptance(desk):
    no = desk.refused("assign_mediator", desk.ready(), mediator="m-01", how="appointed")
    assert (no.code, no.details["state"]) == ("wrong_state", "registered")


def test_who_may_not_mediate_that_day_is_refused_with_the_reasons(desk, told):
    told.mediators["m-03"] = {"ok": False, "reasons": ["certificate_expired"]}
    no = desk.refused("assign_mediator", desk.accepted(), mediator="m-03", how="appointed")
    assert (no.code, no.details) == ("mediator_unfit", {"reasons": ["certificate_expired"]})


def test_a_party_does_not_mediate_its_own_case(desk, told):
    told.mediators["m-04"] = {"identity_hash": hash_of(desk, NUMBER)}
    case = desk.accepted(parties=SIDES)
    no = desk.refused("assign_mediator", case, mediator="m-04", how="chosen")
    assert (no.code, "回避" in no.message) == ("conflict_of_interest", True)


def test_a_party_that_turns_out_to_be_the_mediator_is_pointed_out(desk, told):
    told.mediators["m-05"] = {"identity_hash": hash_of(desk, NUMBER)}
    case = desk.accepted()
    assign(desk, case, "m-05")
    party = desk.parties(case)[0]["party"]
    done = desk.do("amend_party", case, party=party, identity_number=NUMBER)
    assert done["warnings"] == ["conflict_of_interest"]
    assert desk.shown(case)["mediators"][0]["conflict"] is True


def test_the_same_mediator_is_not_assigned_twice(desk):
    case = desk.accepted()
    assign(desk, case)
    no = desk.refused("assign_mediator", case, mediator="m-01", how="appointed")
    assert no.code == "assigned_before"


def test_a_change_of_mediator_ends_the_other_s_part(desk):
    case = desk.accepted()
    assign(desk, case)
    assign(desk, case, "m-02", replaces="m-01", reason="当事人申请回避")
    assert [m["mediator"] for m in desk.shown(case)["mediators"]] == ["m-02"]
    assert desk.refused("get_case", case, MEDIATOR).code == "not_found"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"replaces": "m-01"}, "reason_missing"),
        ({"replaces": "m-09", "reason": "调动"}, "not_assigned"),
    ],
)
def test_a_change_says_whom_and_why(desk, words, code):
    case = desk.accepted()
    assign(desk, case)
    no = desk.refused("assign_mediator", case, mediator="m-02", how="appointed", **words)
    assert no.code == code
    assert [m["mediator"] for m in desk.shown(case)["mediators"]] == ["m-01"]


def test_a_cap_of_the_profile_holds(desk, told):
    told.settings["caseload_cap"] = 1
    assign(desk, desk.accepted(), "m-06")
    no = desk.refused("assign_mediator", desk.accepted(), mediator="m-06", how="appointed")
    assert (no.code, no.details) == ("caseload_full", {"cap": 1, "load": 1})


def test_several_mediate_together_and_others_see_the_case_no_more(desk):
    case = desk.accepted()
    assign(desk, case)
    assert desk.refused("get_case", case, OTHER).code == "not_found"
    assign(desk, case, "m-02")
    assert [m["mediator"] for m in desk.shown(case, OTHER)["mediators"]] == ["m-01", "m-02"]


def test_mine_are_those_that_one_is_assigned_to(desk):
    newcomer = principal("mediator", "m-88", MEDIATOR.scope[0])
    case = desk.accepted()
    assign(desk, case, "m-88")
    seen = desk.suite.ask("intake", "list_cases", newcomer, mine=True)["cases"]
    assert [row["case"] for row in seen] == [case]
