"""The periods: 30 days to apply together, 15 to object, 2 years to enforce."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, cast

from services.judicial_confirmation.rules.published import articles, published
from shared.calendar.days import classify, next_working_day
from shared.calendar.spans import Due, Span, last_day
from shared.contracts.refused import Refused
from shared.reference.tables import Row


@dataclass(frozen=True)
class Window:
    """The time to apply together for confirmation (共同申请司法确认), art. 33 人民调解法.

    counts_from  the day of effect, which is not counted
    deadline     the last day to act; `provisional` while its year has no published holidays
    article      what the period rests on
    alarms       days left on which the desk is told, falling
    """

    counts_from: date
    deadline: date
    provisional: bool
    article: str
    alarms: tuple[int, ...]


def window(counts_from: date, settings: Mapping[str, Any] | None) -> Window:
    """The window from the region profile's `clocks.confirmation` and `confirmation.alarms`, else,
    where it is away or silent, from the published period of that day.
    """
    row = published("periods").row("application", counts_from)
    given = ((settings or {}).get("clocks") or {}).get("confirmation") or {}
    alarms = ((settings or {}).get("confirmation") or {}).get("alarms")
    due = _due(counts_from, _given_span(given) or _span(row))
    days = alarms or [int(day) for day in row.more["alarms"].split()]
    falling = tuple(sorted(set(days), reverse=True))
    return Window(counts_from, due.day, due.provisional, articles(row), falling)


def counts_from(effective_at: datetime, signed_at: datetime | None) -> date:
    """The day of effect: that of the seal. An agreement that a court entrusted (委派) is in effect
    once the parties have signed (`signed_at`, 特邀调解规定 24): the earlier day counts.
    """
    return min(effective_at, signed_at or effective_at).date()


def days_left(deadline: date, today: date) -> int:
    """Calendar days to the last day: 0 on it, negative once it is over."""
    return (deadline - today).days


def alarm_days(alarms: Sequence[int], deadline: date, today: date) -> list[tuple[int, date]]:
    """(days left, day) of each alarm that still lies ahead or is today's."""
    days = [(left, deadline - timedelta(days=left)) for left in alarms]
    return [(left, day) for left, day in days if day >= today]


def alarm_stands(alarm: int, alarms: Sequence[int], left: int) -> bool:
    """Whether this alarm fits the days left: a start after an outage rings once, not thrice."""
    return left >= 0 and alarm == min((a for a in alarms if a >= left), default=None)


def check_in_time(deadline: date, today: date) -> None:
    """Nothing goes out after the last day; refuses `deadline_passed`."""
    if today > deadline:
        raise Refused("deadline_passed", deadline=deadline.isoformat())


def objection_until(served: date) -> date:
    """The last day for a party to object to the ruling (对裁定提出异议), 民事诉讼法解释 372."""
    return _due(served, _span(published("periods").row("objection", served))).day


def enforcement_until(performance_until: date) -> date:
    """The last day to apply for enforcement (申请执行), 民事诉讼法 250: years from the last day of
    performance, for instalments of the last one.
    """
    row = published("periods").row("enforcement", performance_until)
    raw = anniversary(performance_until, int(row.more["length"]))
    return raw if classify(raw).working else next_working_day(raw).day


def anniversary(day: date, years: int) -> date:
    """The same day `years` later, the month's last where there is none (民法典 202)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def check_order(later: datetime, earlier: datetime | None, field: str) -> None:
    """An act does not precede the act it follows; refuses `dates_reversed`."""
    if earlier is not None and later < earlier:
        raise Refused("dates_reversed", field=field, after=earlier.isoformat())


def check_days(later: date, earlier: date, field: str) -> None:
    """As `check_order`, for days."""
    if later < earlier:
        raise Refused("dates_reversed", field=field, after=earlier.isoformat())


def _given_span(given: Mapping[str, Any]) -> Span | None:
    if any(given.get(name) is None for name in ("length", "unit", "rolls")):
        return None
    return Span(given["length"], given["unit"], rolls=given["rolls"])


def _span(row: Row) -> Span:
    unit = cast("Literal['days', 'working_days']", row.more["unit"])
    return Span(int(row.more["length"]), unit, rolls=row.more["rolls"] == "True")


def _due(start: date, span: Span) -> Due:
    due = last_day(start, span)
    if due is None:
        raise AssertionError("no pause, so there is a last day")
    return due
