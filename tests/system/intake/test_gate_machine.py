"""Random sequences of acts never get round a gate: nobody is numbered without two sides, their
consent, the guardian of a minor and triage; and after a no nothing goes on.
"""

import re

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from shared.contracts.refused import Refused
from tests.system.intake.test_endings import DOOR

ROLES = st.sampled_from(["applicant", "respondent", "third_party"])
AGES = st.sampled_from([None, 12, 40])


class Gate(RuleBasedStateMachine):
    """One case and what we know of it ourselves."""

    desk = None
    numbers: list[int] = []  # noqa: RUF012 - of all runs: they are of one series

    def __init__(self):
        super().__init__()
        self.sides, self.guarded, self.state = {}, set(), "registered"
        self.triaged = False

    @initialize(ages=st.sampled_from([(), (40, 40), (40, None), (12, 40)]), far=st.booleans())
    def register(self, ages, far):
        roles = ("applicant", "respondent")[: len(ages)]
        told = [
            {"role": role, "label": "某人", "age": age}
            for role, age in zip(roles, ages, strict=True)
        ]
        self.case = self.desk.opened(parties=told)
        shown = zip(self.desk.parties(self.case), ages, strict=True)
        self.sides = {p["party"]: [p["role"], age, None] for p, age in shown}
        if far:
            self.all_consent()
            self.triage()

    def tries(self, verb, **words):
        """The refusal's code, or None when it was done."""
        try:
            self.desk.do(verb, self.case, **words)
        except Refused as no:
            return no.code
        return None

    def is_open(self):
        return self.state in ("registered", "accepted")

    @rule(role=ROLES, age=AGES)
    def record_party(self, role, age):
        code = self.tries("record_party", role=role, label="某人", age=age)
        assert (code is None) == self.is_open()
        if code is None:
            self.sides[self.desk.parties(self.case)[-1]["party"]] = [role, age, None]

    def one_side(self, data):
        """By place, not by id: ids differ from run to run."""
        return list(self.sides)[data.draw(st.integers(0, len(self.sides) - 1))]

    @precondition(lambda self: self.sides)
    @rule(data=st.data())
    def record_guardian(self, data):
        party = self.one_side(data)
        represents = {"party": party}
        if self.tries("record_party", role="guardian", label="某", represents=represents) is None:
            self.guarded.add(party)

    @precondition(lambda self: self.sides)
    @rule(data=st.data(), answer=st.sampled_from(["yes", "yes", "yes", "no"]))
    def record_consent(self, data, answer):
        party = self.one_side(data)
        hard = answer == "no" and self.sides[party][0] != "third_party"
        code = self.tries("record_consent", party=party, answer=answer, way="phone")
        assert (code is None) == (self.is_open() and not (hard and self.state == "accepted"))
        if code is None:
            self.sides[party][2] = answer
            self.state = "refused" if hard else self.state

    @precondition(is_open)
    @rule()
    def all_consent(self):
        for party, side in self.sides.items():
            assert self.tries("record_consent", party=party, answer="yes", way="phone") is None
            side[2] = "yes"

    @rule()
    def triage(self):
        code = self.tries("triage_case", category="neighbour", sector="none", reason="当面核实")
        assert (code is None) == (self.state == "registered")
        self.triaged = self.triaged or code is None

    def may_be_accepted(self):
        asked = [s for s in self.sides.values() if s[0] != "third_party"]
        minors = {id_ for id_, (_, age, _) in self.sides.items() if age == 12}
        roles = {role for role, _, _ in asked}
        willing = all(answer == "yes" for _, _, answer in asked)
        return len(roles) == 2 and willing and minors <= self.guarded and self.triaged

    def teardown(self):
        self.accept()
        self.state_and_number_agree()
        self.the_series_has_no_gap()

    @rule()
    def accept(self):
        ready = self.state == "registered" and self.may_be_accepted()
        code = self.tries("accept_case")
        assert (code is None) == ready
        if code is None:
            self.state = "accepted"
            self.numbers.append(int(re.search(r"第(\d+)号", self.shown["number"])[1]))

    @rule()
    def assign(self):
        code = self.tries("assign_mediator", mediator="m-01", how="appointed")
        assert code is None or code in ("wrong_state", "consent_refused", "assigned_before")
        assert code is not None or self.state == "accepted"

    @rule(verb=st.sampled_from(["refuse_case", "withdraw_case"]))
    @precondition(lambda self: len(self.sides) > 2)
    def go_no_further(self, verb):
        words = {"ground": "judged", **DOOR} if verb == "refuse_case" else {}
        code = self.tries(verb, **words)
        assert (code is None) == (self.state == "registered")
        if code is None:
            self.state = "refused" if verb == "refuse_case" else "ended"

    @property
    def shown(self):
        return self.desk.shown(self.case)

    @invariant()
    def state_and_number_agree(self):
        shown = self.shown
        assert shown["state"] == self.state
        assert (shown["number"] is not None) == (self.state == "accepted")

    @invariant()
    def the_series_has_no_gap(self):
        if self.numbers:
            assert self.numbers == list(range(self.numbers[0], self.numbers[0] + len(self.numbers)))


def test_no_sequence_of_acts_gets_round_a_gate(desk):
    Gate.desk, Gate.numbers = desk, []
    few = settings(
        max_examples=20,
        stateful_step_count=10,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Gate, settings=few)
    assert len(Gate.numbers) > 2  # else the machine never came to the gate
