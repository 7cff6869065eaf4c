"""Neighbours of mediation_session that say what they are told to say, on their real contracts."""

from dataclasses import dataclass, field
from typing import Any

from services.document_archive.forms.catalogue import printed_form
from services.document_archive.forms.completeness import missing_fields
from shared.bus.service import Service, verb
from shared.contracts import document_archive, intake, registry
from shared.contracts.refused import Refused
from shared.testing.people import VILLAGE

CLOCK = {"length": 30, "unit": "days", "rolls": True, "provisional": False}
PINS = {"profile": VILLAGE, "profile_version": 3, "manifest": None}


def party(no, **more):
    """Party `no` of a case; from 3 on third parties."""
    role = {1: "applicant", 2: "respondent"}.get(no, "third_party")
    name = f"{'张李王赵钱'[no - 1]}某"
    usual = {"kind": "person", "label": f"当事人{no}", "name": name, "address": f"三组{no}号"}
    return {"party": f"p-{no}", "role": role, "consent": "yes", "age": 40, **usual, **more}


def a_case(case, **more):
    """An accepted case as intake shows it."""
    mediator = {"mediator": "m-01", "name": "赵某", "how": "appointed", "conflict": False}
    return {
        "case": case,
        "version": 3,
        "state": "accepted",
        "reference": case,
        "number": "（2026）岭下人调字第1号",
        "division": VILLAGE,
        "committee": "c-01",
        "committee_name": "岭下镇人民调解委员会",
        "mediators": [mediator],
        "category": "neighbour",
        "sector": None,
        "level": "ordinary",
        "source": "application",
        "origin": {"kind": "application", "id": None},
        "summary": "楼上漏水，泡坏楼下天花板。",
        "place": "三组",
        "parties": [party(1), party(2)],
        "registered_at": "2026-03-02T08:00:00+08:00",
        "accepted_at": "2026-03-02T09:00:00+08:00",
        "pins": PINS,
        "oral_allowed": True,
        "clock": CLOCK,
        "sector_check": "none",
        "note_id": None,
        "registered_by": "clerk:k-01",
        **more,
    }


@dataclass
class Told:
    """What the stubs answer, and what came to them."""

    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    papers: dict[str, tuple[str, str, dict[str, Any]]] = field(default_factory=dict)
    reports: list[dict[str, Any]] = field(default_factory=list)
    follow_up_days: int | None = 20
    did_so_before: bool = False  # they had done it, were late to say so, and it now reads otherwise


told = Told()


def get_case(_context, query):
    if query["case"] not in told.cases:
        raise Refused("not_found")
    return told.cases[query["case"]]


def get_note(_context, query):
    return {"note": told.notes[query["case"]]}


def get_parties(_context, query):
    return {"parties": told.cases[query["case"]]["parties"]}


def accept_case(context, command):
    case = told.cases[command["case"]]
    names = ("number", "committee", "division", "category", "sector", "accepted_at", "note_id")
    with context.commit() as tx:
        tx.append("case_accepted", case["case"], version=3, **{n: case[n] for n in names})
        return tx.answer(case=case["case"], state="accepted", version=3)


def assign_mediator(context, command):
    case, id_ = told.cases[command["case"]], command["mediator"]
    case["mediators"] = [{"mediator": id_, "name": "孙某", "how": "chosen", "conflict": False}]
    with context.commit() as tx:
        tx.append("case_assigned", case["case"], version=4, mediator=id_, how="chosen")
        return tx.answer(case=case["case"], state="accepted", version=4)


def report_escalation(context, command):
    if told.did_so_before:
        raise Refused("command_id_reused")
    told.reports.append({**command, "actor": context.principal.actor})
    with context.commit() as tx:
        done = {"state": "accepted", "version": 4, "escalation": f"e-{command['command_id']}"}
        return tx.answer(case=command["case"], **done)


class Intake(Service):
    """Says of its cases what it is told to say."""

    name = "intake"
    contract = intake.CONTRACT

    get_case = verb(get_case)
    get_note = verb(get_note)
    get_parties = verb(get_parties)
    accept_case = verb(accept_case)
    assign_mediator = verb(assign_mediator)
    report_escalation = verb(report_escalation)


def file_document(context, command):
    """As the archive does: a paper that lacks a field is refused."""
    if told.did_so_before:
        raise Refused("command_id_reused")
    lacking = missing_fields(printed_form(command["form"]), command["data"])
    if lacking:
        raise Refused("fields_missing", fields=[name for name, _ in lacking])
    with context.commit() as tx:
        told.papers[command["command_id"]] = command["subject"], command["form"], command["data"]
        return tx.answer(document=command["command_id"], form=command["form"], pages=1)


def render_form(_context, query):
    lacking = missing_fields(printed_form(query["form"]), query["data"])
    return {"pdf_base64": "JVBERg==", "pages": 2 + len(lacking), "version": "2026-11-01"}


class Archive(Service):
    """Keeps papers in a dictionary."""

    name = "document_archive"
    contract = document_archive.CONTRACT

    file_document = verb(file_document)
    render_form = verb(render_form)


def get_profile(_context, query):
    settings = {"follow_up": {"days": told.follow_up_days}}
    named = {"profile": query["division"], "version": 3, "division": query["division"]}
    return {**named, "since": "2026-01-01", "settings": settings}


class Registry(Service):
    """Knows one region profile."""

    name = "registry"
    contract = registry.CONTRACT

    get_profile = verb(get_profile)
