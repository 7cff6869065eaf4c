"""Days on which something holds: written as ISO dates, `until` the last day, `ended_on` the first
day on which it is no more.
"""

from datetime import MAXYEAR, date

from shared.contracts.refused import Refused


def holds(on: date, since: str, until: str | None = None, ended_on: str | None = None) -> bool:
    """Whether something from `since` on holds that day."""
    day = on.isoformat()
    return since <= day and (until is None or day <= until) and (ended_on is None or day < ended_on)


def check_order(since: date, until: date | None, field: str = "until") -> None:
    """Refuse what ends before it begins: a slip of the pen."""
    if until is not None and until < since:
        raise Refused("dates_reversed", field=field)


def years_after(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March where there is none. The calendar
    ends with the year 9999.
    """
    if day.year + years > MAXYEAR:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
