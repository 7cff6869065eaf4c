"""What people do in the mediation room, in as few words as a test needs."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from shared.testing.people import VILLAGE, principal
from shared.testing.running import Running
from tests.system.mediation_session.neighbours import a_case, party, told

MEDIATOR = principal("mediator", "m-01", VILLAGE)
OTHER_MEDIATOR = principal("mediator", "m-02", VILLAGE)
DIRECTOR = principal("director", "d-01")
CLERK = principal("clerk", "k-01")
BUREAU = principal("bureau", "b-01")
_numbers = count(1)

PAY = {
    "kind": "pay",
    "who": "p-2",
    "to_whom": "p-1",
    "amount_fen": 1_200_000,
    "when": {
        "instalments": [
            {"date": "2026-04-01", "amount_fen": 600_000},
            {"date": "2026-05-01", "amount_fen": 600_000},
        ]
    },
    "how": "银行转账",
    "if_not": "张某可以要求一次付清余款",
}
FIX = {
    "kind": "do",
    "who": "p-2",
    "to_whom": "p-1",
    "object": "修好漏水的水管",
    "when": {"once": "2026-03-20"},
    "how": "请专业人员上门",
    "if_not": "张某请人修，费用由李某承担",
}
TEXT = {"facts": "李某家水管破裂，水渗到张某家。", "matters": "赔偿数额和付款时间。"}
SAID = [{"audience": "joint", "words": "双方愿意商量赔偿。"}]


@dataclass
class Room:
    """One mediator with a running suite and a fresh case."""

    suite: Running
    case: str

    @classmethod
    def of(cls, suite: Running, **case: Any) -> "Room":
        id_ = f"case-{next(_numbers)}"
        told.cases[id_] = a_case(id_, **case)
        return cls(suite, id_)

    def do(self, verb: str, who=MEDIATOR, **words: Any):
        return self.suite.ask("mediation_session", verb, who, **self._about(verb), **words)

    def refused(self, verb: str, who=MEDIATOR, **words: Any):
        return self.suite.refusal("mediation_session", verb, who, **self._about(verb), **words)

    def _about(self, verb: str) -> dict[str, str]:
        of_agreement = ("freeze_agreement", "sign_agreement", "seal_agreement", "get_agreement")
        also = ("record_performance", "record_follow_up", "print_agreement")
        return {} if verb in (*of_agreement, *also) else {"case": self.case}

    def notify(self) -> None:
        for known in told.cases[self.case]["parties"]:
            self.do("give_notice", party=known["party"], way="reading")

    def sit(self, **words: Any):
        usual = {"place": "调解室", "parties": ["p-1", "p-2"], "words": SAID, "result": "agreed"}
        return self.do("record_session", **{**usual, **words})

    def met(self) -> "Room":
        self.notify()
        self.sit()
        return self

    def draft(self, *clauses: Any, **words: Any):
        said = {**TEXT, **words, "clauses": list(clauses) or [PAY, FIX]}
        return self.do("draft_agreement", **said)

    def frozen(self, *clauses: Any, **words: Any) -> tuple[str, str]:
        id_ = self.draft(*clauses, **words)["agreement"]
        return id_, self.do("freeze_agreement", agreement=id_)["hash"]

    def sign(self, id_: str, hash_: str, **words: Any):
        usual = {"signer_kind": "party", "way": "ink"}
        return self.do("sign_agreement", agreement=id_, hash=hash_, **{**usual, **words})

    def sign_all(self, id_: str, hash_: str) -> None:
        for known in told.cases[self.case]["parties"]:
            self.sign(id_, hash_, party=known["party"])
        self.sign(id_, hash_, signer_kind="mediator")

    def seal(self, id_: str, hash_: str, **words: Any):
        return self.do("seal_agreement", DIRECTOR, agreement=id_, hash=hash_, **words)

    def agreed(self, *clauses: Any, **words: Any) -> str:
        id_, hash_ = self.frozen(*clauses, **words)
        self.sign_all(id_, hash_)
        self.seal(id_, hash_)
        return id_

    def shown(self, who=MEDIATOR):
        return self.do("get_mediation", who)

    def agreement(self, id_: str, who=MEDIATOR):
        return self.do("get_agreement", who, agreement=id_)

    def entries(self):
        told_ = [e for e in self.suite.entries("mediation_session") if e["subject"] == self.case]
        return [(e["type"].split(".")[1], e["data"]) for e in told_]

    def events(self):
        return [name for name, _ in self.entries()]

    def data(self, event: str):
        """What the last entry of this name carries."""
        return [data for name, data in self.entries() if name == event][-1]

    def papers(self, form: str):
        self.suite.settle()
        filed = (p for p in told.papers.values() if p[:2] == (self.case, form))
        return [data for _case, _form, data in filed]


__all__ = [
    "BUREAU",
    "CLERK",
    "DIRECTOR",
    "FIX",
    "MEDIATOR",
    "OTHER_MEDIATOR",
    "PAY",
    "Room",
    "party",
]
