"""What a procedure finds when it is called: who asks, whom it may ask, where it may commit."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from shared.access.principal import Principal
from shared.access.vault import Vault
from shared.bus.counted import counted
from shared.bus.outcome import Absent, Late
from shared.calendar.clock import SHANGHAI, Clock
from shared.contracts.refused import Refused
from shared.ledger.commands import Order
from shared.ledger.database import outside_transaction
from shared.ledger.ledger import Ledger
from shared.ledger.transaction import Stamp, Transaction

MARGIN_S = 0.2  # what a call inside a call leaves its caller
Send = Callable[[str, str, Mapping[str, Any], float, "Context"], dict[str, Any]]


@dataclass(frozen=True)
class Context:
    """One call, handler or job being carried out.

    token     travels with what it asks, so that the next service sees the same person
    deadline  monotonic second after which its caller no longer waits
    order     the command being carried out; None for reads, handlers and jobs
    """

    principal: Principal
    ledger: Ledger
    clock: Clock
    vault: Vault
    send: Send
    division: str
    drivers: Mapping[str, Any]
    token: str | None = None
    correlation: str = ""
    deadline: float = field(default=0.0)
    order: Order | None = None

    def now(self) -> datetime:
        """This moment on the site's clock, +08:00."""
        return self.clock.now().astimezone(SHANGHAI)

    def today(self) -> date:
        """This day in Shanghai."""
        return self.now().date()

    def happened(self, command: Mapping[str, Any]) -> datetime:
        """When the act took place: as the person says, never later than now."""
        said: datetime | None = command.get("happened_at")
        if said is None:
            return self.now()
        if said > self.now():
            raise Refused("future_act", field="happened_at")
        return said.astimezone(SHANGHAI)

    def ask(self, service: str, verb: str, /, limit_s: float = 2.0, **payload: Any) -> Any:
        """Ask another service; its answer, loaded by its contract. Raises Refused, Absent, Late,
        Internal. Never while a transaction is open.
        """
        outside_transaction()
        left = min(limit_s, self.deadline - time.monotonic() - MARGIN_S)
        with counted(self.ledger.contract.service, service):
            if left < MARGIN_S / 2:
                raise Late(f"{service}.{verb}")
            return self.send(service, verb, payload, left, self)

    def try_ask(self, service: str, verb: str, /, limit_s: float = 2.0, **payload: Any) -> Any:
        """As `ask`, but None where the service is not there or does not answer in time."""
        try:
            return self.ask(service, verb, limit_s=limit_s, **payload)
        except (Absent, Late):
            return None

    @contextmanager
    def commit(self) -> Iterator[Transaction]:
        """The one transaction of a command: its id, its effect, its entries, its answer."""
        if self.order is None:
            raise RuntimeError("only a command commits")
        with self.ledger.command(self.stamp, self.order) as tx:
            yield tx

    @contextmanager
    def note(self) -> Iterator[Transaction]:
        """A transaction without a command id: a read that must leave an audit entry."""
        with self.ledger.transaction(self.stamp) as tx:
            yield tx

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short read of this service's own database."""
        with self.ledger.read() as connection:
            yield connection

    @property
    def stamp(self) -> Stamp:
        """What entries of this call carry."""
        return Stamp(self.principal.actor, self.now(), self.correlation, self.division)
