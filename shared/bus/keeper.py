"""The keeper of one service: opens its ledger, seals and rings, runs what is due."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from nameko.extensions import SharedExtension

from shared.bus.agenda import Agenda
from shared.bus.bell import Bell
from shared.bus.caller import Caller
from shared.bus.desk import Desk
from shared.bus.site import Site, current_site
from shared.ledger.database import WEATHER, Database, DatabaseAway
from shared.ledger.journal import seal
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import check, upgrade
from shared.telemetry.logs import logger
from shared.telemetry.metrics import SEALED

QUIET_S = 1.0  # how long a loop sleeps when nobody wakes it
log = logger("bus")


class Keeper(SharedExtension):
    """Everything of a service that outlives a call."""

    def setup(self) -> None:
        """Open the database at its newest schema, and lay the desk. A file upgrades itself; a
        server, which other processes use too, is upgraded by `tiaojie db upgrade`.
        """
        service = self.container.service_cls
        self.site: Site = current_site()
        database = Database(self.site.settings.database_of(service.name))
        (upgrade if database.is_sqlite else check)(database, service.name)
        ledger = Ledger(database, service.contract)
        drivers: Mapping[str, Any] = service.make_drivers(self.site)
        self.caller = Caller(self.site, service.name)
        self.desk = Desk(service.contract, self.site, ledger, self.caller.send, drivers)
        self.agenda = Agenda(self.desk, service.jobs())
        self.awake = threading.Event()
        self.subscriptions: list[Any] = []

    def start(self) -> None:
        """Start asking, sealing and the agenda."""
        self.container.spawn_managed_thread(self.caller.consumer.run)
        self.caller.consumer.wait_until_ready()
        self.desk.ledger.on_entries.append(self.awake.set)
        self.desk.ledger.on_jobs.append(self.agenda.wake)
        self.container.spawn_managed_thread(self.seal_for_ever)
        self.container.spawn_managed_thread(self.agenda.run)
        self.container.spawn_managed_thread(self.listen_for_ever)

    def look_again(self) -> None:
        """Sources that were absent a moment ago may be there now."""
        for subscription in self.subscriptions:
            subscription.look()

    def stop(self) -> None:
        """One last sealing pass, so that a graceful stop leaves nothing unsealed."""
        self.agenda.stop()
        self.caller.consumer.stop()
        try:
            while seal(self.desk.ledger.database):
                pass
        except WEATHER as problem:
            log.warning("unsealed until the next start", problem=type(problem).__name__)

    def listen_for_ever(self) -> None:
        """Entries that another replica added and could not seal: its sealer came while ours held
        the seal.
        """
        database = self.desk.ledger.database
        while not database.is_sqlite:
            with suppress(*WEATHER, DatabaseAway):
                for _ in database.listen():
                    self.awake.set()
            threading.Event().wait(QUIET_S)

    def seal_for_ever(self) -> None:
        """Seal what was committed, ring it; the bell may be lost, the journal may not."""
        name, embedded = self.container.service_name, self.site.is_embedded
        bell = Bell(self.site.uri(name), name, declare=embedded)
        while True:
            self.awake.clear()
            self.seal_and_ring(bell)
            self.awake.wait(QUIET_S)

    def seal_and_ring(self, bell: Bell) -> None:
        """One pass."""
        try:
            while sealed := seal(self.desk.ledger.database):
                SEALED.labels(self.container.service_name).inc(len(sealed))
                bell.ring(sealed)
            bell.ring(())
        except WEATHER as problem:
            log.warning("the seal waits for its database", problem=type(problem).__name__)
