"""Whatever is tried in whatever order: nothing reaches the court without all that the law asks."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.contracts.refused import Refused
from shared.testing.people import CLERK
from tests.system.judicial_confirmation.desk import JUDGE

SIDE = st.integers(0, 1)
TRIES = st.one_of(
    st.tuples(st.just("wish"), SIDE, st.sampled_from(["yes", "yes", "yes", "no"])),
    st.tuples(st.just("sign"), SIDE),
    st.sampled_from(
        [
            ("prepare_application",),
            ("prepare_application",),
            ("submit_application",),
            ("submit_application",),
            ("answer_supplement",),
            ("withdraw_application",),
            ("accept",),
            ("ask_more",),
            ("rule",),
            ("move",),
            ("wait",),
        ]
    ),
)
STRAIGHT = (
    ("wish", 0, "yes"),
    ("wish", 1, "yes"),
    ("prepare_application",),
    ("sign", 0),
    ("sign", 1),
    ("submit_application",),
    ("accept",),
    ("rule",),
)
SENDING = ("submit_application", "answer_supplement")


class Walk:
    """One confirmation, and what a person beside it would write down."""

    def __init__(self, desk):
        self.desk, self.found = desk, desk.opened()
        self.moved = False

    def attempt(self, name, *args):
        """One try; what it may do is checked against what was shown before it."""
        before = self.desk.shown(self.found)
        try:
            getattr(self, name, self.plain(name))(*args)
        except Refused:
            assert self.desk.shown(self.found) == before
            return
        if name in SENDING:
            self.check_sending(before, name)
        self.moved = {"move": True, "prepare_application": False}.get(name, self.moved)
        self.desk.suite.settle()

    def plain(self, name):
        return lambda: self.desk.do(self.found, name)

    def wish(self, side, answer):
        party = self.found["parties"][side]
        self.desk.do(self.found, "record_wish", party=party, answer=answer)

    def sign(self, side):
        party = self.found["parties"][side]
        self.desk.do(self.found, "sign_application", party=party, way="ink")

    def accept(self):
        self.desk.do(self.found, "accept_application", JUDGE, court_number="第1号")

    def ask_more(self):
        self.desk.supplement(self.found)

    def rule(self):
        now = self.desk.suite.clock.now().isoformat()
        said = {"result": "valid", "ruling_number": "第2号", "served_at": now}
        self.desk.do(self.found, "rule_confirmation", JUDGE, **said)

    def move(self):
        person = self.desk.world.parties[self.found["case"]][0]
        person["address"] += "旁"

    def wait(self):
        self.desk.suite.advance(days=9)

    def check_sending(self, before, name):
        application = before["applications"][-1]
        assert {w["party"]: w["answer"] for w in before["wishes"]} == dict.fromkeys(
            self.found["parties"], "yes"
        )
        assert {s["party"] for s in application["signatures"]} == set(self.found["parties"])
        assert self.moved is False
        assert application["receipt"] is None
        assert name == "answer_supplement" or before["days_left"] >= 0


def versions(entries):
    return [data["version"] for name, data in entries if name != "deadline_near"]


@settings(
    max_examples=20,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(first=st.integers(0, 7), tries=st.lists(TRIES, min_size=5, max_size=20))
def test_no_order_of_steps_gets_round_a_gate(desk, first, tries):
    walk = Walk(desk)
    for name, *args in (*STRAIGHT[:first], *tries):
        walk.attempt(name, *args)
    shown = desk.shown(walk.found)
    sent = [a["packet"] for a in shown["applications"] if a["receipt"]]
    assert [n for n in desk.packets() if n.startswith(shown["confirmation"])] == sent
    entries = desk.entries(walk.found["case"])
    assert versions(entries) == list(range(1, shown["version"] + 1))
    ends = [name for name, _ in entries if name == "confirmation_ended"]
    assert len(ends) == (1 if shown["state"] == "ended" else 0)


def test_straight_walk_gets_there(desk):
    walk = Walk(desk)
    for name, *args in STRAIGHT:
        walk.attempt(name, *args)
    assert desk.shown(walk.found, CLERK)["how"] == "confirmed"
