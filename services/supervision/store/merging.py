"""Writing the read model: each source writes its own fields of a row, whoever comes first."""

from typing import Any

from sqlalchemy import Table, update

from shared.ledger.transaction import Transaction


def merge(tx: Transaction, table: Table, id_: str, **fields: Any) -> None:
    """Set these fields of the row of `id_`, made now if no other source has told of it."""
    tx.database.insert_unless_there(tx.connection, table, id=id_)
    if fields:
        tx.execute(update(table).where(table.c.id == id_).values(**fields))
