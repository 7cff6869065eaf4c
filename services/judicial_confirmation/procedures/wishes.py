"""The wishes of the parties: all must want it, and each may change its mind until it is sent."""

from collections.abc import Mapping
from typing import Any

from services.judicial_confirmation.procedures.moving import change, done, found, seen, tell
from services.judicial_confirmation.rules import states
from services.judicial_confirmation.store import changes, queries
from shared.bus.context import Context

Payload = Mapping[str, Any]


def record_wish(context: Context, command: Payload) -> Payload:
    """What one party says; intended once all say yes, declined once one says no."""
    row, happened = found(context, command), context.happened(command)
    states.step(row["state"], "record_wish")
    states.check_party(row["parties"], command["party"])
    said = {name: command[name] for name in ("party", "answer")}
    with context.read() as connection:
        wishes = queries.wishes_of(connection, row["id"]) | {said["party"]: said["answer"]}
    state = states.after_wish(row["state"], row["parties"], wishes)
    by = {"at": happened.isoformat(), "by": context.principal.actor}
    with context.commit() as tx:
        version = change(tx, row, seen(command, row), state=state)
        changes.keep_wish(tx, {"confirmation": row["id"], **said, **by})
        if said["answer"] == "no":
            changes.drop_signatures(tx, row["id"], said["party"])
        tell(tx, "wish_recorded", row, version, happened, **said)
        waiting = states.waiting(row["parties"], wishes)
        return done(tx, row, state, version, waiting=waiting)
