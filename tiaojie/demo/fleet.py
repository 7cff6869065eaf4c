"""A story on a broker: a site of its own on the host's RabbitMQ and PostgreSQL, one process a
service, one clock for all of them in a file.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

import eventlet

from shared.access.principal import Principal
from shared.bus.front import Front
from shared.bus.outcome import Absent, Late
from shared.calendar.clock import FileClock, SystemClock
from shared.ledger.database import Database
from shared.ledger.stillness import heads_of, is_still
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.demo.stage import STAMP, SettableClock, Stage
from tiaojie.host.bare import BareHost
from tiaojie.host.supervisor import Child, children_of, supervise, until
from tiaojie.house import LOCAL
from tiaojie.member import front

START_S, POLL_S, ROUNDS = 60.0, 0.05, 2


@dataclass(frozen=True)
class Fleet:
    """The processes as a story sees them: a front to ask at, databases to read."""

    people: Front
    databases: Mapping[str, Database]

    def call(
        self,
        service: str,
        verb: str,
        payload: Mapping[str, Any],
        principal: Principal,
        limit_s: float = 15.0,
    ) -> dict[str, Any]:
        """Ask a verb as a person; raises Refused, Absent, Late, Internal."""
        return self.people.call(service, verb, payload, principal, limit_s)

    def wait_until_idle(self, limit_s: float = 60.0) -> bool:
        """Wait until nothing moves, twice in a row; False if it never was so."""
        end, quiet = monotonic() + limit_s, 0
        while quiet < ROUNDS and monotonic() < end:
            quiet = quiet + 1 if self._is_idle() else 0
            eventlet.sleep(POLL_S)
        return quiet >= ROUNDS

    def _is_idle(self) -> bool:
        heads, now = heads_of(self.databases), self.people.site.clock.now()
        return all(
            is_still(self.databases[cls.name], _of(heads, cls.sources), now, SystemClock().now())
            for cls in services.load(tuple(self.databases))
        )

    def wait_until_there(self) -> None:
        """Wait until each service answers; raises Absent or Late for the one that does not."""
        end = monotonic() + START_S
        for name in self.databases:
            self._wait_for(name, end)

    def _wait_for(self, name: str, end: float) -> None:
        while True:
            try:
                self.call(name, "health", {}, LOCAL, 5)
            except (Absent, Late):
                if monotonic() > end:
                    raise
                eventlet.sleep(POLL_S)
            else:
                return


def _of(heads: Mapping[str, int], sources: tuple[str, ...]) -> dict[str, int]:
    return {name: heads[name] for name in sources if name in heads}


@contextmanager
def on_broker(
    host: BareHost, folder: Path, starts: datetime
) -> Iterator[tuple[Stage, SettableClock]]:
    """A site for one story, in `folder`; its processes end with the block, its data stay."""
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "clock").absolute()
    clock = FileClock(file)
    clock.start(starts)
    settings = host.settings(folder, f"demo-{folder.name}", stamp=STAMP, clock=str(file))
    for _ in host.settle(settings):
        pass
    with processes(children_of(settings, services.ORDER)), boarded(settings) as fleet:
        yield fleet, clock


@contextmanager
def boarded(settings: SiteSettings) -> Iterator[Fleet]:
    """The site's processes, once all of them answer."""
    databases = {name: Database(settings.database_of(name)) for name in services.ORDER}
    try:
        with front(settings) as people:
            fleet = Fleet(people, databases)
            fleet.wait_until_there()
            yield fleet
    finally:
        for database in databases.values():
            database.close()


@contextmanager
def processes(children: Sequence[Child]) -> Iterator[None]:
    """These processes, kept running until the block ends."""
    told = eventlet.event.Event()
    keeper = eventlet.spawn(supervise, children, until(told), lambda _: None)
    try:
        yield
    finally:
        told.send()
        keeper.wait()
