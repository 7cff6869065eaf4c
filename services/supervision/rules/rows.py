"""Rows of the case table: cells in the order of the form's columns."""

from collections.abc import Collection, Mapping

from services.supervision.rules.columns import Form
from shared.contracts.refused import Refused

ROWS_LIMIT = 500  # what a list on the wire holds
EVERY_KIND = ("case", "screening", "finding")
WITH_COMMITTEE = ("case",)  # rounds of screening and findings name none
OWN_LEVEL = "本级"


def cells(
    form: Form, figures: Mapping[str, int], kinds: Collection[str] = EVERY_KIND
) -> list[int | None]:
    """Figures by column; None where the column has no source, or where its rows are not of these
    kinds.
    """
    told = [c.measure is not None and c.measure.kind in kinds for c in form.columns]
    return [
        figures.get(column.code, 0) if known else None
        for column, known in zip(form.columns, told, strict=True)
    ]


def check_rows(how_many: int) -> None:
    """More rows than a list holds belong into the tables of smaller divisions."""
    if how_many > ROWS_LIMIT:
        raise Refused("rows_too_many", limit=ROWS_LIMIT, rows=how_many)
