"""The states: no order of steps gets a packet out without all wishes and all signatures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from services.judicial_confirmation.rules import states
from shared.contracts.judicial_confirmation.codes import STATES
from shared.contracts.refused import Refused

PARTIES = ["p-1", "p-2", "p-3"]
A_PARTY = st.sampled_from(PARTIES)


def test_steps_lead_to_states_of_the_contract():
    for allowed, after in states.STEPS.values():
        assert {*allowed, after or "offered"} <= set(STATES)


@pytest.mark.parametrize("name", sorted(states.STEPS))
def test_no_step_leaves_the_end_or_what_was_not_offered(name):
    for state in ("ended", "not_offered"):
        with pytest.raises(Refused, match="wrong_state"):
            states.step(state, name)


@given(st.dictionaries(A_PARTY, st.sampled_from(["yes", "no"])))
def test_wishes_of_all_count(wishes):
    said = [wishes.get(party) for party in PARTIES]
    expected = "declined" if "no" in said else "intended" if None not in said else "offered"
    assert states.after_wish("offered", PARTIES, wishes) == expected


def test_repeated_yes_keeps_what_was_drafted():
    wishes = dict.fromkeys(PARTIES, "yes")
    assert states.after_wish("signed", PARTIES, wishes) == "signed"
    assert states.after_wish("signed", PARTIES, {**wishes, "p-1": "no"}) == "declined"


def test_application_is_signed_once_all_have_signed():
    assert states.after_text("drafting", PARTIES, PARTIES[:2]) == "drafting"
    assert states.after_text("drafting", PARTIES, PARTIES) == "signed"
    assert states.after_text("supplement_requested", PARTIES, PARTIES) == "supplement_requested"


def test_missing_signatures_are_named():
    with pytest.raises(Refused) as no:
        states.check_all_signed(PARTIES, ["p-2"])
    assert no.value.details["parties"] == ["p-1", "p-3"]


def test_supplement_to_an_accepted_application_leaves_it_accepted():
    assert (states.after_receipt(accepted=True), states.after_receipt(accepted=False)) == (
        "accepted",
        "submitted",
    )


def test_stranger_does_not_speak_for_a_party():
    with pytest.raises(Refused, match="not_a_party"):
        states.check_party(PARTIES, "p-9")


class Desk(RuleBasedStateMachine):
    """A desk that tries anything in any order; each new text needs new signatures."""

    def __init__(self):
        super().__init__()
        self.state, self.wishes, self.signed, self.sent = "offered", {}, set(), 0

    def may(self, name):
        try:
            states.step(self.state, name)
        except Refused:
            return False
        return True

    @rule(party=A_PARTY, answer=st.sampled_from(["yes", "no"]))
    def wish(self, party, answer):
        if self.may("record_wish"):
            self.wishes[party] = answer
            self.state = states.after_wish(self.state, PARTIES, self.wishes)

    @rule()
    def prepare(self):
        if self.may("prepare_application"):
            self.signed = set()
            self.state = states.after_text(self.state, PARTIES, self.signed)

    @rule(party=A_PARTY)
    def sign(self, party):
        if self.may("sign_application"):
            self.signed.add(party)
            self.state = states.after_text(self.state, PARTIES, self.signed)

    @rule()
    def submit(self):
        if self.may("submit_application"):
            states.check_all_signed(PARTIES, self.signed)
            self.state, self.sent = states.step(self.state, "submit_application"), self.sent + 1

    @invariant()
    def nothing_is_sent_without_all(self):
        if self.sent:
            assert self.wishes == dict.fromkeys(PARTIES, "yes")
            assert self.signed == set(PARTIES)
        assert self.sent <= 1


TestDesk = Desk.TestCase
