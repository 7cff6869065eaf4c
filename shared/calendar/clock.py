"""The clock: the one place of the suite that may read the time."""

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
"""Beijing time (北京时间), +08:00: every period of the law is counted in it."""


class Clock(Protocol):
    """Whoever tells the time."""

    def now(self) -> datetime:
        """Tell the present moment, aware, in Beijing time."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Tell the present moment, aware, in Beijing time."""
        return datetime.now(SHANGHAI)


class StoryClock:
    """A clock that stands still until it is set forward: for stories and tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = _in_beijing(moment)

    def now(self) -> datetime:
        """Tell the moment last set, aware, in Beijing time."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Move on to `moment`; ValueError if it is naive or lies before the present one."""
        later = _in_beijing(moment)
        if later < self._moment:
            raise ValueError(f"the clock stands at {self._moment}, it does not go back to {later}")
        self._moment = later


def _in_beijing(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment}")
    return moment.astimezone(SHANGHAI)
