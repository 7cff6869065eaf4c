"""Figures of the form, counted by the database."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, and_, case, func, literal, or_, select, true

from services.supervision.rules.columns import Form, Measure
from services.supervision.store.tables import OF_KIND, committee, mediated_case
from shared.access.principal import DIVISION_LEVELS, division_prefix

WHOLE, BY_DIVISION, BY_COMMITTEE = "none", "division", "committee"
Figures = dict[str, int]


@dataclass(frozen=True)
class Slice:
    """What is counted: the rows under a division whose day lies in a period, both ends counted."""

    division: str
    since: date
    until: date

    def holds(self, table: Table, day: Any) -> Any:
        """The condition on a row: an acceptance by mistake counts nowhere."""
        parts = [
            table.c.division.startswith(division_prefix(self.division), autoescape=True),
            day.between(self.since.isoformat(), self.until.isoformat()),
        ]
        return and_(*parts, *([table.c.cancelled.is_(None)] if table is mediated_case else []))


def figures(connection: Connection, form: Form, slice_: Slice, by: str) -> dict[str, Figures]:
    """Figures by key (a division code, a committee id, "" for the whole) and column code."""
    found: dict[str, Figures] = {}
    for kind, table in OF_KIND.items():
        key = _key(table, slice_, by)
        if key is None:
            continue
        measures = {c.code: c.measure for c in form.columns if c.measure and c.measure.kind == kind}
        query = select(key, *(_figure(table, m) for m in measures.values()))
        query = query.where(slice_.holds(table, table.c[form.days[kind]]))
        for row in connection.execute(query if by == WHOLE else query.group_by(key)):
            values = dict(zip(measures, map(int, row[1:]), strict=True))
            found.setdefault(_padded(row[0], by), {}).update(values)
    return found


def _key(table: Table, slice_: Slice, by: str) -> Any:
    """What rows are gathered by; None where the rows of a table name no committee."""
    if by == WHOLE:
        return literal("")
    if by == BY_COMMITTEE:
        return table.c.committee if "committee" in table.c else None
    return func.substr(table.c.division, 1, _digits_below(slice_.division))


def _digits_below(division: str) -> int:
    """How many digits name the divisions one level below."""
    own = len(division_prefix(division))
    return next((digits for digits in DIVISION_LEVELS if digits > own), own)


def _padded(key: str, by: str) -> str:
    return key.ljust(12, "0") if by == BY_DIVISION else key


def _figure(table: Table, measure: Measure) -> Any:
    counted = table.c[measure.sum] if measure.sum else 1
    each = case((counts(table, measure), counted))
    return func.coalesce(func.sum(each), 0)


def counts(table: Table, measure: Measure) -> Any:
    """Whether a row adds to a figure."""
    parts = [
        table.c[field].in_(values) if values else table.c[field].is_not(None)
        for field, values in measure.where.items()
    ]
    if measure.sum:
        parts.append(table.c[measure.sum].is_not(None))
    return and_(true(), *parts)


def committees_in_office(connection: Connection, slice_: Slice) -> list[str]:
    """Committees under a division that were in office on a day of the period."""
    c = committee.c
    query = select(c.id).where(
        c.division.startswith(division_prefix(slice_.division), autoescape=True),
        c.since <= slice_.until.isoformat(),
        or_(c.until.is_(None), c.until >= slice_.since.isoformat()),
    )
    return list(connection.execute(query).scalars())
