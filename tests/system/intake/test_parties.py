"""Parties: a label is enough until acceptance; numbers are sealed, masked, revealed on record."""

import pytest

from shared.testing.people import CLERK, GRID_WORKER, MEDIATOR, identity_number
from tests.system.intake.acts import SIDES

NUMBER, CHILD = identity_number("19800101"), identity_number("20120601")
PHONE = "13800001111"
KNOWN = {**SIDES[0], "phone": PHONE, "identity_number": NUMBER}


def listed(desk, case, who=CLERK, **words):
    return desk.suite.ask("intake", "get_parties", who, case=case, **words)["parties"]


def revealed(desk, case):
    return [data for name, data in desk.entries(case) if name == "field_revealed"]


def rows(desk, table):
    keeper = desk.suite.suite.keeper(desk.suite.suite.containers["intake"])
    with keeper.desk.ledger.read() as connection:
        return str(connection.exec_driver_sql(f"select * from {table}").all())  # noqa: S608


def test_numbers_are_sealed_at_rest_and_stand_in_no_entry(desk):
    desk.opened(parties=[KNOWN, SIDES[1]])
    kept = rows(desk, "party") + rows(desk, "ledger_command") + rows(desk, "ledger_journal")
    assert (PHONE in kept, NUMBER in kept, "张某" in rows(desk, "ledger_journal")) == (
        False,
        False,
        False,
    )


def test_who_reads_without_a_purpose_sees_masks(desk):
    case = desk.opened(parties=[KNOWN, SIDES[1]])
    party = listed(desk, case)[0]
    assert (party["phone"], party["identity_number"]) == ("138****1111", None)
    assert revealed(desk, case) == []


def test_numbers_in_full_need_a_purpose(desk):
    case = desk.opened(parties=[KNOWN, SIDES[1]])
    no = desk.suite.refusal("intake", "get_parties", CLERK, case=case, fields=["identity_number"])
    assert no.code == "purpose_missing"


def test_numbers_in_full_are_journalled(desk):
    case = desk.opened(parties=[KNOWN, SIDES[1]])
    party = listed(desk, case, fields=["identity_number", "phone"], purpose="confirmation")[0]
    assert (party["phone"], party["identity_number"]) == (PHONE, NUMBER)
    whole = {"fields_revealed": ["phone", "identity_number"], "purpose": "confirmation"}
    assert revealed(desk, case) == [{"party": party["party"], **whole, "reason_hash": None}]


def test_one_field_is_revealed_with_a_reason_whose_words_stay_here(desk):
    case = desk.opened(parties=[KNOWN, SIDES[1]])
    party = desk.parties(case)[0]["party"]
    words = {"party": party, "field": "phone", "purpose": "contact", "reason": "约定调解时间"}
    assert desk.do("reveal_field", case, **words)["value"] == PHONE
    (data,) = revealed(desk, case)
    assert (data["fields_revealed"], len(data["reason_hash"])) == (["phone"], 64)
    assert ("约定调解时间" in rows(desk, "reveal"), "约定" in rows(desk, "ledger_journal")) == (
        True,
        False,
    )


def test_a_grid_worker_does_not_list_parties(desk):
    case = desk.opened(who=GRID_WORKER)
    no = desk.suite.refusal("intake", "get_parties", GRID_WORKER, case=case)
    assert no.code == "not_allowed"


def test_the_birth_date_follows_from_the_number(desk):
    case = desk.opened(parties=[KNOWN, SIDES[1]])
    assert (listed(desk, case)[0]["born_on"], listed(desk, case)[0]["age"]) == ("1980-01-01", 46)


def test_amending_leaves_alone_what_is_left_out(desk):
    case = desk.opened(parties=[KNOWN, SIDES[1]])
    party = desk.parties(case)[0]["party"]
    desk.do("amend_party", case, party=party, address="岭下镇河东村二组", name="张某某")
    seen = listed(desk, case)[0]
    assert (seen["name"], seen["address"], seen["phone"], seen["label"]) == (
        "张某某",
        "岭下镇河东村二组",
        "138****1111",
        "楼下张某",
    )


