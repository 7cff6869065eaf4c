"""Queries about the roles of persons."""

from datetime import date

from sqlalchemy import Connection, or_, select

from services.registry.store.rows import Row, begun, not_over, rows
from services.registry.store.tables import role_grant


def held(connection: Connection, person: str, on: date) -> list[Row]:
    """The grants of a person that hold on a day, oldest first."""
    c = role_grant.c
    to_the_day = or_(c.until.is_(None), c.until >= on.isoformat())
    query = select(role_grant).where(c.person == person, begun(role_grant, on), to_the_day)
    query = query.where(not_over(c.ended_on, on))
    return rows(connection, query.order_by(c.since, c.id))
