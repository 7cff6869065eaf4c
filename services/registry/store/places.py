"""Queries about courts and legal resources."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from services.registry.store.rows import Row, begun, rows
from services.registry.store.tables import court, resource


def courts_in(connection: Connection, divisions: Sequence[str], on: date) -> list[Row]:
    """The courts of just these divisions, basic ones first."""
    query = select(court).where(court.c.division.in_(divisions), begun(court, on))
    return rows(connection, query.order_by(court.c.level, court.c.division, court.c.id))


def resources(
    connection: Connection, line: Sequence[str], prefix: str, query: Mapping[str, Any], on: date
) -> list[Row]:
    """Resources that serve a division (their area lies on its `line`) or a part of it."""
    c = resource.c
    serves = or_(c.division.in_(line), c.division.startswith(prefix, autoescape=True))
    to_the_day = or_(c.until.is_(None), c.until >= on.isoformat())
    statement = select(resource).where(serves, begun(resource, on), to_the_day)
    if query["kind"] is not None:
        statement = statement.where(c.kind == query["kind"])
    found = rows(connection, statement.order_by(c.kind, c.division, c.name, c.id))
    wanted = query["speciality"]
    return [row for row in found if wanted is None or wanted in row["specialities"]]
