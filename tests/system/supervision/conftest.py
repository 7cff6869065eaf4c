"""Sources that say what they are told to say, with the published events of their services."""

from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from typing import Any

import pytest

from services.supervision.service import Supervision
from shared.bus.service import Service, verb
from shared.contracts import fields
from shared.contracts.contract import Contract
from shared.contracts.language import ROLES, Answer, Command, Part, Verb, Words
from shared.testing.people import ADMINISTRATOR, principal
from shared.testing.running import running

WORDS = Words("试验", "Trial")
NAMES = (
    "registry",
    "document_archive",
    "screening",
    "intake",
    "mediation_session",
    "judicial_confirmation",
)
YEAR = {"since": "2026-01-01", "until": "2026-12-31"}
COUNTIES = count(1000)


class Entry(Part):
    event = fields.code(required=True)
    subject = fields.line(required=True)
    data = fields.facts(required=True)


class Tell(Command):
    entries = fields.many(Entry, required=True)


class Told(Answer):
    count = fields.count()


def tell(context, command):
    with context.commit() as tx:
        for entry in command["entries"]:
            tx.append(entry["event"], entry["subject"], **entry["data"])
        return tx.answer(count=len(command["entries"]))


def list_committees(_context, query):
    first = f"{query['division'][:6]}-c-1"
    return {"committees": [{"committee": first, "name": "某村人民调解委员会"}]}


def list_divisions(_context, query):
    below = f"{query['parent'][:6]}100000"
    return {"divisions": [{"division": below, "name": f"镇{below}"}]}


def source(name):
    real = import_module(f"shared.contracts.{name}").CONTRACT
    reads = (real.verbs[v] for v in ("list_committees", "list_divisions") if v in real.verbs)
    verbs = (Verb("tell_entries", Tell, Told, ROLES, WORDS), *reads)
    members = {
        "name": name,
        "contract": Contract(name, real.words, verbs, real.event_list),
        "tell_entries": verb(tell),
        "list_committees": verb(list_committees),
        "list_divisions": verb(list_divisions),
    }
    return type(name.title(), (Service,), members)


SOURCES = [source(name) for name in NAMES]


@dataclass
class Bureau:
    """A running suite, what its sources are told to say of one county, and what supervision makes
    of it.
    """

    suite: Any
    county: str = "220122000000"

    def __post_init__(self):
        self.township, self.village = f"{self.county[:6]}100000", f"{self.county[:6]}100201"
        self.person = principal("bureau", "b-01", self.county)

    def say(self, *entries):
        """Entries `(source, event, subject, data)`, told in the order given."""
        for name, event, subject, data in entries:
            one = {"event": event, "subject": self.id(subject), "data": data}
            self.suite.ask(name, "tell_entries", ADMINISTRATOR, entries=[one])

    def id(self, subject):
        """The subject as it is told: each county has its own."""
        return f"{self.county[:6]}-{subject}"

    def accepted(self, case, **changes):
        facts = {
            "version": 2,
            "number": f"〔2026〕{case}",
            "committee": "c-1",
            "host_type": "village",
            "division": self.village,
            "category": "neighbour",
            "level": "ordinary",
            "source": "application",
            "people_count": 2,
            "accepted_at": "2026-03-02T09:00:00+08:00",
        }
        return ("intake", "case_accepted", case, {**facts, **changes})

    @staticmethod
    def effective(case, form="written", amount_fen=120_050):
        told = {"agreement": f"a-{case}", "form": form, "amount_fen": amount_fen}
        return ("mediation_session", "agreement_effective", case, told)

    @staticmethod
    def ended(case, how="agreed", prevented=()):
        told = {"how": how, "prevented": list(prevented)}
        return ("mediation_session", "mediation_ended", case, told)

    def ask(self, verb_, who=None, **asked):
        """Ask supervision once it has heard all."""
        self.suite.settle()
        return self.suite.ask("supervision", verb_, who or self.person, **asked)

    def refusal(self, verb_, who=None, **asked):
        self.suite.settle()
        return self.suite.refusal("supervision", verb_, who or self.person, **asked)

    def table(self, **changes):
        return self.ask("get_case_table", **{**YEAR, "division": self.county, **changes})

    def totals(self, **changes):
        """The totals that are not nought or empty, by column."""
        shown = self.table(**changes)
        return self.figures(shown, shown["totals"])

    def export(self, **changes):
        asked = {**YEAR, "division": self.county, "by": "committee", **changes}
        return self.ask("export_case_table", **asked)

    def behind(self, column, **changes):
        asked = {**YEAR, "division": self.county, "column": column, **changes}
        return self.ask("list_cases_behind", **asked)

    @staticmethod
    def figures(shown, cells):
        """Cells that are not nought or empty, by column."""
        return {c["code"]: n for c, n in zip(shown["columns"], cells, strict=True) if n}


@contextmanager
def bureau_in(folder, names=NAMES, *, supervised=True):
    """The named sources with supervision beside them, in a folder."""
    services = [s for s in SOURCES if s.name in names] + [Supervision] * supervised
    with running(folder, services) as suite:
        yield Bureau(suite)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with bureau_in(tmp_path_factory.mktemp("supervision")) as bureau:
        yield bureau


@pytest.fixture
def bureau(site):
    """A county of its own for each test."""
    return Bureau(site.suite, f"22{next(COUNTIES)}000000")


@pytest.fixture(name="bureau_in")
def bureau_in_folder():
    return bureau_in
