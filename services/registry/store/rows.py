"""What all of registry's queries share: scope, days, one row or none."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Table, or_, select

from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

Row = Mapping[str, Any]
Reading = Connection  # what procedures hand from query to query


def begun(table: Table, on: date) -> Any:
    """Rows that hold from that day or an earlier one."""
    return table.c.since <= on.isoformat()


def not_over(column: Column[Any], on: date) -> Any:
    """Rows whose first day without, if any, lies after that day."""
    return or_(column.is_(None), column > on.isoformat())


def by_id(connection: Connection, table: Table, id_: str) -> Row:
    """A row that everybody may read; refuses `not_found`."""
    return one(connection, select(table).where(table.c.id == id_))


def rows(connection: Connection, query: Any) -> list[Row]:
    """All rows of a query."""
    return [dict(row) for row in connection.execute(query).mappings()]


def one(connection: Connection, query: Any) -> Row:
    """The first row of a query; refuses `not_found`."""
    found = first(connection, query)
    if found is None:
        raise Refused("not_found")
    return found


def first(connection: Connection, query: Any) -> Row | None:
    """The first row of a query, if there is one."""
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def add_new(tx: Transaction, table: Table, field: str, **row: Any) -> None:
    """Insert a row under an id that the caller may have chosen; refuses `code_taken`."""
    if not tx.database.insert_unless_there(tx.connection, table, **row):
        raise Refused("code_taken", field=field)
