"""Working days (工作日) and statutory rest days (法定休假日), day by day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import chinese_calendar
import yaml

_SATURDAY = 5
_KINDS = {"working": True, "rest": False}


@dataclass(frozen=True)
class Day:
    """A day, whether people work on it, and whether that is still provisional.

    Provisional: the State Council has not published (or we do not carry) the list of its year, so
    Monday to Friday were taken for working days.
    """

    day: date
    working: bool
    provisional: bool


def _read_overrides(text: str) -> Mapping[date, bool]:
    rows = yaml.safe_load(text)["days"]
    return MappingProxyType({row["date"]: _KINDS[row["kind"]] for row in rows})


OVERRIDES = _read_overrides(
    files("shared.calendar").joinpath("overrides.yaml").read_text(encoding="utf-8")
)
"""Day → working? as shipped in overrides.yaml."""


def classify(day: date, overrides: Mapping[date, bool] = OVERRIDES) -> Day:
    """Say whether `day` is a working day: weekends and holidays are not, make-up days (调休) are.

    `overrides` (day → working?) win over the published list of the package.
    """
    if day in overrides:
        return Day(day, working=overrides[day], provisional=False)
    return _published(day)


def days_after(day: date) -> Iterator[date]:
    """Every day after `day`, in order: the first day itself is never counted (民法典 201)."""
    return map(date.fromordinal, range(day.toordinal() + 1, date.max.toordinal() + 1))


def working_days(days: Iterable[date]) -> Iterator[Day]:
    """The working ones among `days`; provisional from the first provisional day looked at on."""
    provisional = False
    for known in map(classify, days):
        provisional = provisional or known.provisional
        if known.working:
            yield replace(known, provisional=provisional)


def next_working_day(day: date) -> Day:
    """The first working day after `day`."""
    return next(working_days(days_after(day)))


@lru_cache(maxsize=8192)  # the package searches its whole list for every question
def _published(day: date) -> Day:
    try:
        return Day(day, working=bool(chinese_calendar.is_workday(day)), provisional=False)
    except NotImplementedError:  # so the package says that it has no list of that year
        return Day(day, working=day.weekday() < _SATURDAY, provisional=True)
