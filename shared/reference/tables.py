"""Code tables (代码表) with effective dates, packaged in tables/*.yaml.

A file has the head `zh` (title), `from`, `until`, `source`, which stand for every row that does not
say otherwise, and `rows` of {code, zh, en?, from?, until?, source?} plus what a row says more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

_FOLDER = files("shared.reference").joinpath("tables")
_COLUMNS = ("code", "zh", "en", "from", "until", "source")


class UnknownCode(LookupError):
    """A table without this code, or not on this day."""


@dataclass(frozen=True)
class Row:
    """One code. `until` is the last day on which it holds, None while no end is known.

    `more` holds the columns that only this table has (group, sector, statute, article …).
    """

    code: str
    zh: str
    en: str | None
    since: date
    until: date | None
    source: str
    more: Mapping[str, str]

    def holds_on(self, on: date) -> bool:
        """Whether the code may be used for an act of that day."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Table:
    """A code table; its rows stand in the official order."""

    name: str
    zh: str
    rows: tuple[Row, ...]

    def row(self, code: str, on: date) -> Row:
        """Find the row of `code` that holds on a day; UnknownCode if there is none."""
        for row in self.rows:
            if row.code == code and row.holds_on(on):
                return row
        raise UnknownCode(f"{self.name}: {code} on {on}")

    def codes(self, on: date) -> tuple[str, ...]:
        """List the codes that hold on a day, in the official order."""
        return tuple(row.code for row in self.rows if row.holds_on(on))


@cache
def table(name: str) -> Table:
    """Load a packaged table, such as "categories"; LookupError if there is none of that name."""
    if name not in names():
        raise LookupError(f"no table {name}")
    return parse(name, _FOLDER.joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def names() -> tuple[str, ...]:
    """Name the packaged tables."""
    files_ = (entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in files_))


def parse(name: str, text: str) -> Table:
    """Read a table from the text of its file; KeyError if a column is missing."""
    head = yaml.safe_load(text)
    title, rows = head.pop("zh"), head.pop("rows")
    return Table(name, title, tuple(_row({**head, **row}) for row in rows))


def _row(columns: dict[str, Any]) -> Row:
    more = {key: str(value) for key, value in columns.items() if key not in _COLUMNS}
    return Row(
        code=columns["code"],
        zh=columns["zh"],
        en=columns.get("en"),
        since=columns["from"],
        until=columns["until"],
        source=columns["source"],
        more=MappingProxyType(more),
    )
