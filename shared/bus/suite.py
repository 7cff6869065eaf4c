"""Services side by side in one process on the embedded bus."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import eventlet
from nameko.containers import ServiceContainer

from shared.access.principal import Principal
from shared.bus import call as wire
from shared.bus.caller import Caller, unwrapped
from shared.bus.keeper import Keeper
from shared.bus.service import Service
from shared.bus.site import Site
from shared.ledger import cursors, jobs, journal

DOOR = "door"  # the user of the bus that brings people in
IDLE_ROUNDS, POLL_S = 2, 0.01  # nothing to do, twice in a row


class Suite:
    """The named services, started together; a caller that brings people in."""

    def __init__(self, site: Site, services: Sequence[type[Service]]) -> None:
        site.enter()
        self.site = site
        self.containers = {cls.name: ServiceContainer(cls) for cls in services}
        self.caller = Caller(site, DOOR)

    def start(self) -> None:
        """Start all; returns when each takes calls."""
        eventlet.spawn(self.caller.consumer.run)
        self.caller.consumer.wait_until_consumer_ready()
        for container in self.containers.values():
            container.start()
        for container in self.containers.values():
            self.keeper(container).look_again()  # those started first found their sources absent

    def stop(self) -> None:
        """Finish what is in work, seal it, stop."""
        for container in reversed(self.containers.values()):
            container.stop()
        self.caller.consumer.stop()
        for container in self.containers.values():
            self.keeper(container).desk.ledger.database.close()

    @staticmethod
    def keeper(container: ServiceContainer) -> Keeper:
        """The keeper of a container."""
        keeper: Keeper = container.shared_extensions[Keeper]
        return keeper

    def call(
        self,
        service: str,
        verb: str,
        payload: Mapping[str, Any],
        principal: Principal,
        limit_s: float = 15.0,
    ) -> dict[str, Any]:
        """Ask a verb as a person; raises Refused, Absent, Late, Internal."""
        return unwrapped(self.exchange(service, verb, payload, principal, limit_s))

    def exchange(
        self,
        service: str,
        verb: str,
        payload: Mapping[str, Any],
        principal: Principal,
        limit_s: float = 15.0,
    ) -> dict[str, Any]:
        """As `call`, with the wire answer as it is."""
        headers: dict[str, Any] = {wire.TOKEN: self.site.signer.sign(principal)}
        correlation = payload.get("command_id")
        headers[wire.CORRELATION] = correlation if isinstance(correlation, str) else ""
        return self.caller.exchange(service, verb, payload, limit_s, headers)

    def wake(self) -> None:
        """The site's clock was moved: look for what is due now."""
        for container in self.containers.values():
            self.keeper(container).agenda.wake()

    def wait_until_idle(self, limit_s: float = 60.0) -> bool:
        """Wait until every entry is sealed and applied and no job is due; False if it never was."""
        end, quiet = time.monotonic() + limit_s, 0
        self.wake()
        while time.monotonic() < end:
            quiet = quiet + 1 if self.is_idle() else 0
            if quiet >= IDLE_ROUNDS:
                return True
            eventlet.sleep(POLL_S)
        return False

    def is_idle(self) -> bool:
        """Whether nothing moves; what is parked or waits for another try counts as still."""
        keepers = {name: self.keeper(c) for name, c in self.containers.items()}
        heads = {n: journal.head(k.desk.ledger.database).seq for n, k in keepers.items()}
        return all(self._is_still(keeper, heads) for keeper in keepers.values())

    def _is_still(self, keeper: Keeper, heads: Mapping[str, int]) -> bool:
        database, machine = keeper.desk.ledger.database, self.site.machine.now()
        if keeper.agenda.busy or journal.count_unsealed(database):
            return False
        if jobs.due_jobs(database, self.site.clock.now(), machine):
            return False
        followed = [s.follower for s in keeper.subscriptions if s.source in heads]
        return all(
            not f.busy and cursors.position(database, f.source).seq >= heads[f.source]
            for f in followed
        )
