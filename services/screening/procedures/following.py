"""What screening does when intake tells of a case that began as a finding."""

from typing import Any

from services.screening import rules, store
from shared.bus.context import Context
from shared.ledger.cursors import Heard
from shared.ledger.transaction import Transaction


def mark_taken(context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A case was registered from a finding of ours: a committee has taken it."""
    origin = heard.data.get("origin") or {}
    if origin.get("kind") != "finding":
        return
    finding = store.finding_by_id(tx.connection, origin["id"])
    if finding is None or finding["state"] != "handed_over":
        return
    state = rules.step(finding["state"], "take")
    version = tx.change(
        store.finding, finding["id"], finding["version"], state=state, case=heard.subject
    )
    _tell(context, tx, "finding_taken", finding, version=version, case=heard.subject)


def end_with_case(context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """The case ended or was refused: so does its finding, with the outcome."""
    finding = store.finding_of_case(tx.connection, heard.subject)
    if finding is None or finding["state"] == "ended":
        return
    state = rules.step(finding["state"], "end_with_case")
    outcome = rules.outcome_of_case(heard.data.get("how") or heard.data.get("reason") or "")
    values = {"state": state, "outcome": outcome}
    version = tx.change(store.finding, finding["id"], finding["version"], **values)
    data = {"version": version, "case": heard.subject, "outcome": outcome}
    _tell(context, tx, "finding_ended", finding, **data)


def _tell(context: Context, tx: Transaction, event: str, finding: store.Row, **data: Any) -> None:
    tx.append(event, finding["id"], division=finding["division"], happened_at=context.now(), **data)
