"""Neighbours of intake that say what they are told to say, on their real contracts."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from services.document_archive.forms.catalogue import printed_form
from services.document_archive.forms.completeness import missing_fields
from shared.bus.service import Service, verb
from shared.contracts import document_archive, fields, mediation_session, registry
from shared.contracts.contract import Contract
from shared.contracts.language import ROLES, Answer, Command, Verb, Words
from shared.contracts.refused import Refused
from shared.testing.people import TOWNSHIP

CLOCK = {"unit": "days", "rolls": True}
SETTINGS: dict[str, Any] = {
    "levels": {"major": {"facts": ["death"], "people_over": 10, "amount_fen": 30_000_000}},
    "numbering": {"pattern": "（{year}）{short}人调字第{n}号"},
    "clocks": {
        "acceptance": {"length": 3, "unit": "working_days", "rolls": True},
        "mediation_general": {"length": 30, **CLOCK},
        "court_delegated": {"length": 30, **CLOCK},
        "court_entrusted": {"length": 15, **CLOCK},
        "court_entrusted_summary": {"length": 7, **CLOCK},
        "labour": {"length": 15, **CLOCK},
    },
    "case_ends_on": "mediation_ended",
    "written_required_when": ["party_asks", "medical"],
}
COMMITTEE = {
    "committee": "c-01",
    "name": "岭下镇人民调解委员会",
    "short": "岭下",
    "host_type": "township",
    "division": TOWNSHIP,
    "sector": None,
    "reasons": ["township_instead"],
}


@dataclass
class Told:
    """What the stubs answer, and the papers that came to the archive."""

    settings: dict[str, Any] = field(default_factory=lambda: deepcopy(SETTINGS))
    manifests: dict[str, Any] = field(default_factory=dict)
    committee: dict[str, Any] | None = field(default_factory=lambda: dict(COMMITTEE))
    mediators: dict[str, dict[str, Any]] = field(default_factory=dict)
    papers: dict[str, tuple[str, str, dict[str, Any]]] = field(default_factory=dict)


told = Told()


def begin():
    """Forget what the last test told."""
    vars(told).update(vars(Told()))


def get_profile(_context, query):
    named = {"profile": query["division"], "version": 3, "division": query["division"]}
    return {**named, "since": "2026-01-01", "settings": told.settings}


def find_committee(_context, _query):
    if told.committee is None:
        raise Refused("committee_missing")
    return told.committee


def get_manifest(_context, query):
    if query["sector"] not in told.manifests:
        raise Refused("manifest_missing")
    content = told.manifests[query["sector"]]
    return {"sector": query["sector"], "version": "1.0", "manifest": content}


def check_mediator(_context, query):
    usual = {"ok": True, "reasons": [], "name": "赵某", "committee": "c-01", "division": TOWNSHIP}
    named = {"mediator": query["mediator"], "identity_hash": None}
    return {**usual, **named, **told.mediators.get(query["mediator"], {})}


class Registry(Service):
    name = "registry"
    contract = registry.CONTRACT

    get_profile = verb(get_profile)
    find_committee = verb(find_committee)
    get_manifest = verb(get_manifest)
    check_mediator = verb(check_mediator)


def file_document(context, command):
    """As the archive does: a paper that lacks a field is refused."""
    lacking = missing_fields(printed_form(command["form"]), command["data"])
    if lacking:
        raise Refused("fields_missing", fields=[name for name, _ in lacking])
    with context.commit() as tx:
        told.papers[command["command_id"]] = command["subject"], command["form"], command["data"]
        return tx.answer(document=command["command_id"], form=command["form"], pages=1)


class Archive(Service):
    name = "document_archive"
    contract = document_archive.CONTRACT

    file_document = verb(file_document)


class Tell(Command):
    event = fields.code(required=True)
    subject = fields.line(required=True)
    data = fields.facts(required=True)


class Done(Answer):
    subject = fields.line()


def tell(context, command):
    """Make the service say something."""
    with context.commit() as tx:
        tx.append(command["event"], command["subject"], **command["data"])
        return tx.answer(subject=command["subject"])


class Sessions(Service):
    """mediation_session, of which intake only hears."""

    name = "mediation_session"
    contract = Contract(
        service="mediation_session",
        words=mediation_session.CONTRACT.words,
        verb_list=(Verb("tell", Tell, Done, ROLES, Words("说", "Tell")),),
        event_list=mediation_session.CONTRACT.event_list,
    )

    tell = verb(tell)
