"""What all steps share: finding the confirmation, changing it, telling of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from services.judicial_confirmation.store import queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def found(context: Context, command: Payload) -> Row:
    """The confirmation that a command names, in the asker's scope."""
    with context.read() as connection:
        return queries.find(connection, context.principal, id=command["confirmation"])


def seen(command: Payload, row: Row) -> int:
    """The version that the caller saw."""
    return int(command["version"] or row["version"])


def change(tx: Transaction, row: Row, version: int, **values: Any) -> int:
    """Change the confirmation that was seen at `version`; the new version."""
    return tx.change(tables.confirmation, row["id"], version, **values)


def tell(
    tx: Transaction, event: str, row: Row, version: int, happened: datetime, **data: Any
) -> str:
    """One entry about the case; its id."""
    place = {"confirmation": row["id"], "division": row["division"]}
    said = {"version": version, "happened_at": happened, **place, **data}
    return tx.append(event, row["case"], **said)


def done(tx: Transaction, row: Row, state: str, version: int, **more: Any) -> Payload:
    """What the command answers."""
    return tx.answer(confirmation=row["id"], state=state, version=version, **more)
