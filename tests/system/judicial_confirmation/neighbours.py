"""The four neighbours on the left, with their published shapes, saying what a test tells them."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from importlib import import_module

from shared.bus.service import Service, verb
from shared.contracts import fields
from shared.contracts.contract import Contract
from shared.contracts.language import ROLES, Answer, Command, Verb, Words
from shared.contracts.refused import Refused
from shared.testing.people import COUNTY, identity_number
from tests.unit.judicial_confirmation.facts import agreement, case, party

COURT = {"court": "court-1", "name": "某县人民法院", "level": "basic", "division": COUNTY}
PROFILE = {"profile": "x", "version": 1, "division": COUNTY}
PART = 4000  # bytes of a packet in one answer: a packet comes in several


class Tell(Command):
    event = fields.code(required=True)
    subject = fields.id_(required=True)
    data = fields.facts(required=True)


class Told(Answer):
    subject = fields.id_()


TELL = Verb("tell_entry", Tell, Told, ROLES, Words("试验", "Trial"))


def tell(context, command):
    with context.commit() as tx:
        tx.append(command["event"], command["subject"], **command["data"])
        return tx.answer(subject=command["subject"])


@dataclass
class World:
    """What the neighbours know; tests change it as they like."""

    agreements: dict = field(default_factory=dict)
    cases: dict = field(default_factory=dict)
    parties: dict = field(default_factory=dict)
    papers: dict = field(default_factory=dict)
    courts: list = field(default_factory=lambda: [{**COURT, "why": "basic_of_county"}])
    roster: dict = field(default_factory=lambda: {"ok": True, "reasons": []})
    settings: dict | None = field(default_factory=dict)
    filed: dict = field(default_factory=dict)
    bound: list = field(default_factory=list)
    reveals: list = field(default_factory=list)

    def case(self, n, **changes):
        """A case with two parties and their papers in the archive; its id."""
        id_, both = f"c-{n}", [f"p-{2 * n - 1}", f"p-{2 * n}"]
        self.cases[id_] = case(case=id_)
        numbers = [identity_number(serial=2 * n % 1000), identity_number("19900101", n % 1000)]
        self.parties[id_] = [
            party(p, name=f"某{p}", identity_number=number)
            for p, number in zip(both, numbers, strict=True)
        ]
        self.papers[id_] = ["agreement", "identity", "record", "evidence"]
        self.agree(id_, f"a-{n}", **changes)
        return id_

    def agree(self, case_id, agreement_id, **changes):
        """An agreement of that case in effect."""
        mine = [p["party"] for p in self.parties[case_id]]
        ids = {"p-1": mine[0], "p-2": mine[1]}
        text = re.sub(r"\bp-[12]\b", lambda found: ids[found[0]], json.dumps(agreement()))
        own = {"case": case_id, "agreement": agreement_id, "version": 1}
        own["hash"] = hashlib.sha256(agreement_id.encode()).hexdigest()
        self.agreements[agreement_id] = {**json.loads(text), **own, **changes}
        return self.agreements[agreement_id]


def neighbours(world):
    """Service classes named as the real ones, with those of their verbs that are asked here."""
    return [
        _service("registry", _registry(world)),
        _service("document_archive", _archive(world)),
        _service("intake", _intake(world)),
        _service("mediation_session", {"get_agreement": _found(world, "agreements", "agreement")}),
    ]


def _service(name, procedures):
    real = import_module(f"shared.contracts.{name}").CONTRACT
    verbs = (TELL, *(real.verbs[v] for v in procedures))
    members = {v: verb(procedure) for v, procedure in procedures.items()}
    members |= {"name": name, "tell_entry": verb(tell)}
    members["contract"] = Contract(name, real.words, verbs, real.event_list, real.refusals)
    return type(name.title(), (Service,), members)


def _found(world, drawer, key):
    def get(_context, query):
        row = getattr(world, drawer).get(query[key])
        if row is None:
            raise Refused("not_found")
        return row

    return get


def _registry(world):
    def get_profile(_context, _query):
        if world.settings is None:
            raise Refused("not_found")
        return {**PROFILE, "settings": world.settings}

    def check_roster(_context, _query):
        return {**world.roster, "committee_name": "某村调委会", "mediator_name": "赵某"}

    def find_courts(_context, _query):
        return {"courts": world.courts}

    return {"get_profile": get_profile, "check_roster": check_roster, "find_courts": find_courts}


def _intake(world):
    def get_parties(context, query):
        if query["fields"]:
            world.reveals.append((context.principal.actor, query["case"], query["purpose"]))
        return {"parties": world.parties[query["case"]]}

    return {"get_case": _found(world, "cases", "case"), "get_parties": get_parties}


def _archive(world):
    def render_form(_context, query):
        pdf = json.dumps([query["form"], query["data"]], sort_keys=True).encode()
        return {"pdf_base64": base64.b64encode(pdf).decode(), "pages": 1, "version": "1"}

    def assemble_packet(_context, query):
        there = world.papers[query["subject"]]
        missing = [form for form in query["forms"] if form not in there]
        if missing:
            raise Refused("papers_missing", missing=missing)
        world.bound.append(query["forms"])
        whole = _bound(query)
        part = whole[query["offset"] : query["offset"] + PART]
        about = {"total": len(whole), "pages": 9, "sha256": hashlib.sha256(whole).hexdigest()}
        return {"packet_base64": base64.b64encode(part).decode(), **about, "manifest": _rows(query)}

    def file(context, command):
        world.filed[command["command_id"]] = command
        with context.commit() as tx:
            known = {"document": "d-1", "form": command.get("form", "court_papers"), "pages": 1}
            return tx.answer(**known, sha256="00", late=False)

    makers = {"render_form": render_form, "assemble_packet": assemble_packet}
    return {**makers, "file_document": file, "file_scan": file}


def _bound(query):
    printed = [query["application_base64"], *(extra["pdf_base64"] for extra in query["extra"])]
    heads = {name: query[name] for name in ("court", "committee", "number")}
    return json.dumps([printed, query["forms"], heads], sort_keys=True).encode()


def _rows(query):
    titles = [*query["forms"], *(extra["title"] for extra in query["extra"])]
    paper = {"document": None, "pages": 1, "sha256": "00"}
    return [{"title": t, "form": t if t in query["forms"] else None, **paper} for t in titles]
