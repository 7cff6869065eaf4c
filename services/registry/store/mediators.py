"""Queries about mediators and the acts about their certificates."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from services.registry.rules.certificates import Act
from services.registry.store.rows import Row, begun, not_over, one, rows
from services.registry.store.tables import certificate_act, committee, mediator
from shared.access.principal import Principal
from shared.ledger.scope import within


def find(connection: Connection, id_: str, principal: Principal) -> Row:
    """A mediator whose committee lies in the asker's scope, with `division`; refuses `not_found`
    for all others alike.
    """
    query = _with_division().where(mediator.c.id == id_, within(principal, committee.c.division))
    return one(connection, query)


def get(connection: Connection, id_: str) -> Row:
    """A mediator with the division of the committee; refuses `not_found`."""
    return one(connection, _with_division().where(mediator.c.id == id_))


def in_office(
    connection: Connection, committee_id: str | None, prefix: str, on: date, limit: int
) -> list[Row]:
    """Mediators of a committee, or under a division, on a day."""
    query = _with_division().where(begun(mediator, on), not_over(mediator.c.removed_on, on))
    query = query.where(committee.c.division.startswith(prefix, autoescape=True))
    if committee_id is not None:
        query = query.where(mediator.c.committee == committee_id)
    order = (committee.c.division, mediator.c.committee, mediator.c.since, mediator.c.id)
    return rows(connection, query.order_by(*order).limit(limit))


def is_registered(connection: Connection, identity_hash: str | None) -> bool:
    """Whether somebody with that identity is a mediator now."""
    c = mediator.c
    same = (c.identity_hash == identity_hash, c.removed_on.is_(None))
    return connection.execute(select(c.id).where(*same).limit(1)).first() is not None


def holder_of(connection: Connection, certificate_number: str) -> str | None:
    """The mediator whose certificate has that number (一人一号)."""
    query = select(mediator.c.id).where(mediator.c.certificate_number == certificate_number)
    return connection.execute(query).scalar()


def act_rows(connection: Connection, mediator_id: str) -> list[Row]:
    """All acts about a mediator's certificate, in their order."""
    c = certificate_act.c
    query = select(certificate_act).where(c.mediator == mediator_id).order_by(c.no)
    return rows(connection, query)


def acts_of(connection: Connection, mediator_id: str) -> list[Act]:
    """The same as rules look at them."""
    return [_act(row) for row in act_rows(connection, mediator_id)]


def _act(row: Row) -> Act:
    on, since, until = (_day(row[name]) for name in ("on", "since", "until"))
    if on is None:
        raise AssertionError
    return Act(row["act"], on, since, until)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _with_division() -> Any:
    return select(mediator, committee.c.division).join(
        committee, committee.c.id == mediator.c.committee
    )
