"""What people do at intake's desk, in as few words as a test needs."""

from dataclasses import dataclass
from typing import Any

from shared.testing.people import CLERK, VILLAGE, principal
from shared.testing.running import Running

TEXT = "楼上李某家水管漏水，把我家天花板泡了，要他赔一万二千元。"
DIRECTOR = principal("director", "d-01")
SIDES = (
    {"role": "applicant", "label": "楼下张某", "name": "张某"},
    {"role": "respondent", "label": "楼上住户"},
)


@dataclass
class Desk:
    """One clerk with a running suite."""

    suite: Running

    def do(self, verb: str, case: str, who=CLERK, **words: Any):
        return self.suite.ask("intake", verb, who, case=case, **words)

    def refused(self, verb: str, case: str, who=CLERK, **words: Any):
        return self.suite.refusal("intake", verb, who, case=case, **words)

    def register(self, who=CLERK, **words: Any):
        usual = {"division": VILLAGE, "source": "application", "way": "oral", "text": TEXT}
        return self.suite.ask("intake", "register_case", who, **{**usual, **words})

    def opened(self, **words: Any) -> str:
        """A registered case with two sides."""
        return self.register(**{"parties": list(SIDES), **words})["case"]

    def parties(self, case: str):
        return self.suite.ask("intake", "get_case", CLERK, case=case)["parties"]

    def agree(self, case: str):
        for party in self.parties(case):
            self.do("record_consent", case, party=party["party"], answer="yes", way="in_person")

    def ready(self, decided=None, **words: Any) -> str:
        """A case that may be accepted, triaged as `decided` or as proposed."""
        case = self.opened(**words)
        self.agree(case)
        self.do("triage_case", case, **({**decided, "reason": "当面核实"} if decided else {}))
        return case

    def accepted(self, **words: Any) -> str:
        case = self.ready(**words)
        self.do("accept_case", case)
        return case

    def shown(self, case: str, who=CLERK):
        return self.suite.ask("intake", "get_case", who, case=case)

    def entries(self, case: str):
        """(name, data) of what intake told of a case."""
        told = [e for e in self.suite.entries("intake") if e["subject"] == case]
        return [(e["type"].split(".")[1], e["data"]) for e in told]

    def events(self, case: str):
        return [name for name, _ in self.entries(case)]

    def tell(self, event: str, case: str, **data: Any):
        """mediation_session says something of a case."""
        at = self.suite.clock.now().isoformat()
        say = {"event": event, "subject": case, "data": {"version": 1, "happened_at": at, **data}}
        self.suite.ask("mediation_session", "tell", CLERK, **say)
        self.suite.settle()
