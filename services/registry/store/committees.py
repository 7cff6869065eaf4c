"""Queries about committees, their members and studios."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from services.registry.store.rows import Row, begun, not_over, one, rows
from services.registry.store.tables import committee, member, studio
from shared.access.principal import Principal
from shared.ledger.scope import within
from shared.ledger.transaction import Transaction


def find(connection: Connection, id_: str, principal: Principal) -> Row:
    """A committee in the asker's scope; refuses `not_found` for all others alike."""
    query = select(committee).where(committee.c.id == id_, within(principal, committee.c.division))
    return one(connection, query)


def active_in(connection: Connection, divisions: Sequence[str], on: date) -> list[Row]:
    """The committees of just these divisions that are active on a day."""
    return rows(connection, _active(on).where(committee.c.division.in_(divisions)))


def active_under(
    connection: Connection, prefix: str, sector: str | None, on: date, limit: int
) -> list[Row]:
    """The committees under a division that are active on a day, by division and name."""
    c = committee.c
    query = _active(on).where(c.division.startswith(prefix, autoescape=True))
    if sector is not None:
        query = query.where(c.sector == sector)
    return rows(connection, query.order_by(c.division, c.name, c.id).limit(limit))


def shares_short(connection: Connection, row: Row, prefix: str) -> bool:
    """Whether another active committee under a division has the same 简称."""
    c = committee.c
    same = (c.short == row["short"], c.id != row["id"], c.ended_on.is_(None))
    query = select(c.id).where(*same, c.division.startswith(prefix, autoescape=True))
    return connection.execute(query.limit(1)).first() is not None


def members_on(connection: Connection, id_: str, on: date) -> list[Row]:
    """The members in office on a day; one whose term is over stays until the next election."""
    c = member.c
    in_office = (c.joined_on <= on.isoformat(), not_over(c.left_on, on))
    query = select(member).where(c.committee == id_, *in_office)
    return rows(connection, query.order_by(c.no))


def studios_of(connection: Connection, id_: str, on: date) -> list[Row]:
    """The studios of a committee on a day."""
    query = select(studio).where(studio.c.committee == id_, begun(studio, on))
    return rows(connection, query.order_by(studio.c.since, studio.c.id))


def add_members(tx: Transaction, id_: str, joining: Sequence[Row], on: date) -> None:
    """Members join on a day, numbered on from the last one."""
    last = select(func.max(member.c.no)).where(member.c.committee == id_)
    first = (tx.execute(last).scalar() or 0) + 1
    values = [
        {**row, "committee": id_, "no": no, "joined_on": on.isoformat()}
        for no, row in enumerate(joining, first)
    ]
    if values:
        tx.execute(insert(member), values)


def end_members(tx: Transaction, id_: str, leaving: Iterable[int], on: date) -> None:
    """Members leave: from that day on they are not in office."""
    mine = (member.c.committee == id_) & member.c.no.in_(list(leaving))
    tx.execute(update(member).where(mine).values(left_on=on.isoformat()))


def _active(on: date) -> Any:
    return select(committee).where(begun(committee, on), not_over(committee.c.ended_on, on))
