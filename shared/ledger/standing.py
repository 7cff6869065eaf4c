"""How a ledger stands: the few numbers that operators watch, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from shared.ledger import tables
from shared.ledger.database import Database
from shared.ledger.ids import millis
from shared.ledger.journal import last


@dataclass(frozen=True)
class Standing:
    """Counts at one moment.

    head           last sealed place
    unsealed       committed entries without a place
    jobs_due       open jobs whose time has come
    jobs_retrying  those of them that failed or waited at least once
    parked         entries put aside by (source, state)
    """

    head: int
    unsealed: int
    jobs_due: int
    jobs_retrying: int
    parked: Mapping[tuple[str, str], int]


def standing(database: Database, now: datetime) -> Standing:
    """Read it; `now` by the site's clock."""
    with database.read() as connection:
        unsealed = select(func.count()).select_from(tables.pending)
        due, retrying = _jobs(connection, now)
        return Standing(
            last(connection).seq,
            connection.execute(unsealed).scalar_one(),
            due,
            retrying,
            _parked(connection),
        )


def _jobs(connection: Connection, now: datetime) -> tuple[int, int]:
    c = tables.job.c
    tried = func.count().filter(c.tries > 0)
    query = select(func.count(), tried).where(c.done_at.is_(None), c.run_at <= millis(now))
    due, retrying = connection.execute(query).one()
    return due, retrying


def _parked(connection: Connection) -> dict[tuple[str, str], int]:
    c = tables.parked.c
    query = select(c.source, c.state, func.count()).group_by(c.source, c.state)
    return {(source, state): n for source, state, n in connection.execute(query)}


def pool_use(database: Database) -> tuple[int, int]:
    """Connections for writing in use, and how many there may be."""
    pool: Any = database.engine.pool
    return pool.checkedout(), pool.size()
