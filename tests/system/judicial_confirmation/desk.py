"""A desk that walks a case to where a test begins."""

import itertools
from dataclasses import dataclass

from shared.access.principal import Principal
from shared.testing.people import CLERK, COUNTY
from tests.system.judicial_confirmation.neighbours import World

JUDGE = Principal("court", "j-01", (COUNTY,))
SERVICE = "judicial_confirmation"
NUMBERS = itertools.count(1)


@dataclass
class Desk:
    """A running suite and what its neighbours know."""

    suite: object
    world: World

    def effect(self, agreement, **changes):
        """Tell that an agreement is in effect; the confirmation as it is shown then."""
        names = ("agreement", "form", "hash", "effective_at", "amount_fen", "division", "committee")
        data = {name: agreement[name] for name in names} | {"version": 1, "reasons": []}
        data |= {"confirmable": agreement["confirmable"], "happened_at": agreement["effective_at"]}
        told = {"event": "agreement_effective", "subject": agreement["case"]}
        self.suite.ask("mediation_session", "tell_entry", CLERK, **told, data={**data, **changes})
        self.suite.settle()
        return self.of_case(agreement["case"]) if changes.get("shown", True) else None

    def opened(self, **changes):
        """A confirmation of a new case, effective this very moment."""
        case = self.world.case(next(NUMBERS))
        now = self.suite.clock.now().isoformat()
        moments = {"effective_at": now, "parties_signed_at": now}
        agreement = next(a for a in self.world.agreements.values() if a["case"] == case)
        agreement.update({**moments, **changes})
        return self.effect(agreement)

    def of_case(self, case):
        return self.suite.ask(SERVICE, "get_confirmation", CLERK, case=case)

    def shown(self, confirmation, who=CLERK):
        return self.suite.ask(
            SERVICE, "get_confirmation", who, confirmation=confirmation["confirmation"]
        )

    def do(self, confirmation, verb, who=CLERK, **more):
        id_ = confirmation["confirmation"]
        return self.suite.ask(SERVICE, verb, who, confirmation=id_, **more)

    def refused(self, confirmation, verb, who=CLERK, **more):
        id_ = confirmation["confirmation"]
        return self.suite.refusal(SERVICE, verb, who, confirmation=id_, **more)

    def intended(self, **changes):
        found = self.opened(**changes)
        for party in found["parties"]:
            self.do(found, "record_wish", party=party, answer="yes")
        return found

    def prepared(self, **changes):
        found = self.intended(**changes)
        self.do(found, "prepare_application")
        return found

    def sign(self, found):
        for party in found["parties"]:
            self.do(found, "sign_application", party=party, way="ink")

    def signed(self, **changes):
        found = self.prepared(**changes)
        self.sign(found)
        return found

    def submitted(self, **changes):
        found = self.signed(**changes)
        self.do(found, "submit_application")
        self.suite.settle()
        return found

    def accepted(self, **changes):
        found = self.submitted(**changes)
        self.do(found, "accept_application", JUDGE, court_number="(2026)某民特1号")
        return found

    def supplement(self, found):
        until = self.suite.clock.now().date().isoformat()
        self.do(found, "request_supplement", JUDGE, items=["身份证背面"], until=until)
        return found

    def entries(self, case):
        """(event, data) of the case's entries, oldest first."""
        mine = [e for e in self.suite.entries(SERVICE) if e["subject"] == case]
        return [(entry["type"].split(".")[1], entry["data"]) for entry in mine]

    def events(self, case):
        return [name for name, _ in self.entries(case)]

    def packets(self):
        """Numbers of the packets that lie at the court."""
        folder = self.suite.suite.site.settings.data / "court" / "in"
        return sorted(path.stem for path in folder.glob("*.json"))
