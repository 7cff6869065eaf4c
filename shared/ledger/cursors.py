"""Cursors (游标): this service's place in the journal of each source, moved in the transaction of
the effect; and the subjects that had to be parked so that all others go on (design.md §7).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from shared.ledger import tables
from shared.ledger.chain import ZERO, Sealed, link
from shared.ledger.database import Database
from shared.ledger.ids import millis
from shared.ledger.transaction import Transaction

PAUSES = (1, 5, 30, 300, 3600, 21600)  # seconds before each further try
PARKED, WAITING, BEHIND = "parked", "waiting", "behind"


class Gap(Exception):
    """The entry is not the next one: ask the source for what lies between."""


class Diverged(Exception):
    """The source's journal is not the one this cursor stood in: stop and call a person."""


@dataclass(frozen=True)
class Heard:
    """One entry of another service, opened."""

    source: str
    seq: int
    type: str
    subject: str
    time: str
    actor: str
    correlation: str
    id: str
    data: Mapping[str, Any]

    @classmethod
    def open(cls, source: str, entry: Sealed) -> "Heard":
        """From the sealed line; an audit entry without content has an empty type and subject."""
        e = json.loads(entry.line or "{}")
        return cls(
            source=source,
            seq=entry.seq,
            type=e.get("type", ""),
            subject=e.get("subject", ""),
            time=e.get("time", ""),
            actor=e.get("actor", ""),
            correlation=e.get("correlationid", ""),
            id=e.get("id", ""),
            data=e.get("data", {}),
        )


def position(database: Database, source: str) -> Sealed:
    """Where this service stands in the journal of `source`."""
    with database.read() as connection:
        row = connection.execute(
            select(tables.cursor).where(tables.cursor.c.source == source)
        ).first()
    return Sealed(row.seq, row.hash, None) if row else Sealed(0, ZERO, None)


def positions(database: Database) -> dict[str, Sealed]:
    """Where this service stands in each journal that it has read from."""
    with database.read() as connection:
        rows = connection.execute(select(tables.cursor)).all()
    return {row.source: Sealed(row.seq, row.hash, None) for row in rows}


def restart(tx: Transaction) -> dict[str, int]:
    """Forget all places and all that was put aside, so that every journal is read again from its
    start: for the rebuild of a read model, which the same transaction has to clear after this call.
    The places as they were.
    """
    gone = delete(tables.cursor).returning(tables.cursor.c.source, tables.cursor.c.seq)
    stood = {row.source: row.seq for row in tx.execute(gone)}
    tx.execute(delete(tables.parked))
    return stood


def advance(tx: Transaction, source: str, entry: Sealed) -> bool:
    """Move the cursor onto `entry` in the transaction of its effect. False: it was applied before.
    Raises Gap if it is not the next one, Diverged if it does not follow from what was applied.
    """
    mine = tables.cursor.c.source == source
    place = select(tables.cursor).where(mine).with_for_update()
    at = tx.execute(place).first()
    if at is None:  # the first entry ever; a twin may be quicker
        start = {"source": source, "seq": 0, "hash": ZERO}
        tx.database.insert_unless_there(tx.connection, tables.cursor, **start)
        at = tx.execute(place).one()
    if entry.seq <= at.seq:
        return False
    if entry.seq != at.seq + 1:
        raise Gap
    if entry.line is not None and link(at.hash, entry.line) != entry.hash:
        raise Diverged(f"{source} {entry.seq}")
    tx.execute(update(tables.cursor).where(mine).values(seq=entry.seq, hash=entry.hash))
    return True


def is_parked(database: Database, source: str, subject: str) -> bool:
    """Whether earlier entries of that subject wait, so that this one must wait behind them."""
    with database.read() as connection:
        query = select(tables.parked.c.seq).where(*_of(source, subject)).limit(1)
        return connection.execute(query).first() is not None


def park(tx: Transaction, source: str, entry: Sealed, state: str, why: str, now: datetime) -> None:
    """Put an entry aside, with the reason; the cursor goes on in the same transaction."""
    tx.add(
        tables.parked,
        source=source,
        seq=entry.seq,
        subject=Heard.open(source, entry).subject,
        line=json.dumps(entry.wire()),
        state=state,
        reason=why[:2000],
        tries=0,
        next_at=millis(now + timedelta(seconds=PAUSES[0])),
    )


def parked_heads(database: Database, source: str, now: datetime) -> list[tuple[str, Sealed]]:
    """The first parked entry of each subject whose pause is over."""
    with database.read() as connection:
        query = select(tables.parked).where(tables.parked.c.source == source)
        rows = connection.execute(query.order_by(tables.parked.c.seq)).mappings().all()
    heads: dict[str, Any] = {}
    for row in rows:
        heads.setdefault(row["subject"], row)
    ready = [row for row in heads.values() if row["next_at"] <= millis(now)]
    return [(row["subject"], Sealed.from_wire(json.loads(row["line"]))) for row in ready]


def unpark(tx: Transaction, source: str, seq: int) -> bool:
    """Take an entry out of the table in the transaction of its effect; False if it was gone."""
    gone = delete(tables.parked).where(tables.parked.c.source == source, tables.parked.c.seq == seq)
    return tx.execute(gone.returning(tables.parked.c.seq)).first() is not None


def postpone(tx: Transaction, source: str, seq: int, state: str, why: str, now: datetime) -> None:
    """It failed again: wait longer."""
    mine = (tables.parked.c.source == source) & (tables.parked.c.seq == seq)
    tries = tx.execute(select(tables.parked.c.tries).where(mine)).scalar() or 0
    pause = timedelta(seconds=PAUSES[min(tries + 1, len(PAUSES) - 1)])
    changed = {"state": state, "reason": why[:2000], "tries": tries + 1}
    tx.execute(update(tables.parked).where(mine).values(next_at=millis(now + pause), **changed))


def retry_now(tx: Transaction, source: str, subject: str) -> None:
    """An operator says that the cause is gone."""
    tx.execute(update(tables.parked).where(*_of(source, subject)).values(next_at=0))


def first_parked(tx: Transaction, source: str, subject: str) -> int | None:
    """The place of the first parked entry of a subject."""
    query = select(tables.parked.c.seq).where(*_of(source, subject))
    seq: int | None = tx.execute(query.order_by(tables.parked.c.seq).limit(1)).scalar()
    return seq


def list_parked(database: Database) -> list[Mapping[str, Any]]:
    """All parked entries of all sources, in order."""
    with database.read() as connection:
        query = select(tables.parked).order_by(tables.parked.c.source, tables.parked.c.seq)
        return [dict(row) for row in connection.execute(query).mappings()]


def count_parked(database: Database) -> int:
    """How many entries are put aside."""
    with database.read() as connection:
        query = select(func.count()).select_from(tables.parked)
        return int(connection.execute(query).scalar_one())


def _of(source: str, subject: str) -> tuple[Any, Any]:
    return tables.parked.c.source == source, tables.parked.c.subject == subject
