"""Bringing a database to its newest schema: the ledger's branch and the service's own.

Revisions are named after their files (`ledger_0001_start.py`), so whether a database is current is
one query; alembic is imported only where something is to be done.
"""

import re
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, inspect, text

from shared.ledger import tables
from shared.ledger.database import Database

FILE = re.compile(r"([a-z_]+_\d{4})_[a-z0-9_]+\.py")


class NotCurrent(Exception):
    """A database is not at this release's schema; the text names the service."""


def folders(service: str) -> list[Path]:
    """Where the revisions of a service's database lie."""
    packages = ("shared.ledger.migrations", f"services.{service}.migrations")
    found = [Path(str(resources.files(package))) / "versions" for package in packages[:1]]
    own = Path(str(resources.files("services"))) / service / "migrations" / "versions"
    return [*found, own] if own.is_dir() else found


def newest(service: str) -> set[str]:
    """The last revision of each branch."""
    names = [[FILE.fullmatch(f.name) for f in folder.iterdir()] for folder in folders(service)]
    return {max(m[1] for m in branch if m) for branch in names if any(branch)}


def current(connection: Connection) -> set[str]:
    """The revisions that a database is at."""
    if not inspect(connection).has_table("alembic_version"):
        return set()
    return set(connection.execute(text("select version_num from alembic_version")).scalars())


def is_current(database: Database, service: str) -> bool:
    """Whether the tables have what this release needs; raises DatabaseAway. Newer ones have: a
    release only adds, and takes away what the release before it no longer uses.
    """
    database.look()
    with database.read() as connection:
        at = dict(map(_placed, current(connection)))
    return all(at.get(branch, 0) >= number for branch, number in map(_placed, newest(service)))


def _placed(revision: str) -> tuple[str, int]:
    """`intake_0003` as its branch and its number."""
    branch, _, number = revision.rpartition("_")
    return branch, int(number)


def check(database: Database, service: str) -> None:
    """Raise NotCurrent unless the tables have what this release needs."""
    if not is_current(database, service):
        raise NotCurrent(service)


def upgrade(database: Database, service: str) -> None:
    """Create or upgrade the tables; nothing where they are current."""
    if is_current(database, service):
        return
    from alembic import command

    with database.transaction() as connection:
        database.take_time(connection)
        command.upgrade(configuration(connection, service), "heads")


def configuration(connection: Connection, service: str, metadata: MetaData | None = None) -> Any:
    """Alembic's configuration for one database."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("shared.ledger.migrations")))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, folders(service))))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = [tables.METADATA, *([metadata] if metadata is not None else [])]
    config.attributes["include_object"] = lambda *_: True
    return config
