"""Which period of mediation (调解期限) holds for a case, and until when one must act (§12.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from shared.calendar.spans import Span, last_day
from shared.contracts.refused import Refused

# 特邀调解规定 27, 在线调解规则 24: 委派 before filing; 委托 after it, ordinary or summary procedure
COURT_CLOCKS = {
    "before_filing": "court_delegated",
    "ordinary": "court_entrusted",
    "summary": "court_entrusted_summary",
}
FOLLOW_UP = timedelta(days=1)  # walks.md case 2: a follow-up a day while open


@dataclass(frozen=True)
class Period:
    """`length` in `unit`, counted from `starts_on`: "accepted" or "registered". Provisional where
    a sector's own clock is not to be had.
    """

    length: int
    unit: str
    rolls: bool
    starts_on: str
    provisional: bool


def mediation_period(
    clocks: Mapping[str, Any],
    sector: str | None,
    manifest: Mapping[str, Any] | None,
    stage: str | None,
) -> Period:
    """The court's clock for what a court sent; else the manifest's, labour's (劳动争议调解仲裁法
    14, from the receipt of the application), the general one. Refuses `clock_missing` where the
    profile has none: no figure is invented.
    """
    if stage is not None:
        return _period(clocks.get(COURT_CLOCKS[stage]), provisional=False)
    own = ((manifest or {}).get("clocks") or {}).get("mediation")
    if own:
        return _period(own, provisional=False)
    lacking = sector is not None
    if sector == "labour" and clocks.get("labour"):
        return _period({"starts_on": "registered", **clocks["labour"]}, provisional=lacking)
    return _period(clocks.get("mediation_general"), provisional=lacking)


def _period(clock: Mapping[str, Any] | None, *, provisional: bool) -> Period:
    if not clock:
        raise Refused("clock_missing")
    return Period(
        length=clock["length"],
        unit=clock["unit"],
        rolls=bool(clock.get("rolls", False)),
        starts_on=clock.get("starts_on", "accepted"),
        provisional=provisional,
    )


def due_on(start: date, clock: Mapping[str, Any] | None) -> date | None:
    """The last day of a period of the profile; None where the profile has none."""
    if not clock:
        return None
    due = last_day(start, Span(clock["length"], clock["unit"], bool(clock.get("rolls", False))))
    return due.day if due else None
