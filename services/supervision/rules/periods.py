"""Periods (报告期): the days that count, the same days of the year before, the day of a moment."""

from datetime import date, datetime

from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused


def check_period(since: date, until: date) -> None:
    """A period whose end precedes its start is a slip of the pen, and says so."""
    if until < since:
        raise Refused("period_reversed", field="until")


def last_year(day: date) -> date:
    """The same day of the year before; 29 February becomes the 28th. The calendar begins in 1."""
    year = max(day.year - 1, 1)
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if leap else day.day)


def day_of(moment: str) -> str:
    """The day in Shanghai on which something happened: what the law counts by."""
    return datetime.fromisoformat(moment).astimezone(SHANGHAI).date().isoformat()
