"""The stage of a story: a suite in this process, or a site of its own on the host's broker."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from shared.bus.front import Front
from shared.calendar.clock import StoryClock
from shared.ledger.database import Database
from shared.settings.site import SiteSettings
from tiaojie.house import live

STAMP = "演示"


class SettableClock(Protocol):
    """A story's clock."""

    def now(self) -> datetime:
        """Tell the story's moment."""
        ...

    def set(self, moment: datetime) -> None:
        """Move on."""
        ...


class Stage(Protocol):
    """What a story needs of a suite."""

    @property
    def people(self) -> Front:
        """Where people come in."""
        ...

    @property
    def databases(self) -> Mapping[str, Database]:
        """The services' databases, to be read."""
        ...

    def wait_until_idle(self, limit_s: float = 60.0) -> bool:
        """Wait until nothing moves."""
        ...


@contextmanager
def embedded(folder: Path, starts: datetime) -> Iterator[tuple[Stage, SettableClock]]:
    """All services in this process, their files in `folder`, the clock at `starts`."""
    clock = StoryClock(starts)
    with live(SiteSettings(data=folder, stamp=STAMP), clock=clock) as suite:
        yield suite, clock
