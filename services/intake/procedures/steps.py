"""What all steps of a case share: finding it, bumping it, saying that it is done."""

import hashlib
from collections.abc import Mapping
from typing import Any

from services.intake.store import cases, tables
from shared.bus.context import Context
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def found(context: Context, payload: Payload) -> cases.Row:
    """The case that a command or query names, if the asker may see it."""
    with context.read() as connection:
        return cases.find_case(connection, payload["case"], context.principal)


def bump(tx: Transaction, command: Payload, case: Payload, **values: Any) -> int:
    """Change the case's row as the caller saw it; the new version."""
    seen = command["version"] or case["version"]
    return tx.change(tables.case, case["id"], seen, **values)


def done(tx: Transaction, case_id: str, state: str, version: int, **more: Any) -> Payload:
    return tx.answer(case=case_id, state=state, version=version, **more)


def hash_of(text: str) -> str:
    """What an entry carries of free words."""
    return hashlib.sha256(text.encode()).hexdigest()
