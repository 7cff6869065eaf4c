"""Parties in full; phone and identity number only with a purpose, and journalled (X7)."""

from collections.abc import Sequence
from typing import Any

from services.intake.procedures.sealing import opened
from services.intake.procedures.steps import Payload, found, hash_of
from services.intake.rules import people as rules
from services.intake.store import people, tables
from services.intake.store.cases import Row
from shared.access.identity import mask_phone
from shared.bus.context import Context
from shared.contracts.intake.codes import SENSITIVE
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id


def get_parties(context: Context, query: Payload) -> Payload:
    """The parties with who acts for them; sensitive fields in full only where named."""
    case = found(context, query)
    full = [field for field in SENSITIVE if field in query["fields"]]
    if full and not query["purpose"]:
        raise Refused("purpose_missing", field="purpose")
    with context.read() as connection:
        rows = people.parties_of(connection, case["id"])
    if full:
        _note(context, case["id"], [r for r in rows if _has(r, full)], full, query["purpose"])
    return {"parties": [_party(context, r, rows, full) for r in rows if r["role"] in rules.SIDES]}


def reveal_field(context: Context, query: Payload) -> Payload:
    """One field of one party in full, for a purpose and a reason that are kept."""
    case, field = found(context, query), query["field"]
    with context.read() as connection:
        row = people.find_of_case(connection, tables.party, case["id"], query["party"], "party")
    _note(context, case["id"], [row], [field], query["purpose"], query["reason"])
    return {"party": row["id"], "field": field, "value": opened(context.vault, row, field)}


def _has(row: Row, fields: Sequence[str]) -> bool:
    return any(row[field] for field in fields)


def _note(
    context: Context,
    case_id: str,
    rows: Sequence[Row],
    fields: Sequence[str],
    purpose: str,
    reason: str | None = None,
) -> None:
    """Journal it before it leaves."""
    with context.note() as tx:
        for row in rows:
            kept = {"case": case_id, "party": row["id"], "purpose": purpose, "reason": reason}
            by = {"by": context.principal.actor, "at": context.now().isoformat()}
            tx.add(tables.reveal, id=new_id(context.now()), fields=list(fields), **kept, **by)
            data = {"party": row["id"], "fields_revealed": list(fields), "purpose": purpose}
            why = hash_of(reason) if reason else None
            tx.append("field_revealed", case_id, reason_hash=why, **data)


def _party(context: Context, row: Row, rows: Sequence[Row], full: Sequence[str]) -> dict[str, Any]:
    acting = [r for r in rows if r["represents"] == row["id"]]
    today = sorted(
        (r for r in acting if rules.acts_for(r, row, context.today())),
        key=lambda r: r["role"] != "guardian",
    )
    return {
        **row,
        "party": row["id"],
        "age": rules.age_on(row, context.today()),
        "phone": _phone(context, row, full),
        "identity_number": _number(context, row, full),
        "represented_by": _stand_in(context, today[0], full) if today else None,
        "stand_ins": [_stand_in(context, r, full) for r in acting],
    }


def _stand_in(context: Context, row: Row, full: Sequence[str]) -> dict[str, Any]:
    return {
        "party": row["id"],
        "role": row["role"],
        "name": row["name"] or row["label"],
        "relation": row["represents_relation"],
        "kind": row["represents_kind"],
        "powers": row["represents_powers"],
        "until": row["represents_until"],
        "phone": _phone(context, row, full),
    }


def _phone(context: Context, row: Row, full: Sequence[str]) -> str | None:
    phone = opened(context.vault, row, "phone")
    return phone if phone is None or "phone" in full else mask_phone(phone)


def _number(context: Context, row: Row, full: Sequence[str]) -> str | None:
    return opened(context.vault, row, "identity_number") if "identity_number" in full else None
