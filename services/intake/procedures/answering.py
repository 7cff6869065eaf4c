"""The sender of a referral (委托、移送) hears what became of it, in every branch (I4)."""

from datetime import datetime

from services.intake.procedures.steps import Payload
from services.intake.store import cases
from shared.ledger.transaction import Transaction


def answer_sender(
    tx: Transaction, referral: Payload | None, outcome: str, version: int, happened: datetime
) -> None:
    """Tell the sender, if there is one; the first answer is the reply that has a period."""
    if referral is None:
        return
    replied_at = referral["replied_at"] or happened.isoformat()
    cases.set_referral(tx, referral["case"], replied_at=replied_at, outcome=outcome)
    data = {"version": version, "happened_at": happened, "outcome": outcome}
    tx.append("referral_answered", referral["case"], sender=referral["sender"], **data)
