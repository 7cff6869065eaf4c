"""Stillness: whether a ledger has nothing left to do, read from its tables alone."""

from collections.abc import Mapping
from datetime import datetime

from shared.ledger import cursors, jobs, journal
from shared.ledger.database import Database


def heads_of(databases: Mapping[str, Database]) -> dict[str, int]:
    """Where each service's journal ends."""
    return {name: journal.head(database).seq for name, database in databases.items()}


def is_still(
    database: Database, sources: Mapping[str, int], now: datetime, machine: datetime
) -> bool:
    """Whether all is sealed, every source applied up to its head in `sources`, and no job due; what
    is parked or waits for another try counts as still.
    """
    if journal.count_unsealed(database) or jobs.due_jobs(database, now, machine):
        return False
    return all(cursors.position(database, s).seq >= head for s, head in sources.items())
