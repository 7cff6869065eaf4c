"""A story on a broker: a site of its own on the host's RabbitMQ and PostgreSQL, one process a
service, one clock for all of them in a file.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import eventlet

from shared.bus.front import Front
from shared.bus.quiet import wait_until_quiet
from shared.calendar.clock import FileClock, SystemClock
from shared.ledger.database import Database
from shared.ledger.stillness import heads_of, is_still
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.demo.stage import STAMP, SettableClock, Stage
from tiaojie.host.bare import BareHost
from tiaojie.host.supervisor import Child, children_of, supervise, until
from tiaojie.member import answering, front

START_S, POLL_S = 60.0, 0.05


@dataclass(frozen=True)
class Fleet:
    """The processes as a story sees them: a front to ask at, databases to read."""

    people: Front
    databases: Mapping[str, Database]

    def wait_until_idle(self, limit_s: float = 60.0) -> bool:
        """Wait until nothing moves; False if it never was so."""
        return wait_until_quiet(self._is_idle, limit_s, POLL_S)

    def _is_idle(self) -> bool:
        heads, now = heads_of(self.databases), self.people.site.clock.now()
        return all(
            is_still(self.databases[cls.name], _of(heads, cls.sources), now, SystemClock().now())
            for cls in services.load(tuple(self.databases))
        )


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
            for _ in answering(people, tuple(databases), START_S):
                pass
            yield Fleet(people, databases)
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
