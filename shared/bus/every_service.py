"""The verbs that every service has: its journal, its health, its parked subjects."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from shared.bus.context import Context
from shared.bus.outcome import Absent, Internal, Late
from shared.contracts.refused import Refused
from shared.ledger import cursors, jobs, journal
from shared.ledger.chain import Sealed
from shared.ledger.cursors import Heard

Payload = Mapping[str, Any]


def read_journal(context: Context, query: Payload) -> Payload:
    """A page of entries, audit ones by place and hash only."""
    database = context.ledger.database
    page = journal.read_journal(database, query["after"], query["hash"], query["limit"])
    return {"entries": [entry.wire() for entry in page], "head": journal.head(database).seq}


def health(context: Context, _query: Payload) -> Payload:
    """How this service is, and which of those it needs are away."""
    database = context.ledger.database
    lacks = [name for name in context.drivers["needs"] if not _is_there(context, name)]
    return {
        "service": context.ledger.contract.service,
        "state": "lacking" if lacks else "ok",
        "lacks": lacks,
        "head": journal.head(database).seq,
        "unsealed": journal.count_unsealed(database),
        "jobs": jobs.count_due(database, context.now()),
        "parked": cursors.count_parked(database),
    }


def _is_there(context: Context, service: str) -> bool:
    """Presence comes from an answer, whatever it says; reading a journal asks nobody further."""
    try:
        context.ask(service, "read_journal", limit_s=0.5, limit=1)
    except (Absent, Late, Internal):
        return False
    except Refused:
        return True
    return True


def list_parked(context: Context, _query: Payload) -> Payload:
    """Parked entries and jobs that failed, each with its reason."""
    database = context.ledger.database
    entries = [_shown(row, _type(row)) for row in cursors.list_parked(database)]
    failing = [
        {**row, "source": "jobs", "seq": 0, "state": "parked"}
        for row in jobs.list_failing(database)
    ]
    return {"parked": entries + [_shown(row, row["kind"]) for row in failing]}


def _type(row: Payload) -> str:
    return Heard.open(row["source"], Sealed.from_wire(json.loads(row["line"]))).type


def _shown(row: Payload, kind: str) -> dict[str, Any]:
    columns = ("source", "seq", "subject", "state", "reason", "tries")
    shown = {name: row[name] for name in columns}
    next_at = datetime.fromtimestamp(row["next_at"] / 1000, UTC)
    return {**shown, "type": kind, "next_at": next_at}


def retry_parked(context: Context, command: Payload) -> Payload:
    """Try a subject again at the next round, because its cause is gone."""
    source, subject = command["source"], command["subject"]
    with context.commit() as tx:
        seq = cursors.first_parked(tx, source, subject)
        if seq is None:
            raise Refused("not_found")
        cursors.retry_now(tx, source, subject)
        tx.append("parked_retried", subject, source=source, seq=seq)
        return tx.answer(subject=subject)


def drop_parked(context: Context, command: Payload) -> Payload:
    """Give up the first parked entry of a subject; those behind it are tried next."""
    source, subject = command["source"], command["subject"]
    with context.commit() as tx:
        seq = cursors.first_parked(tx, source, subject)
        if seq is None:
            raise Refused("not_found")
        cursors.unpark(tx, source, seq)
        cursors.retry_now(tx, source, subject)
        tx.append("parked_dropped", subject, source=source, seq=seq)
        return tx.answer(subject=subject)
