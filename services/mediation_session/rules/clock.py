"""The clock of a mediation: the period from acceptance, less pauses, plus extensions.

若干规定 33 (general), 医疗纠纷预防和处理条例 38, 特邀调解规定 27, 在线调解规则 24, 26.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from services.mediation_session.rules.published import published
from shared.calendar.clock import SHANGHAI
from shared.calendar.spans import Due, Pause, Span, last_day
from shared.contracts.refused import Refused


@dataclass(frozen=True)
class Reading:
    """What the clock shows: the last day, none while it stands still; `provisional` while the
    period or a day it hangs on is not certain.
    """

    due_on: date | None
    provisional: bool


def read(
    clock: Mapping[str, Any],
    started_on: date,
    pauses: Sequence[Mapping[str, Any]] = (),
    extensions: Sequence[int] = (),
) -> Reading:
    """The last day to act. `clock` is {length, unit, rolls, provisional}, a pause {since, until}
    with days or ISO days; extensions count in the clock's unit.
    """
    span = Span(clock["length"], clock["unit"], clock["rolls"])
    due: Due | None = last_day(started_on, span, [pause(p) for p in pauses], extensions)
    uncertain = bool(clock["provisional"])
    if due is None:
        return Reading(None, uncertain)
    return Reading(due.day, uncertain or due.provisional)


def pause(row: Mapping[str, Any]) -> Pause:
    """A stored pause as the calendar takes it."""
    return Pause(as_day(row["since"]), as_day(row["until"]) if row["until"] else None)


def published_clock(category: str, on: date) -> dict[str, Any]:
    """The published period of a category where nobody gives one: provisional, since only the
    region and the sector's manifest know it for certain.
    """
    table = published("clocks")
    row = table.row(category if category in table.codes(on) else "general", on)
    rolls = row.more["rolls"] == "True"
    return {
        "length": int(row.more["length"]),
        "unit": row.more["unit"],
        "rolls": rolls,
        "provisional": True,
    }


def check_reason(why: str, reason: str | None) -> None:
    """A pause without a named cause says why; refuses `reason_missing`."""
    if why == "other" and not reason:
        raise Refused("reason_missing", field="reason")


def check_pause(
    since: date, earliest: date, today: date, pauses: Sequence[Mapping[str, Any]]
) -> None:
    """A pause begins within the mediation, after the one before, not in the future; refuses
    `dates_reversed`, `future_act`.
    """
    last = max([earliest, *(as_day(p["until"]) for p in pauses)])
    if since < last:
        raise Refused("dates_reversed", field="since", after=last.isoformat())
    if since > today:
        raise Refused("future_act", field="since")


def check_resume(on: date, since: date, today: date) -> None:
    """A pause ends after it began, and not in the future."""
    if on < since:
        raise Refused("dates_reversed", field="on", after=since.isoformat())
    if on > today:
        raise Refused("future_act", field="on")


def check_extension(days: int) -> None:
    """An extension has at least one day; refuses `invalid`."""
    if days < 1:
        raise Refused("invalid", fields={"days": ["应为 1—1000 的整数"]})


def is_over(due_on: date | None, day: date) -> bool:
    """Whether the time was over on a day; never while the clock stands still."""
    return due_on is not None and due_on < day


def check_expired(how: str, due_on: date | None, day: date) -> None:
    """A mediation ends by expiry only once its time is over; refuses `not_expired`."""
    if how == "expired" and not is_over(due_on, day):
        raise Refused("not_expired", due_on=due_on.isoformat() if due_on else None)


def morning_after(day: date) -> datetime:
    """The first moment at which a last day is over: it runs until 24:00 (民法典 203)."""
    return datetime.combine(day + timedelta(days=1), time(), SHANGHAI)


def local(moment: datetime | str) -> str:
    """A moment as rows keep it: ISO, in Beijing time, so that its first ten letters are its day."""
    value = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return value.astimezone(SHANGHAI).isoformat()


def as_day(value: date | str) -> date:
    """A day, also from its ISO form as rows keep it."""
    return date.fromisoformat(value) if isinstance(value, str) else value
