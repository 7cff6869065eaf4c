"""The gate of acceptance and the people in front of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.rules import people
from services.intake.rules.acceptance import check_gate, ends_on, may_approve, oral_allowed
from shared.contracts.refused import Refused
from shared.testing.people import identity_number

ON = date(2026, 3, 2)
BLANK = {
    "kind": "person",
    "consent": None,
    "born_on": None,
    "age": None,
    "age_told_on": None,
    "lives_by_own_labour": False,
    "represents": None,
    "represents_until": None,
    "identity_blind": None,
}


def party(id_="p-1", role="applicant", **facts):
    return {**BLANK, "id": id_, "role": role, **facts}


def aged(age, **facts):
    return party(age=age, age_told_on="2026-03-02", **facts)


READY = [party("p-1", consent="yes"), party("p-2", "respondent", consent="yes")]

ROLES = st.sampled_from(["applicant", "respondent", "third_party"])
PARTIES = st.lists(
    st.builds(
        lambda role, consent, age: {"role": role, "consent": consent, "age": age},
        ROLES,
        st.sampled_from(["yes", "yes", None, "no"]),
        st.sampled_from([None, None, 7, 17, 18]),
    ),
    max_size=3,
)


def opens(case, rows):
    try:
        check_gate(case, rows, ON)
    except Refused:
        return False
    return True


BOTH = [{"role": role, "consent": "yes", "age": 40} for role in ("applicant", "respondent")]


@given(st.sampled_from([[], BOTH]), PARTIES, st.booleans(), st.booleans())
def test_the_gate_opens_exactly_when_all_is_there(sides, others, triaged, guarded):
    told = [*sides, *others]
    rows = [party(f"p-{n}", age_told_on="2026-03-02", **facts) for n, facts in enumerate(told)]
    if guarded:
        rows += [party(f"g-{r['id']}", "guardian", represents=r["id"]) for r in list(rows)]
    asked = [p for p in told if p["role"] != "third_party"]
    ready = (
        {p["role"] for p in asked} == {"applicant", "respondent"}
        and all(p["consent"] == "yes" for p in asked)
        and (guarded or all(p["age"] is None or p["age"] >= 18 for p in told))
        and triaged
    )
    assert opens({"category": "neighbour" if triaged else None}, rows) is ready


@pytest.mark.parametrize(
    ("age", "own_labour", "needs"),
    [(7, False, True), (17, False, True), (18, False, False), (16, True, False), (15, True, True)],
)
def test_minors_need_a_guardian(age, own_labour, needs):
    assert people.needs_guardian(aged(age, lives_by_own_labour=own_labour), ON) is needs


def test_an_organisation_is_never_a_minor():
    assert people.needs_guardian(aged(3, kind="organisation"), ON) is False


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2008-03-02", date(2026, 3, 2), 18),
        ("2008-03-03", date(2026, 3, 2), 17),
        ("2008-02-29", date(2026, 2, 28), 17),
        ("2008-02-29", date(2026, 3, 1), 18),
    ],
)
def test_age_is_reached_on_the_birthday(born, on, age):
    assert people.age_on(party(born_on=born), on) == age


def test_a_told_age_grows_with_the_years():
    assert people.age_on(aged(17), date(2027, 3, 2)) == 18
    assert people.age_on(aged(17), date(2025, 3, 2)) == 17


def test_the_birth_date_wins_over_a_told_age():
    assert people.age_on(aged(30, born_on="2012-01-01"), ON) == 14


def test_the_birth_date_stands_in_the_number():
    assert people.born_of(identity_number("20120601")) == date(2012, 6, 1)


def test_a_guardian_of_another_child_does_not_count():
    rows = [aged(7), party("g-1", "guardian", represents="p-9")]
    assert people.guardians_missing(rows, ON) == ["p-1"]


@pytest.mark.parametrize(("until", "missing"), [("2026-03-01", ["p-1"]), ("2026-03-02", [])])
def test_a_guardian_counts_up_to_and_with_his_last_day(until, missing):
    rows = [aged(7), party("g-1", "guardian", represents="p-1", represents_until=until)]
    assert people.guardians_missing(rows, ON) == missing


def test_an_agent_is_no_guardian():
    rows = [aged(7), party("a-1", "agent", represents="p-1")]
    assert people.guardians_missing(rows, ON) == ["p-1"]


def test_without_a_hash_there_is_no_conflict():
    assert people.is_party(None, [party()]) is False


def test_a_level_without_approvers_is_open_to_all():
    settings = {"approvals": {"major": ["director"]}}
    assert [
        may_approve("major", "clerk", settings),
        may_approve("major", "director", settings),
        may_approve("difficult", "clerk", settings),
        may_approve("major", "clerk", {}),
    ] == [False, True, True, True]


@pytest.mark.parametrize(
    ("category", "level", "manifest", "grounds", "allowed"),
    [
        ("neighbour", "ordinary", None, [], True),
        ("medical", "ordinary", None, [], False),
        ("neighbour", "major", None, ["major"], False),
        ("traffic", "ordinary", {"oral_agreement": False}, [], False),
        ("neighbour", "ordinary", None, ["party_asks"], True),
    ],
)
def test_where_an_oral_agreement_will_do(category, level, manifest, grounds, allowed):
    settings = {"written_required_when": grounds}
    assert oral_allowed(category, level, manifest, settings) is allowed


def test_a_case_ends_with_its_mediation_unless_the_profile_says_otherwise():
    assert (ends_on({}), ends_on({"case_ends_on": "performance"})) == (
        "mediation_ended",
        "performance",
    )


def test_the_ready_are_let_in():
    assert check_gate({"category": "neighbour"}, READY, ON) is None
