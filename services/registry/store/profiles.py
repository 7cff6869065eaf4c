"""Queries about profiles: what was published, and the editions that came of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from services.registry.rules.profiles import Publication
from services.registry.store.rows import Row, begun, first, rows
from services.registry.store.tables import edition, publication


def publications(connection: Connection, line: Sequence[str], prefix: str) -> list[Publication]:
    """All that the divisions above and below one have published."""
    c = publication.c
    related = or_(c.division.in_(line), c.division.startswith(prefix, autoescape=True))
    found = rows(connection, select(publication).where(related).order_by(c.no))
    return [Publication(**row) for row in found]


def in_force(connection: Connection, line: Sequence[str], on: date) -> Row | None:
    """The edition that holds in a division on a day: of the nearest division on its line that has
    one by then, the one with the highest version. Codes on a line grow with their depth.
    """
    return first(connection, _newest(line).where(begun(edition, on)))


def of_version(connection: Connection, line: Sequence[str], version: int) -> Row | None:
    """An edition by its version, asked by a division that it is, or was, for."""
    return first(connection, _newest(line).where(edition.c.version == version))


def newest_version(connection: Connection, division: str) -> int:
    """The highest version of a division's own editions; 0 if there is none."""
    found = first(connection, _newest([division]))
    return int(found["version"]) if found else 0


def _newest(line: Sequence[str]) -> Any:
    c = edition.c
    mine = select(edition).where(c.division.in_(line))
    return mine.order_by(c.division.desc(), c.version.desc()).limit(1)
