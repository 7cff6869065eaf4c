"""Which committee takes a dispute, which court is in charge: by place, the nearest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.registry.rules import divisions
from shared.contracts.refused import Refused
from shared.reference.tables import table

COURT_DIVISIONS = {"basic": "county", "intermediate": "prefecture"}
WHY = {"basic": "basic_of_county", "intermediate": "intermediate_of_prefecture"}
Row = Mapping[str, Any]


def choose_committee(
    rows: Sequence[Row], division: str, sector: str | None
) -> tuple[Row, list[str]]:
    """The committee of a place and why: an industry dispute goes to the professional committee
    whose area holds the place, all others (and this one too, where there is none) to the place's
    own committee, a village without one to its township, and so on upward. `rows` are the
    committees of the place and of the divisions above it. Refuses `committee_missing`.
    """
    if sector is not None:
        professional = [row for row in rows if row["sector"] == sector]
        if professional:
            return _nearest(professional), ["sector_committee"]
    general = [row for row in rows if row["sector"] is None and row["host_type"] != "enterprise"]
    if not general:
        raise Refused("committee_missing", division=division, sector=sector)
    found = _nearest(general)
    reasons = ["sector_committee_missing"] if sector is not None else []
    return found, [*reasons, _place_reason(found["division"], division)]


def _nearest(rows: Sequence[Row]) -> Row:
    hosts = [row.code for row in table("host_types").rows]
    return min(
        rows,
        key=lambda row: (
            -len(divisions.prefix(row["division"])),
            hosts.index(row["host_type"]),
            row["since"],
            row["id"],
        ),
    )


def _place_reason(of_committee: str, of_dispute: str) -> str:
    level = divisions.level(of_committee)
    return f"own_{level}" if of_committee == of_dispute else f"{level}_instead"


def court_divisions(division: str) -> list[str]:
    """The county and the prefecture of a place: where its courts stand (民事诉讼法 205)."""
    levels = {divisions.level(code): code for code in divisions.line(division)}
    return [levels[name] for name in COURT_DIVISIONS.values() if name in levels]


def is_court_of(level: str, court_division: str) -> bool:
    """A basic court is a county's, an intermediate one a prefecture's."""
    return divisions.level(court_division) == COURT_DIVISIONS[level]
