"""The keeper of one service: opens its ledger, seals and rings, runs what is due."""

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import amqp.exceptions
from kombu import Connection
from nameko.extensions import SharedExtension

from shared.bus.agenda import Agenda
from shared.bus.caller import Caller
from shared.bus.channel import journal_exchange, send
from shared.bus.desk import Desk
from shared.bus.site import Site, current_site
from shared.ledger.chain import Sealed
from shared.ledger.database import Database
from shared.ledger.journal import seal
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import upgrade
from shared.telemetry.logs import logger
from shared.telemetry.metrics import SEALED

QUIET_S = 1.0  # how long a loop sleeps when nobody wakes it
log = logger("bus")


class Keeper(SharedExtension):
    """Everything of a service that outlives a call."""

    def setup(self) -> None:
        """Open the database at its newest schema, and lay the desk."""
        service = self.container.service_cls
        self.site: Site = current_site()
        database = Database(self.site.settings.database_of(service.name))
        upgrade(database, service.name)
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
        self.caller.consumer.wait_until_consumer_ready()
        self.desk.ledger.on_entries.append(self.awake.set)
        self.desk.ledger.on_jobs.append(self.agenda.wake)
        self.container.spawn_managed_thread(self.seal_for_ever)
        self.container.spawn_managed_thread(self.agenda.run)

    def look_again(self) -> None:
        """Sources that were absent a moment ago may be there now."""
        for subscription in self.subscriptions:
            subscription.awake.set()

    def stop(self) -> None:
        """One last sealing pass, so that a graceful stop leaves nothing unsealed."""
        self.agenda.stop()
        self.caller.consumer.stop()
        while seal(self.desk.ledger.database):
            pass

    def seal_for_ever(self) -> None:
        """Seal what was committed, ring it; the bell may be lost, the journal may not."""
        with Connection(self.site.uri(self.container.service_name)) as connection:
            ring = self._bell(connection)
            while True:
                self.awake.clear()
                while sealed := seal(self.desk.ledger.database):
                    SEALED.labels(self.container.service_name).inc(len(sealed))
                    ring(sealed)
                self.awake.wait(QUIET_S)

    def _bell(self, connection: Connection) -> Callable[[Sequence[Sealed]], None]:
        name = self.container.service_name
        channel = connection.channel()
        exchange = journal_exchange(name)(channel)
        exchange.declare()

        def ring(entries: Sequence[Sealed]) -> None:
            try:
                for entry in entries:
                    send(channel, entry.wire(), exchange.name, "entry", user_id=name)
            except (amqp.exceptions.AMQPError, OSError) as problem:
                log.warning("bell lost", service=name, problem=type(problem).__name__)

        return ring
