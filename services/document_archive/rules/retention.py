"""The class of retention (保管期限) of a volume, and its number in the archive (归档号)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.document_archive.rules.published import published
from shared.contracts.refused import Refused


@dataclass(frozen=True)
class Retention:
    """A class; `years` is None where it is permanent, or where nobody laid it down yet."""

    code: str
    label: str
    years: int | None


def classes(profile: Sequence[Mapping[str, Any]] | None, on: date) -> dict[str, Retention]:
    """The classes of the region, else the packaged ones."""
    if profile:
        rows = [Retention(row["code"], row["label"], row.get("years")) for row in profile]
    else:
        table = [row for row in published("retention_classes").rows if row.holds_on(on)]
        rows = [Retention(row.code, row.zh, _years(row.more.get("years"))) for row in table]
    return {row.code: row for row in rows}


def choose(asked: str | None, default: str | None, known: Mapping[str, Retention]) -> Retention:
    """What a person chose, else the region's default; refuses `retention_missing` where neither
    says: no law lays it down.
    """
    code = asked or default
    if code is None:
        raise Refused("retention_missing", field="retention", known=list(known))
    if code not in known:
        raise Refused("retention_unknown", field="retention", known=list(known))
    return known[code]


def series(division: str, year: int) -> str:
    """The name of the counter of a division's archive in a year."""
    return f"archive:{division}:{year}"


def archive_number(division: str, on: date, number: int) -> str:
    """How a number of the archive is written on a day."""
    pattern = published("archive_numbers").row("volume", on).more["pattern"]
    return pattern.format(division=division, year=on.year, number=number)


def _years(text: str | None) -> int | None:
    return int(text) if text else None
