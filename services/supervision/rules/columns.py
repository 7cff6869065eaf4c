"""The columns of the Ministry's case table (人民调解案件情况统计表), from columns.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from services.supervision.rules.checks import Check
from shared.contracts.refused import Refused


@dataclass(frozen=True)
class Measure:
    """How a figure is computed: the rows of `kind` that hold every condition of `where`, counted,
    or the sum of their field `sum`. An empty condition means any value but none.
    """

    kind: str
    sum: str | None
    where: Mapping[str, tuple[str | bool, ...]]


@dataclass(frozen=True)
class Column:
    """One column. `cell` is "count", or "fen" where the unit 万元 is kept to the fen; without a
    measure it is empty, `empty_because` says why.
    """

    code: str
    group: str
    zh: str
    unit: str
    cell: str
    measure: Measure | None
    empty_because: str | None


@dataclass(frozen=True)
class Form:
    """The form as published. `days` names the field by which the rows of a kind count."""

    code: str
    zh: str
    since: date
    until: date | None
    source: str
    days: Mapping[str, str]
    columns: tuple[Column, ...]
    checks: tuple[Check, ...]

    def measured(self, code: str) -> tuple[Column, Measure]:
        """A column that has a source; refuses `column_unknown`, `column_empty`."""
        column = next((c for c in self.columns if c.code == code), None)
        if column is None:
            raise Refused("column_unknown", column=code)
        if column.measure is None:
            raise Refused("column_empty", column=code, why=column.empty_because)
        return column, column.measure


@cache
def case_form() -> Form:
    """The form in force."""
    text = files("services.supervision.rules").joinpath("columns.yaml").read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> Form:
    """Read a form; ValueError for a word that is not of the vocabulary."""
    head = yaml.safe_load(text)
    columns = tuple(_column(group["zh"], c) for group in head["groups"] for c in group["columns"])
    checks = tuple(Check.of(row) for row in head["checks"])
    days = (head["from"], head["until"], head["source"], head["days"])
    return Form(head["code"], head["zh"], *days, columns, checks)


def _column(group: str, row: dict[str, Any]) -> Column:
    names = (row.pop("code"), group, row.pop("zh"), row.pop("unit"), row.pop("cell", "count"))
    empty = row.pop("empty", None)
    measure = None if empty else _measure(row)
    if row:
        raise ValueError(f"{names[0]}: {sorted(row)}")
    return Column(*names, measure, empty)


def _measure(row: dict[str, Any]) -> Measure:
    where = {field: () if v == "any" else tuple(v) for field, v in row.pop("where", {}).items()}
    if "count" in row:
        return Measure(row.pop("count"), None, where)
    kind, _, field = row.pop("sum").partition(".")
    return Measure(kind, field, where)
