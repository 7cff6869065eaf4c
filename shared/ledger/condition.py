"""The condition (状况) of a service's database as an examiner sees it: read, and never written."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from shared.ledger import cursors, tables
from shared.ledger.database import Database, DatabaseAway
from shared.ledger.migrate import is_current
from shared.ledger.standing import Standing, standing

SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Books:
    """What stands in the ledger.

    unsealed_since  when the oldest entry without a place was recorded, by the site's clock
    cursors         the place in each source's journal
    """

    standing: Standing
    unsealed_since: datetime | None
    cursors: Mapping[str, int]


@dataclass(frozen=True)
class Condition:
    """One database.

    version  of the server: `PostgreSQL 18.1`
    ahead_s  seconds by which the server's clock is ahead of this machine's; None: it has none
    books    None where the tables are not of this release
    """

    version: str
    ahead_s: float | None
    books: Books | None


def condition(url: str, service: str, now: datetime, machine: Callable[[], datetime]) -> Condition:
    """Read it, with `now` by the site's clock; raises DatabaseAway."""
    database = Database(_only_to_read(url))
    try:
        current = is_current(database, service)
        version, moment = _server(database)
        ahead_s = (moment - machine()).total_seconds() if moment else None
        return Condition(version, ahead_s, _books(database, now) if current else None)
    except SQLAlchemyError as problem:
        raise DatabaseAway(str(problem).splitlines()[0]) from problem
    finally:
        database.close()


def _only_to_read(url: str) -> str:
    """A file is opened so that it cannot be made or changed. Where nobody has it open there is no
    `-wal` beside it, and none shall be left there.
    """
    file = url.removeprefix(SQLITE)
    if file == url:
        return url
    alone = "" if Path(f"{file}-wal").exists() else "&immutable=1"
    return f"{SQLITE}file:{quote(file)}?mode=ro{alone}&uri=true"


def _server(database: Database) -> tuple[str, datetime | None]:
    with database.read() as connection:
        if database.is_sqlite:
            version = connection.exec_driver_sql("select sqlite_version()").scalar_one()
            return f"SQLite {version}", None
        query = "select current_setting('server_version'), clock_timestamp()"
        version, moment = connection.exec_driver_sql(query).one()
        return f"PostgreSQL {version.split()[0]}", moment


def _books(database: Database, now: datetime) -> Books:
    places = {source: at.seq for source, at in cursors.positions(database).items()}
    return Books(standing(database, now), _unsealed_since(database), places)


def _unsealed_since(database: Database) -> datetime | None:
    with database.read() as connection:
        query = select(tables.pending.c.line).order_by(tables.pending.c.id).limit(1)
        line: str | None = connection.execute(query).scalar()
    return datetime.fromisoformat(json.loads(line)["time"]) if line else None
