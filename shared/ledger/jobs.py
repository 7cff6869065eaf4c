"""Jobs and deadlines (任务与期限): what is to be done after a transaction, at once or at a date.
A job is queued in the transaction of its cause, run until it succeeds, and marked done in the
transaction of its effect; killed anywhere, it runs again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from shared.ledger import tables
from shared.ledger.cursors import PAUSES
from shared.ledger.database import Database
from shared.ledger.ids import millis
from shared.ledger.transaction import Transaction


@dataclass(frozen=True)
class Job:
    """One thing to do. `id` is stable: a repeat uses the same one as its command id;
    `correlation` is that of what queued it.
    """

    id: str
    kind: str
    subject: str
    args: Mapping[str, Any]
    tries: int
    correlation: str


def due_jobs(database: Database, now: datetime, machine_now: datetime) -> list[Job]:
    """Open jobs whose time has come, oldest first."""
    c = tables.job.c
    is_due = (c.done_at.is_(None), c.run_at <= millis(now), c.next_at <= millis(machine_now))
    with database.read() as connection:
        query = select(tables.job).where(*is_due).order_by(c.run_at, c.id).limit(100)
        rows = connection.execute(query).mappings().all()
    return [_job(row) for row in rows]


def _job(row: Mapping[Any, Any]) -> Job:
    names = ("id", "kind", "subject", "tries")
    same = {name: row[name] for name in names}
    belongs = row["correlation"] or row["id"]
    return Job(**same, args=json.loads(row["args"]), correlation=belongs)


def finish(tx: Transaction, job: Job) -> bool:
    """Mark it done in the transaction of its effect; False if a twin has done it."""
    mine = (tables.job.c.id == job.id) & tables.job.c.done_at.is_(None)
    done = update(tables.job).where(mine).values(done_at=millis(tx.stamp.at), reason=None)
    return tx.execute(done.returning(tables.job.c.id)).first() is not None


def try_later(tx: Transaction, job: Job, why: str, machine_now: datetime) -> None:
    """It failed: wait, longer each time."""
    pause = timedelta(seconds=PAUSES[min(job.tries, len(PAUSES) - 1)])
    values = {"tries": job.tries + 1, "reason": why[:2000], "next_at": millis(machine_now + pause)}
    tx.execute(update(tables.job).where(tables.job.c.id == job.id).values(**values))


def cancel(tx: Transaction, key: str) -> None:
    """Take an open job back, such as the deadline of a clock that stopped."""
    mine = (tables.job.c.id == key) & tables.job.c.done_at.is_(None)
    tx.execute(update(tables.job).where(mine).values(done_at=millis(tx.stamp.at)))


def count_due(database: Database, now: datetime) -> int:
    """Open jobs whose time has come, those that wait for another try included."""
    c = tables.job.c
    is_due = (c.done_at.is_(None), c.run_at <= millis(now))
    with database.read() as connection:
        query = select(func.count()).select_from(tables.job).where(*is_due)
        return int(connection.execute(query).scalar_one())


def list_failing(database: Database) -> list[Mapping[str, Any]]:
    """Open jobs that failed at least once, with their reason."""
    c = tables.job.c
    with database.read() as connection:
        query = select(tables.job).where(c.done_at.is_(None), c.tries > 0).order_by(c.run_at)
        return [dict(row) for row in connection.execute(query).mappings()]
