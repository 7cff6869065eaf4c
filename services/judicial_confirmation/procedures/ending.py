"""How a confirmation ends: one place for the row, the entry and the deadlines taken back."""

from collections.abc import Sequence
from datetime import datetime

from services.judicial_confirmation.procedures import deadlines
from services.judicial_confirmation.procedures.moving import change, tell
from services.judicial_confirmation.store.queries import Row
from shared.ledger.transaction import Transaction


def end(
    tx: Transaction,
    row: Row,
    how: str,
    at: datetime,
    *,
    version: int | None = None,
    grounds: Sequence[str] = (),
) -> int:
    """End it; `version` is what the caller saw, the row's own in handlers and jobs."""
    values = {"state": "ended", "how": how, "grounds": list(grounds), "ended_at": at.isoformat()}
    new = change(tx, row, version or row["version"], **values)
    tell(tx, "confirmation_ended", row, new, at, how=how, grounds=list(grounds))
    deadlines.cancel(tx, row)
    return new
