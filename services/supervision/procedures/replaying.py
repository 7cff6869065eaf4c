"""Rebuilding the read model from the journals, and how far that has come."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from services.supervision import clients
from services.supervision.store import replaying
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger import cursors
from shared.ledger.chain import ZERO, Sealed

Payload = Mapping[str, Any]
START = Sealed(0, ZERO, None)


def check_whole(connection: Any) -> None:
    """No figure is shown while part of what was known is still to be read again."""
    if behind := replaying.missing(connection):
        raise Refused("rebuilding", sources=list(behind))


def rebuild(context: Context, _command: Payload) -> Payload:
    """Drop the read model and every cursor; the subscriptions read the journals from their start.
    Refused while a source is away or differs, for what is dropped could not come back.
    """
    for source, place in cursors.positions(context.ledger.database).items():
        clients.check_journal(context, source, place)
    with context.commit() as tx:
        check_whole(tx.connection)
        places = cursors.restart(tx)
        replaying.clear(tx)
        replaying.expect(tx, places)
        sources = [{"source": source, "seq": places[source]} for source in sorted(places)]
        tx.append("read_model_rebuilt", "case_table", sources=sources)
        return tx.answer(sources=sources)


def get_progress(context: Context, _query: Payload) -> Payload:
    """For each journal: our place, its end, and the place at which a rebuild is over."""
    database = context.ledger.database
    with context.read() as connection:
        expected, missing = replaying.places(connection), replaying.missing(connection)
    here = cursors.positions(database)
    parked = Counter(row["source"] for row in cursors.list_parked(database))
    sources = [
        {
            "source": source,
            "position": here.get(source, START).seq,
            "head": clients.head(context, source),
            "until": expected.get(source),
            "parked": parked[source],
        }
        for source in clients.SOURCES
    ]
    return {"ready": not missing, "sources": [{**s, "state": _state(s, missing)} for s in sources]}


def _state(source: Payload, missing: Any) -> str:
    if source["source"] in missing:
        return "replaying"
    if source["head"] is None:
        return "absent"
    return "behind" if source["position"] < source["head"] else "ready"
