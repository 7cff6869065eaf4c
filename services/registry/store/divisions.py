"""Queries about divisions."""

from collections.abc import Collection

from sqlalchemy import Connection, insert, select, update

from services.registry.rules.divisions import Import
from services.registry.store.rows import Row, rows
from services.registry.store.tables import division, division_list
from shared.ledger.transaction import Transaction

LIST = "divisions"
PAGE = 500  # codes in one query


def known(connection: Connection, codes: Collection[str]) -> list[Row]:
    """All rows of these codes, of whatever days."""
    ordered = sorted(codes)
    pages = [ordered[at : at + PAGE] for at in range(0, len(ordered), PAGE)]
    queries = [select(division).where(division.c.code.in_(page)) for page in pages]
    return [row for query in queries for row in rows(connection, query)]


def is_known(connection: Connection, code: str) -> bool:
    """Whether there is, or was, a division of that code."""
    return bool(known(connection, [code]))


def children(connection: Connection, parent: str | None) -> list[Row]:
    """All rows under a parent, of whatever days."""
    c = division.c
    under = c.parent.is_(None) if parent is None else c.parent == parent
    return rows(connection, select(division).where(under))


def list_version(connection: Connection) -> int:
    """The version of the list; 0 before the first import."""
    query = select(division_list.c.version).where(division_list.c.id == LIST)
    return connection.execute(query).scalar() or 0


def write(tx: Transaction, plan: Import, seen: int) -> int:
    """Write what an import brings; the new version of the list, refuses `version_stale`."""
    tx.database.insert_unless_there(tx.connection, division_list, id=LIST, version=0)
    version = tx.change(division_list, LIST, seen)
    if plan.new:
        tx.execute(insert(division), [dict(row) for row in plan.new])
    for row in plan.changed:
        tx.execute(_change(row))
    return version


def _change(row: Row) -> object:
    c = division.c
    mine = (c.code == row["code"]) & (c.valid_from == row["valid_from"])
    return update(division).where(mine).values(**row)
