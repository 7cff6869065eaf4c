"""What mediation_session does when intake tells of a case."""

from collections.abc import Mapping
from typing import Any

from services.mediation_session import clients
from services.mediation_session.procedures import opening, past
from services.mediation_session.rules import opening as rules
from services.mediation_session.store import mediations
from shared.bus.context import Context
from shared.ledger.cursors import Heard
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def ask_case(context: Context, heard: Heard) -> Payload:
    """The accepted case, with its note if it was recorded afterwards."""
    case = clients.get_case(context, heard.subject)
    note = clients.get_note(context, heard.subject) if case["note_id"] else None
    return {"case": case, "note": note}


def open_accepted(context: Context, tx: Transaction, _heard: Heard, facts: Payload) -> None:
    """A case was accepted: open its mediation, or record the one that lies behind it."""
    if facts["case"]["state"] == "refused":  # an acceptance by mistake, taken back since
        return
    if facts["note"] is not None:
        past.record(context, tx, facts["case"], facts["note"])
        return
    row = rules.of_case(facts["case"])
    opening.insert(context, tx, row, [m["mediator"] for m in facts["case"]["mediators"]])


def ask_mediators(context: Context, heard: Heard) -> list[str]:
    """Who mediates the case now."""
    case = clients.get_case(context, heard.subject)
    return [m["mediator"] for m in case["mediators"]]


def keep_mediators(_context: Context, tx: Transaction, heard: Heard, mediators: list[str]) -> None:
    """Mediators were assigned or replaced; an unknown case brings them when it is opened."""
    if mediations.by_case(tx.connection, heard.subject) is not None:
        mediations.set_mediators(tx, heard.subject, mediators)