def test_an_heir_comes_in_after_acceptance(desk):
    case = desk.accepted()
    done = desk.do("record_party", case, role="respondent", label="李某之子")
    assert [p["party"] for p in desk.parties(case)][-1] == done["party"]
    yes = desk.do("record_consent", case, party=done["party"], answer="yes", way="phone")
    assert (done["state"], yes["state"]) == ("accepted", "accepted")


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"phone": "12345"}, "phone_invalid", "phone"),
        ({"identity_number": "229900198001010010"}, "identity_invalid", "identity_number"),
        (
            {"identity_number": NUMBER, "kind": "organisation"},
            "identity_invalid",
            "identity_number",
        ),
        (
            {"identity_number": NUMBER, "identity_type": "none"},
            "identity_invalid",
            "identity_number",
        ),
        ({"identity_number": "x", "identity_type": "badge"}, "code_unknown", "identity_type"),
        ({"nation": "77"}, "code_unknown", "nation"),
        ({"sex": "male"}, "code_unknown", "sex"),
        ({"special_groups": ["poor"]}, "code_unknown", "special_groups"),
    ],
)
def test_what_cannot_be_is_refused_by_field(desk, facts, code, field):
    no = desk.refused(
        "record_party", desk.opened(), **{"role": "third_party", "label": "王某", **facts}
    )
    assert (no.code, no.details["field"]) == (code, field)


def test_an_organisation_brings_its_credit_code(desk):
    case = desk.opened()
    organisation = {"role": "third_party", "kind": "organisation", "label": "物业公司"}
    desk.do("record_party", case, identity_number="91110000600037341L", **organisation)
    assert listed(desk, case)[-1]["identity_type"] == "uscc"


MINOR = [{**SIDES[0], "identity_number": CHILD}, SIDES[1]]


def test_a_minor_without_guardian_stops_acceptance(desk):
    case = desk.ready(parties=MINOR)
    no = desk.refused("accept_case", case)
    assert (no.code, no.details) == (
        "guardian_missing",
        {"whose": [desk.parties(case)[0]["party"]]},
    )
    assert "民法典" in no.message


def test_a_guardian_on_record_opens_the_gate_and_is_no_side(desk):
    case = desk.ready(parties=MINOR)
    child = desk.parties(case)[0]["party"]
    guardian = {"role": "guardian", "label": "母亲王某", "phone": PHONE}
    done = desk.do(
        "record_party", case, represents={"party": child, "relation": "母亲"}, **guardian
    )
    assert done["warnings"] == []
    assert desk.do("accept_case", case)["state"] == "accepted"
    assert [p["role"] for p in desk.parties(case)] == ["applicant", "respondent"]
    seen = listed(desk, case)[0]["represented_by"]
    assert (seen["name"], seen["role"], seen["relation"], seen["phone"]) == (
        "母亲王某",
        "guardian",
        "母亲",
        "138****1111",
    )


def test_a_guardian_whose_time_is_over_does_not_count(desk):
    case = desk.ready(parties=MINOR)
    represents = {"party": desk.parties(case)[0]["party"], "until": "2026-03-01"}
    done = desk.do("record_party", case, role="guardian", label="叔叔", represents=represents)
    assert done["warnings"] == ["guardian_missing"]
    assert desk.refused("accept_case", case).code == "guardian_missing"
    assert listed(desk, case)[0]["represented_by"] is None


@pytest.mark.parametrize(("own_labour", "warnings"), [(False, ["guardian_missing"]), (True, [])])
def test_who_lives_by_own_labour_from_sixteen_on_acts_alone(desk, own_labour, warnings):
    worker = {"role": "applicant", "label": "小工", "age": 17, "lives_by_own_labour": own_labour}
    assert desk.do("record_party", desk.opened(), **worker)["warnings"] == warnings


@pytest.mark.parametrize("role", ["guardian", "agent"])
def test_who_acts_for_nobody_is_no_guardian_or_agent(desk, role):
    no = desk.refused("record_party", desk.opened(), role=role, label="钱某")
    assert no.code == "represents_missing"


def test_a_side_acts_for_itself(desk):
    case = desk.opened()
    represents = {"party": desk.parties(case)[0]["party"]}
    no = desk.refused("record_party", case, role="respondent", label="李某", represents=represents)
    assert no.code == "represents_missing"


def test_contacts_are_logged(desk):
    case = desk.opened()
    party = desk.parties(case)[1]["party"]
    desk.do("record_contact", case, MEDIATOR, party=party, way="call", reached=False, note="没人接")
    desk.do("record_contact", case, MEDIATOR, party=party, way="visit", reached=True)
    seen = [(c["way"], c["reached"], c["note"]) for c in desk.shown(case)["contacts"]]
    assert seen == [("call", False, "没人接"), ("visit", True, None)]
    assert desk.events(case)[-2:] == ["contact_recorded", "contact_recorded"]


def test_a_contact_names_a_party_of_the_case(desk):
    stranger = desk.parties(desk.opened())[0]["party"]
    no = desk.refused("record_contact", desk.opened(), party=stranger, way="call", reached=True)
    assert (no.code, no.details) == ("not_found", {"field": "party"})
