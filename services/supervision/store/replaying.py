"""A rebuild: the read model is dropped, the journals are read again up to where they were."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from services.supervision.store.tables import METADATA, replay
from shared.ledger import tables as ledger
from shared.ledger.transaction import Transaction


def clear(tx: Transaction) -> None:
    """Drop the whole read model."""
    for table in METADATA.sorted_tables:
        tx.execute(delete(table))


def expect(tx: Transaction, places: Mapping[str, int]) -> None:
    """Remember where each cursor stood: before it is there again, no figure is whole."""
    if places:
        tx.execute(insert(replay), [{"source": s, "until": n} for s, n in places.items()])


def missing(connection: Connection) -> Sequence[str]:
    """The sources whose journals have not been read again to the place of the rebuild."""
    position = func.coalesce(ledger.cursor.c.seq, 0)
    both = replay.outerjoin(ledger.cursor, ledger.cursor.c.source == replay.c.source)
    query = select(replay.c.source).select_from(both).where(position < replay.c.until)
    return list(connection.execute(query.order_by(replay.c.source)).scalars())


def places(connection: Connection) -> Mapping[str, int]:
    """Where each cursor stood when the last rebuild began."""
    return {row.source: row.until for row in connection.execute(select(replay))}
