"""Withdrawal: the parties take their application back before the ruling (民事诉讼法解释 357)."""

from collections.abc import Mapping
from typing import Any

from services.judicial_confirmation.procedures.court import check_after
from services.judicial_confirmation.procedures.ending import end
from services.judicial_confirmation.procedures.moving import done, found, seen
from services.judicial_confirmation.rules import states
from shared.bus.context import Context

Payload = Mapping[str, Any]


def withdraw_application(context: Context, command: Payload) -> Payload:
    """It ends here; while the period runs it may be opened once more."""
    row, happened = found(context, command), context.happened(command)
    states.step(row["state"], "withdraw_application")
    check_after(happened, row["submitted_at"])
    with context.commit() as tx:
        version = end(tx, row, "withdrawn", happened, version=seen(command, row))
        return done(tx, row, "ended", version)
