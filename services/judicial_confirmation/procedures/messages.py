"""Messages of a court that is reached by a driver: fetched once a day, each applied once."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from services.judicial_confirmation.drivers.court import Message
from services.judicial_confirmation.procedures import court, ruling
from services.judicial_confirmation.rules import states
from services.judicial_confirmation.store import changes, queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.bus.offload import offload
from shared.contracts.judicial_confirmation import CONTRACT
from shared.contracts.refused import Refused
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

ACTS: Mapping[str, tuple[str, court.Act]] = {
    "accepted": ("accept_application", court.accept),
    "supplement_requested": ("request_supplement", court.ask_more),
    "not_accepted": ("refuse_application", court.refuse),
    "deemed_withdrawn": ("deem_withdrawn", court.deem_withdrawn),
    "ruled": ("rule_confirmation", ruling.rule),
}


def schedule(tx: Transaction, row: Row, now: datetime) -> None:
    """Ask again in a day."""
    at = now + timedelta(days=1)
    key = f"poll:{row['id']}:{at.date().isoformat()}"
    tx.queue("poll_court", row["case"], key=key, at=at, confirmation=row["id"])


def fetch(context: Context, job: Job) -> Sequence[Message]:
    """What the court said of the packets of this confirmation."""
    id_ = job.args["confirmation"]
    with context.read() as connection:
        row = queries.by_id(connection, id_)
        ours = {made["packet"] for made in queries.of(connection, tables.application, id_)}
    if row["state"] not in states.AT_COURT:
        return ()
    since = datetime.fromisoformat(row["submitted_at"]).date()
    said = offload(context.drivers["court"].poll, since)
    return [message for message in said if message.packet in ours]


def apply(context: Context, tx: Transaction, job: Job, said: Sequence[Message]) -> None:
    """Apply what is new, in order; what the state does not allow any more is kept and shown."""
    id_ = job.args["confirmation"]
    known = {kept["id"] for kept in queries.of(tx.connection, tables.message, id_)}
    for message in said:
        if message.id not in known:
            applied = _apply_one(context, tx, id_, message)
            kept = {"id": message.id, "kind": message.kind, "applied": applied}
            tx.add(tables.message, confirmation=id_, **kept)
    row = changes.lock(tx, id_)
    if row["state"] in states.AT_COURT:
        schedule(tx, row, context.now())


def _apply_one(context: Context, tx: Transaction, id_: str, message: Message) -> bool:
    row = changes.lock(tx, id_)
    verb, act = ACTS[message.kind]
    try:
        states.step(row["state"], verb)
    except Refused:
        return False
    act(context, tx, row, _loaded(verb, row, message))
    return True


def _loaded(verb: str, row: Row, message: Message) -> Mapping[str, Any]:
    """The message in the shape of the verb that says the same."""
    about = {"command_id": message.id, "confirmation": row["id"], "version": row["version"]}
    at = message.at.isoformat()
    said: Mapping[str, Any] = CONTRACT.verbs[verb].intake.load(
        {**about, "happened_at": at, **message.data}
    )
    return said
