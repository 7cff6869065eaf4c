"""States of a case: which verb may start from which, and the hard stop of art. 17."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.rules.states import STEPS, check_refusable, step
from shared.contracts.refused import Refused

STATES = ("registered", "accepted", "refused", "ended")


def case(state, reason=None):
    return {"id": "c-1", "state": state, "refusal_reason": reason}


def code_of(state, verb, reason=None):
    with pytest.raises(Refused) as caught:
        step(case(state, reason), verb)
    return caught.value.code


@given(st.sampled_from(STATES), st.sampled_from(sorted(STEPS)))
def test_only_acceptance_leads_to_accepted(state, verb):
    try:
        after = step(case(state), verb)
    except Refused:
        return
    assert after == state or (verb, after) in {
        ("accept_case", "accepted"),
        ("refuse_case", "refused"),
        ("withdraw_case", "ended"),
        ("void_case", "ended"),
        ("end_with_mediation", "ended"),
    }


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=30))
def test_no_sequence_of_verbs_leaves_an_end_again(verbs):
    state, seen = "registered", ["registered"]
    for verb in verbs:
        try:
            state = step(case(state), verb)
        except Refused:
            continue
        seen.append(state)
    ends = [i for i, s in enumerate(seen) if s in ("refused", "ended")]
    assert all(s == seen[ends[0]] for s in seen[ends[0] :]) if ends else True


@pytest.mark.parametrize("verb", ["accept_case", "triage_case", "record_consent", "withdraw_case"])
def test_after_an_explicit_refusal_the_refusal_names_it(verb):
    assert code_of("refused", verb, "party_refused") == "consent_refused"


def test_after_another_refusal_the_state_is_wrong():
    assert code_of("refused", "accept_case", "not_acceptable") == "wrong_state"


@pytest.mark.parametrize("state", STATES)
def test_danger_may_be_reported_in_every_state(state):
    assert step(case(state, "party_refused"), "report_escalation") == state


def test_a_no_in_mediation_is_not_intake_s():
    with pytest.raises(Refused) as caught:
        check_refusable(case("accepted"))
    assert caught.value.code == "already_accepted"
    assert check_refusable(case("registered")) is None
