"""The clock: the one place of the suite that may read the time."""

from datetime import datetime
from pathlib import Path
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


class FileClock:
    """A story's clock for several processes: the moment stands in a file, one of them sets it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """Tell the moment in the file, aware, in Beijing time."""
        return _in_beijing(datetime.fromisoformat(self._file.read_text("utf-8").strip()))

    def set(self, moment: datetime) -> None:
        """Move on, for all; ValueError if it is naive or lies before the present one."""
        StoryClock(self.now()).set(moment)
        self.start(moment)

    def start(self, moment: datetime) -> None:
        """Put a first moment into the file."""
        draft = self._file.with_suffix(".draft")
        draft.write_text(_in_beijing(moment).isoformat(), "utf-8")
        draft.replace(self._file)


def _in_beijing(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment}")
    return moment.astimezone(SHANGHAI)
