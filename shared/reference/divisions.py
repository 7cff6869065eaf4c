"""Seed of administrative divisions (行政区划): two counties of Jilin, from seed/divisions.csv.

Only a seed: once imported, `registry` alone answers for divisions. Origin and licence of the data:
seed/README.md.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Literal, cast

Level = Literal["province", "prefecture", "county", "township", "village"]


@dataclass(frozen=True)
class Division:
    """One division with its 12-digit statistical code (统计用区划代码), zeros at the end.

    `parent` is a code, None for the province. `valid_to` is the last day, None while it exists;
    `replaced_by` the code that took its place.
    """

    code: str
    name: str
    level: Level
    parent: str | None
    valid_from: date
    valid_to: date | None
    replaced_by: str | None


def seed() -> Iterator[Division]:
    """Yield the packaged divisions, each after its parent."""
    text = files("shared.reference").joinpath("seed", "divisions.csv").read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> Iterator[Division]:
    """Read divisions from the text of such a CSV file, header line first."""
    return map(_division, csv.DictReader(text.splitlines()))


def _division(row: dict[str, str]) -> Division:
    return Division(
        code=row["code"],
        name=row["name"],
        level=cast("Level", row["level"]),
        parent=row["parent"] or None,
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        replaced_by=row["replaced_by"] or None,
    )
