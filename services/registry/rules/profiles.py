"""Region profiles (地区配置): what a province sets, overlaid by its prefectures and counties."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from string import Formatter
from typing import Any

from services.registry.rules import divisions
from shared.calendar.spans import Span
from shared.contracts.refused import Refused

LEVELS = ("province", "prefecture", "county")
PLACES = {"year", "short", "n"}
Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Publication:
    """What one division set from a day on; of two with the same day the later number counts."""

    no: int
    division: str
    since: str
    settings: Settings


@dataclass(frozen=True)
class Edition:
    """Merged settings that hold in a division from a day on; it never changes."""

    division: str
    since: str
    settings: Settings


def check_level(division: str) -> None:
    """Townships and villages follow their county."""
    if divisions.level(division) not in LEVELS:
        raise Refused("profile_level", field="division")


def overlay(lower: Any, upper: Any) -> Any:
    """What `upper` says wins, key by key; null says nothing, so what is known stays known and
    what nobody knows stays null. Lists are replaced whole.
    """
    if isinstance(lower, Mapping) and isinstance(upper, Mapping):
        keys = dict.fromkeys((*lower, *upper))
        return {key: overlay(lower.get(key), upper.get(key)) for key in keys}
    return lower if upper is None else upper


def unknown(settings: Any) -> list[str]:
    """The keys whose value is null, as dotted paths; rows of a list go by their code."""
    return sorted(path.removeprefix(".") for path in _nulls(settings, ""))


def _nulls(value: Any, path: str) -> Iterator[str]:
    if value is None:
        yield path
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _nulls(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for row in (row for row in value if isinstance(row, Mapping)):
            yield from _nulls(row, f"{path}.{row.get('code')}")


def check_unknown(settings: Settings) -> Settings:
    """The settings without their list of unknown keys, which must name exactly the nulls."""
    said = {key: value for key, value in settings.items() if key != "unknown"}
    if "unknown" in settings and sorted(settings["unknown"]) != unknown(said):
        raise Refused("unknown_mismatch", field="settings.unknown", nulls=unknown(said))
    return said


def check_merged(settings: Settings) -> None:
    """Merged settings are whole: each clock a span, the number with its three places."""
    for name, clock in (settings.get("clocks") or {}).items():
        if clock is not None and not _is_span(clock):
            raise Refused("profile_incomplete", field=f"settings.clocks.{name}")
    pattern = (settings.get("numbering") or {}).get("pattern")
    if pattern is not None and _places(pattern) != PLACES:
        raise Refused("profile_incomplete", field="settings.numbering.pattern")


def _is_span(clock: Settings) -> bool:
    try:
        Span(**clock)
    except (TypeError, ValueError):
        return False
    return True


def _places(pattern: str) -> set[str]:
    """The bare places of a pattern; `{n:03}` and other finery is no place."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return set()
    return {f"{name}{spec}{turn or ''}" for _, name, spec, turn in parts if name is not None}


def editions(published: Sequence[Publication], latest: Publication) -> list[Edition]:
    """What `latest` brings about: for its division and each one below that has said something, one
    edition a day on which the merged settings may change, from its own day on.
    """
    everything = [*published, latest]
    return [
        Edition(division, since, merged(everything, division, since))
        for division in _concerned(everything, latest.division)
        for since in _turns(everything, division, latest.since)
    ]


def merged(published: Sequence[Publication], division: str, on: str) -> Settings:
    """The settings in force in a division on a day, from the province down."""
    layers = [_in_force(published, code, on) for code in reversed(divisions.line(division))]
    settings: Settings = reduce(overlay, [layer.settings for layer in layers if layer], {})
    return {**settings, "unknown": unknown(settings)}


def _in_force(published: Sequence[Publication], division: str, on: str) -> Publication | None:
    mine = [p for p in published if p.division == division and p.since <= on]
    return max(mine, key=lambda p: (p.since, p.no), default=None)


def _concerned(published: Sequence[Publication], division: str) -> list[str]:
    below = divisions.prefix(division)
    return sorted({p.division for p in published if p.division.startswith(below)})


def _turns(published: Sequence[Publication], division: str, since: str) -> list[str]:
    """The days from `since` on when something on the line of a division sets in, once it has itself
    said something: before that the settings of the division above hold.
    """
    line = divisions.line(division)
    first = min(p.since for p in published if p.division == division)
    days = {p.since for p in published if p.division in line} | {since}
    return sorted(day for day in days if day >= max(since, first))
