"""Periods (期间) and the last day on which to act: 民法典 200-203, 民事诉讼法 85."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal, get_args

from shared.calendar.days import days_after, working_days

Unit = Literal["days", "working_days"]


@dataclass(frozen=True)
class Span:
    """A period of `length` calendar or working days.

    `rolls`: a last day that is a rest day moves to the next working day (民法典 203; 民事诉讼法
    85). It says nothing for working days, which never end on a rest day. ValueError for a length
    under 1 or an unknown unit.
    """

    length: int
    unit: Unit
    rolls: bool

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError(f"a span has at least one day, not {self.length}")
        if self.unit not in get_args(Unit):
            raise ValueError(f"unknown unit of a span: {self.unit}")


@dataclass(frozen=True)
class Pause:
    """Time not counted, such as an appraisal (鉴定, 医疗纠纷预防和处理条例 38).

    The day it begins still counts; those after it do not, up to and with `until`. None: not over
    yet. ValueError if it ends before it begins.
    """

    since: date
    until: date | None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"a pause from {self.since} cannot end on {self.until}")

    def covers(self, day: date) -> bool:
        """Whether `day` is not counted."""
        return self.since < day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Due:
    """The last day to act; provisional if a day it hangs on has no published list yet."""

    day: date
    provisional: bool


def last_day(
    start: date, span: Span, pauses: Sequence[Pause] = (), extensions: Sequence[int] = ()
) -> Due | None:
    """Find the last day to act, `start` being the day of the event, which is not counted.

    `extensions` add their lengths in the unit of the span; ValueError if one is under 1. None while
    an open pause holds the count. The last day itself never falls into a pause.
    """
    if any(extension < 1 for extension in extensions):
        raise ValueError(f"an extension has at least one day: {list(extensions)}")
    length = span.length + sum(extensions)
    days = _counted_days(start, pauses)
    if span.unit == "working_days":
        return _nth_working(days, length)
    rest = islice(days, length - 1, None)
    if span.rolls:
        return _nth_working(rest, 1)
    return next((Due(day, provisional=False) for day in rest), None)


def days_left(due: Due, today: date) -> int:
    """Calendar days from `today` to the last day: 0 on that day, negative once it is over."""
    return (due.day - today).days


def _counted_days(start: date, pauses: Sequence[Pause]) -> Iterator[date]:
    for day in days_after(start):
        covering = [pause for pause in pauses if pause.covers(day)]
        if any(pause.until is None for pause in covering):
            return
        if not covering:
            yield day


def _nth_working(days: Iterator[date], number: int) -> Due | None:
    found = next(islice(working_days(days), number - 1, None), None)
    return Due(found.day, found.provisional) if found else None
