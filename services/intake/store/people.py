"""Parties, reports and requests of a case: one row found, or changed."""

from typing import Any

from sqlalchemy import Connection, Table, select, update

from services.intake.store.cases import Row, of_case, one
from services.intake.store.tables import party
from shared.ledger.transaction import Transaction


def parties_of(connection: Connection, case_id: str) -> list[Row]:
    """All who stand in a case, guardians and agents too, in the order of their coming."""
    return of_case(connection, party, case_id)


def find_of_case(connection: Connection, table: Table, case_id: str, id_: str, field: str) -> Row:
    """One row of a case's table; refuses `not_found` naming the field that pointed to it."""
    return one(connection, select(table).where(table.c.id == id_, table.c.case == case_id), field)


def set_row(tx: Transaction, table: Table, id_: str, **values: Any) -> None:
    """Change a row whose case was bumped in this transaction."""
    tx.execute(update(table).where(table.c.id == id_).values(**values))
