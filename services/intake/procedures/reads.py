"""What others read of a case; no phone, no identity number."""

from typing import Any

from services.intake.procedures.steps import Payload, found
from services.intake.procedures.terms import started_clock
from services.intake.rules import people as rules
from services.intake.store import cases, people, tables
from shared.access.principal import CLIENT, division_prefix
from shared.bus.context import Context
from shared.contracts.refused import Refused

PINS = ("profile", "profile_version", "manifest")
MANY = {
    "contacts": (tables.contact, None),
    "escalations": (tables.escalation, "escalation"),
    "requests_to_units": (tables.unit_request, "request"),
}
OF_STAFF = {**dict.fromkeys(MANY, ()), "triage": None}  # what those who work on a case note down


def get_case(context: Context, query: Payload) -> Payload:
    """One case with all that hangs on it; an outside system sees how it stands, no notes."""
    case = found(context, query)
    with context.read() as connection:
        parties = people.parties_of(connection, case["id"])
        mediators = cases.mediators_of(connection, case["id"])
        referral = cases.referral_of(connection, case["id"])
        triage = cases.last_triage(connection, case["id"])
        many = {name: _rows(connection, case["id"], *of) for name, of in MANY.items()}
    shown = {
        **case,
        **many,
        "case": case["id"],
        "summary": case["text"],
        "origin": {"kind": case["origin_kind"], "id": case["origin_id"]},
        "parties": [_party(p) for p in parties if p["role"] in rules.SIDES],
        "mediators": [_mediator(m, parties) for m in mediators],
        "pins": {k: case[k] for k in PINS} if case["profile"] else None,
        "clock": started_clock(case),
        "referral": referral,
        "triage": _proposal(triage),
    }
    return shown | OF_STAFF if context.principal.role == CLIENT else shown


def _rows(connection: Any, case_id: str, table: Any, named: str | None) -> list[dict[str, Any]]:
    rows = cases.of_case(connection, table, case_id)
    return [{**row, named: row["id"]} if named else dict(row) for row in rows]


def _party(row: cases.Row) -> dict[str, Any]:
    return {**row, "party": row["id"]}


def _mediator(row: cases.Row, parties: list[cases.Row]) -> dict[str, Any]:
    return {**row, "conflict": rules.is_party(row["identity_hash"], parties)}


def _proposal(triage: cases.Row | None) -> dict[str, Any] | None:
    if triage is None:
        return None
    decided = {"decided_by": triage["decided_by"], "decision_reason": triage["reason"]}
    return {**triage["proposal"], **decided}


def list_cases(context: Context, query: Payload) -> Payload:
    """Cases in sight, newest first."""
    prefix = division_prefix(query["division"]) if query["division"] else ""
    with context.read() as connection:
        rows = cases.list_cases(connection, context.principal, prefix, query)
    return {"cases": [{**row, "case": row["id"]} for row in rows]}


def get_note(context: Context, query: Payload) -> Payload:
    """The note of a past mediation, as it was told."""
    case = found(context, query)
    with context.read() as connection:
        note = cases.note_of(connection, case["id"])
    if note is None:
        raise Refused("note_missing", case=case["id"])
    return {"note": note["facts"]}
