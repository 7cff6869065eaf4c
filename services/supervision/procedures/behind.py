"""What stands behind a figure of the table."""

from collections.abc import Mapping
from typing import Any

from services.supervision.procedures.case_table import asked
from services.supervision.procedures.replaying import check_whole
from services.supervision.rules.columns import case_form
from services.supervision.store.behind import Page, figure_behind, rows_behind
from shared.bus.context import Context

Payload = Mapping[str, Any]


def list_cases_behind(context: Context, query: Payload) -> Payload:
    """The rows that make a figure, a page at a time; together they are the figure."""
    slice_, form = asked(context, query), case_form()
    column, measure = form.measured(query["column"])
    page = Page(query["committee"], query["after"], query["limit"])
    with context.read() as connection:
        check_whole(connection)
        figure, count = figure_behind(connection, form, measure, slice_, page)
        found = rows_behind(connection, form, measure, slice_, page)
    more = found[-1]["id"] if found and len(found) == page.limit else None
    about = {"column": column.code, "zh": column.zh, "kind": measure.kind, "cell": column.cell}
    return {**about, "figure": figure, "count": count, "cases": found, "next": more}
