"""What recurs: each week, month or year, up to a day or an event."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

DAYS: Mapping[str, int] = {"week": 7, "month": 31, "year": 31}  # the last `day` each can name


@dataclass(frozen=True)
class Recurring:
    """`day` of the week (Monday is 1), of each month, or of the month of `since` each year; a
    month too short for it takes its last day. Ends with `until` or `until_event`.
    """

    every: str
    day: int
    since: date
    until: date | None
    until_event: str | None
    amount_fen: int | None

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Recurring":
        """From its JSON form."""
        until = data.get("until")
        return cls(
            every=data["every"],
            day=data["day"],
            since=date.fromisoformat(data["from"]),
            until=date.fromisoformat(until) if until else None,
            until_event=data.get("until_event"),
            amount_fen=data.get("amount_fen"),
        )

    def days(self) -> Iterator[date]:
        """The days on which it falls due, in order, as long as the calendar goes."""
        if not 1 <= self.day <= DAYS[self.every]:
            return
        for day in self._unbounded():
            if self.until is not None and day > self.until:
                return
            if day >= self.since:
                yield day

    def _unbounded(self) -> Iterator[date]:
        if self.every == "week":
            start = self.since.toordinal() + (self.day - self.since.isoweekday()) % 7
            yield from map(date.fromordinal, range(start, date.max.toordinal() + 1, 7))
            return
        step = 1 if self.every == "month" else 12
        first = self.since.year * 12 + self.since.month - 1
        for months in range(first, date.max.year * 12, step):
            yield _in_month(months // 12, months % 12 + 1, self.day)


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
