"""The rows behind one figure."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, literal, null, select

from services.supervision.rules.columns import Form, Measure
from services.supervision.store.counting import Slice, counts
from services.supervision.store.tables import OF_KIND

SHOWN = ("number", "committee", "ended_on", "archived_on")


@dataclass(frozen=True)
class Page:
    """Which rows of a list: those after an id, at most so many; one committee's if it is named."""

    committee: str | None
    after: str | None
    limit: int


def rows_behind(
    connection: Connection, form: Form, measure: Measure, slice_: Slice, page: Page
) -> list[dict[str, Any]]:
    """A page of the rows that make a figure, in the order of their ids."""
    table = OF_KIND[measure.kind]
    on = table.c[form.days[measure.kind]]
    shown = [table.c[name] if name in table.c else null().label(name) for name in SHOWN]
    query = select(table.c.id, on.label("on"), table.c.division, *shown)
    query = query.where(*_conditions(form, measure, slice_, page))
    if page.after is not None:
        query = query.where(table.c.id > page.after)
    found = connection.execute(query.order_by(table.c.id).limit(page.limit)).mappings()
    return [dict(row) for row in found]


def figure_behind(
    connection: Connection, form: Form, measure: Measure, slice_: Slice, page: Page
) -> tuple[int, int]:
    """The figure itself, and how many rows make it."""
    table = OF_KIND[measure.kind]
    each = table.c[measure.sum] if measure.sum else literal(1)
    query = select(func.coalesce(func.sum(each), 0), func.count())
    row = connection.execute(query.where(*_conditions(form, measure, slice_, page))).one()
    return int(row[0]), int(row[1])


def _conditions(form: Form, measure: Measure, slice_: Slice, page: Page) -> list[Any]:
    table = OF_KIND[measure.kind]
    parts = [slice_.holds(table, table.c[form.days[measure.kind]]), counts(table, measure)]
    if page.committee is not None:
        own = table.c.committee == page.committee if "committee" in table.c else literal(0) == 1
        parts.append(own)
    return parts
