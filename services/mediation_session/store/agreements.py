"""Agreements, their signatures, what falls due of them, their papers."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from services.mediation_session.store.tables import (
    agreement,
    follow_up,
    obligation,
    paper,
    performance,
    signature,
)
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

Row = Mapping[str, Any]


def of_case(connection: Connection, case: str) -> list[Row]:
    """The agreements of a mediation, the oldest first."""
    query = select(agreement).where(agreement.c.case == case).order_by(agreement.c.no)
    return [dict(row) for row in connection.execute(query).mappings()]


def case_of(connection: Connection, id_: str) -> str:
    """The case of an agreement; refuses `not_found`. Whether the asker may see it is asked of
    the mediation, before anything else is read.
    """
    case = connection.execute(select(agreement.c.case).where(agreement.c.id == id_)).scalar()
    if case is None:
        raise Refused("not_found")
    return str(case)


def by_id(connection: Connection, id_: str) -> Row:
    """One agreement whose mediation was found."""
    query = select(agreement).where(agreement.c.id == id_)
    return dict(connection.execute(query).mappings().one())


def change(tx: Transaction, id_: str, **values: Any) -> None:
    """Change an agreement; the version that was seen is its mediation's."""
    tx.execute(update(agreement).where(agreement.c.id == id_).values(**values))


def signatures_of(connection: Connection, id_: str) -> list[Row]:
    """Signatures, in the order of signing."""
    return _of(connection, signature, id_, signature.c.at)


def performances_of(connection: Connection, id_: str) -> list[Row]:
    """Records of performance, in the order of recording."""
    return _of(connection, performance, id_, performance.c.no)


def follow_ups_of(connection: Connection, id_: str) -> list[Row]:
    """Follow-up visits, in the order of recording."""
    return _of(connection, follow_up, id_, follow_up.c.no)


def follow_up_by_id(connection: Connection, id_: str) -> Row:
    """One visit, for its paper."""
    query = select(follow_up).where(follow_up.c.id == id_)
    return dict(connection.execute(query).mappings().one())


def set_obligations(tx: Transaction, id_: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """What falls due next of each clause."""
    tx.execute(delete(obligation).where(obligation.c.agreement == id_))
    new = [{"agreement": id_, **row} for row in rows]
    if new:
        tx.execute(insert(obligation), new)


def papers_of(connection: Connection, case: str) -> list[Row]:
    """The papers of a mediation's acts, filed or not yet."""
    query = select(paper).where(paper.c.case == case).order_by(paper.c.happened_at, paper.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def file_paper(tx: Transaction, id_: str, document: str | None) -> None:
    """The archive has it."""
    tx.execute(update(paper).where(paper.c.id == id_).values(filed=True, document=document))


def _of(connection: Connection, table: Table, id_: str, order: Any) -> list[Row]:
    query = select(table).where(table.c.agreement == id_).order_by(order)
    return [dict(row) for row in connection.execute(query).mappings()]
