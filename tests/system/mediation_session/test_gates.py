"""Whatever people try in whatever order: no session without notices, no effect without frozen
text, all signatures and seal, and the moment of effect is the latest of them.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.contracts.refused import Refused
from tests.system.mediation_session.neighbours import party, told
from tests.system.mediation_session.room import DIRECTOR, FIX, MEDIATOR, SAID, TEXT, Room

IDS = ("p-1", "p-2", "p-3")
BAD = {**FIX, "how": None}
MOVES = st.one_of(
    st.tuples(st.just("notice"), st.sampled_from(IDS)),
    st.tuples(st.just("sit"), st.sampled_from(["agreed", "continue"])),
    st.tuples(st.just("draft"), st.sampled_from([FIX, BAD])),
    st.tuples(st.just("freeze"), st.none()),
    st.tuples(st.just("sign"), st.sampled_from([*IDS, "mediator"])),
    st.tuples(st.just("sign"), st.sampled_from(["p-1", "p-2", "mediator"])),
    st.tuples(st.just("seal"), st.sampled_from(["right", "right", "wrong"])),
    st.tuples(st.just("oral"), st.none()),
    st.tuples(st.sampled_from(["pause", "resume", "end", "newcomer", "later"]), st.none()),
)

LAST = (("sign", "p-1"), ("sign", "p-2"), ("sign", "mediator"), ("seal", "right"))


class Attempt:
    """A mediator who tries things, right or wrong, and remembers the newest agreement."""

    def __init__(self, suite):
        self.room = Room.of(suite, parties=[party(1), party(2)])
        self.agreement, self.hash, self.parties = None, "", ["p-1", "p-2"]

    def make(self, move, what):
        try:
            getattr(self, move)(what)
        except Refused as no:
            assert no.code != "invalid"

    def notice(self, who):
        self.room.do("give_notice", party=who, way="reading")

    def sit(self, result):
        words = {"parties": ["p-1"], "words": SAID, "place": "村委会"}
        self.room.do("record_session", result=result, **words)

    def draft(self, clause):
        said = {**TEXT, "clauses": [clause], "replaces": self.agreement}
        self.agreement = self.room.do("draft_agreement", **said)["agreement"]

    def freeze(self, _):
        done = self.room.do("freeze_agreement", agreement=self.agreement or "none")
        self.hash = done["hash"]

    def sign(self, who):
        signer = {"signer_kind": "mediator"} if who == "mediator" else {"signer_kind": "party"}
        signer["party"] = None if who == "mediator" else who
        words = {"agreement": self.agreement or "none", "hash": self.hash or "x", "way": "ink"}
        self.room.do("sign_agreement", **signer, **words)

    def seal(self, how):
        words = {"agreement": self.agreement or "none"}
        words["hash"] = self.hash if how == "right" and self.hash else "x"
        self.room.do("seal_agreement", DIRECTOR, **words)

    def oral(self, _):
        at = self.room.suite.clock.now().isoformat()
        done = self.room.do("record_oral_agreement", terms="赔三百", reached_at=at)
        self.agreement = done["agreement"]

    def pause(self, _):
        today = self.room.suite.clock.now().date().isoformat()
        self.room.do("pause_mediation", why="appraisal", since=today)

    def resume(self, _):
        today = self.room.suite.clock.now().date().isoformat()
        self.room.do("resume_mediation", on=today)

    def end(self, _):
        self.room.do("end_mediation", how="no_agreement", reason="谈不拢")

    def newcomer(self, _):
        if len(self.parties) == 2:
            self.parties.append("p-3")
            told.cases[self.room.case]["parties"].append(party(3))

    def later(self, _):
        self.room.suite.advance(minutes=1)


class Journal:
    """Reads the entries of a case one by one; each must be what the law allows then."""

    def __init__(self, room):
        self.room, self.noticed, self.sat = room, set(), False
        self.frozen, self.signed, self.effects = set(), {}, 0

    def read(self):
        for event, data in self.room.entries():
            getattr(self, event, lambda _: None)(data)
        return self

    def notice_given(self, data):
        self.noticed.add(data["party"])

    def session_held(self, _data):
        assert self.noticed >= {"p-1", "p-2"}
        self.sat = True

    def agreement_frozen(self, data):
        assert self.sat
        self.frozen.add(data["agreement"])

    def agreement_signed(self, data):
        assert data["agreement"] in self.frozen
        who = data["party"] or "mediator"
        self.signed.setdefault(data["agreement"], {})[who] = data["happened_at"]

    def agreement_effective(self, data):
        assert self.sat
        if data["form"] == "oral":
            return
        self.effects += 1
        shown = self.room.agreement(data["agreement"], MEDIATOR)
        signed = self.signed[data["agreement"]]
        assert set(signed) == {*shown["parties"], "mediator"}
        assert shown["hash"] == data["hash"]
        assert data["effective_at"] == max(*signed.values(), shown["sealed_at"])


def test_no_order_of_acts_gets_round_a_gate(suite):
    effects = []

    @settings(max_examples=40, deadline=None, database=None)
    @given(noise=st.lists(MOVES, max_size=20), wanted=st.booleans(), dice=st.randoms())
    def in_any_order(noise, wanted, dice):
        attempt = Attempt(suite)
        moves = [*noise, *LAST] if wanted else noise
        if wanted:
            attempt.room.met()
            attempt.draft(FIX)
            attempt.freeze(None)
        dice.shuffle(moves)
        for move, what in moves:
            attempt.make(move, what)
        effects.append(Journal(attempt.room).read().effects)

    in_any_order()
    assert sum(effects) > 0
