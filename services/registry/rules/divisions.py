"""Administrative divisions (行政区划): twelve digits, a tree by prefix, days and successors."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.contracts.refused import Refused

DIGITS: Mapping[str, int] = {
    "province": 2, "prefecture": 4, "county": 6, "township": 9, "village": 12,
}  # fmt: skip
Row = Mapping[str, Any]
Key = tuple[str, str]  # code, valid_from


@dataclass(frozen=True)
class Import:
    """Which rows of an import are new, which change a row that is there."""

    new: tuple[Row, ...]
    changed: tuple[Row, ...]

    def __len__(self) -> int:
        """How many rows it would write."""
        return len(self.new) + len(self.changed)


def prefix(code: str) -> str:
    """The significant digits: 220122000000 → 220122."""
    return next((code[:n] for n in DIGITS.values() if set(code[n:]) <= {"0"}), code)


def level(code: str) -> str:
    """The level that the digits of a code say."""
    return next(name for name, digits in DIGITS.items() if digits == len(prefix(code)))


def line(code: str) -> list[str]:
    """A code and those above it, the nearest first."""
    digits = [n for n in DIGITS.values() if n <= len(prefix(code))]
    return [code[:n].ljust(12, "0") for n in reversed(digits)]


def on_day(rows: Sequence[Row], on: date) -> Row | None:
    """The row of one division that says how it was on a day. The lists say what existed when they
    were closed, not since when: a day before the first row is answered by that row.
    """
    ordered = sorted(rows, key=lambda row: row["valid_from"])
    begun = [row for row in ordered if row["valid_from"] <= on.isoformat()]
    nearest = begun[-1:] or ordered[:1]
    return nearest[0] if nearest else None


def existing(rows: Sequence[Row], on: date) -> list[Row]:
    """Of each division its row for that day, by code, without those that had ended."""
    codes: dict[str, list[Row]] = {}
    for row in rows:
        codes.setdefault(row["code"], []).append(row)
    found = [on_day(codes[code], on) for code in sorted(codes)]
    return [row for row in found if row and (row["valid_to"] or "9999") >= on.isoformat()]


def digest(rows: Sequence[Row]) -> str:
    """SHA-256 of all rows of an import, whatever their order."""
    lines = sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def plan_import(rows: Sequence[Row], known: Sequence[Row]) -> Import:
    """Compare an import with what is known; refuses `division_malformed` with code and why."""
    there: dict[Key, Row] = {_key(row): row for row in known}
    codes = {row["code"] for row in (*rows, *known)}
    for row in rows:
        for why in _faults(row, codes):
            raise Refused("division_malformed", division=row["code"], why=why)
    given = {_key(row): row for row in rows}
    new = [row for key, row in given.items() if key not in there]
    changed = [row for key, row in given.items() if key in there and row != there[key]]
    return Import(tuple(new), tuple(changed))


def _key(row: Row) -> Key:
    return row["code"], row["valid_from"]


def _faults(row: Row, codes: Collection[str]) -> Iterator[str]:
    above, parent = line(row["code"])[1:], row["parent"]
    if row["level"] != level(row["code"]):
        yield "level"
    if parent not in above and (parent is not None or above):
        yield "parent"
    if parent is not None and parent not in codes:
        yield "parent_missing"
    if row["valid_to"] is not None and row["valid_to"] < row["valid_from"]:
        yield "days"
    if row["replaced_by"] == row["code"]:
        yield "replaced_by"
