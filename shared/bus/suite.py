"""Services side by side in one process, on either bus."""

from collections.abc import Callable, Mapping, Sequence

import eventlet
from nameko.containers import ServiceContainer

from shared.bus.front import Front
from shared.bus.keeper import Keeper
from shared.bus.quiet import wait_until_quiet
from shared.bus.service import Service
from shared.bus.site import Site
from shared.ledger.database import Database
from shared.ledger.stillness import heads_of, is_still

POLL_S = 0.01


class Suite:
    """The named services, started together. On the embedded bus people come in here too; on a
    broker they come in at a front of their own.
    """

    def __init__(self, site: Site, services: Sequence[type[Service]]) -> None:
        site.enter()
        self.site = site
        self.containers = {cls.name: ServiceContainer(cls) for cls in services}
        self.front = Front(site) if site.is_embedded else None

    def start(self) -> None:
        """Start all; returns when each takes calls."""
        if self.front:
            self.front.start()
        for container in self.containers.values():
            container.start()
        for container in self.containers.values():
            self.keeper(container).look_again()  # those started first found their sources absent

    def stop(self) -> None:
        """Finish what is in work, seal it, stop."""
        for container in reversed(self.containers.values()):
            container.stop()
        if self.front:
            self.front.stop()
        for container in self.containers.values():
            self.keeper(container).desk.ledger.database.close()

    def on_death(self, tell: Callable[[str, BaseException], None]) -> None:
        """`tell(service, problem)` when a service ends by itself, which it should not."""

        def watch(name: str, container: ServiceContainer) -> None:
            try:
                container.wait()
            except Exception as problem:
                tell(name, problem)

        for name, container in self.containers.items():
            eventlet.spawn(watch, name, container)

    @property
    def databases(self) -> dict[str, Database]:
        """The database of each service."""
        found = {name: self.keeper(c).desk.ledger for name, c in self.containers.items()}
        return {name: ledger.database for name, ledger in found.items()}

    @staticmethod
    def keeper(container: ServiceContainer) -> Keeper:
        """The keeper of a container."""
        keeper: Keeper = container.shared_extensions[Keeper]
        return keeper

    @property
    def people(self) -> Front:
        """Where people come in."""
        if self.front is None:
            raise RuntimeError("people come in at the front of the broker")
        return self.front

    def wake(self) -> None:
        """The site's clock was moved: look for what is due now."""
        for container in self.containers.values():
            self.keeper(container).agenda.wake()

    def wait_until_idle(self, limit_s: float = 60.0) -> bool:
        """Wait until every entry is sealed and applied and no job is due; False if it never was."""
        self.wake()
        return wait_until_quiet(self.is_idle, limit_s, POLL_S)

    def is_idle(self) -> bool:
        """Whether nothing moves; what is parked or waits for another try counts as still."""
        heads = heads_of(self.databases)
        return all(self._is_still(self.keeper(c), heads) for c in self.containers.values())

    def _is_still(self, keeper: Keeper, heads: Mapping[str, int]) -> bool:
        if keeper.agenda.busy or any(s.follower.busy for s in keeper.subscriptions):
            return False
        sources = {s.source: heads[s.source] for s in keeper.subscriptions if s.source in heads}
        moments = (self.site.clock.now(), self.site.machine.now())
        return is_still(keeper.desk.ledger.database, sources, *moments)
