"""The ledger of one service: its database, its contract, and the transactions that go through."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from shared.contracts.contract import Contract
from shared.ledger import commands
from shared.ledger.commands import Order
from shared.ledger.database import Database
from shared.ledger.transaction import Stamp, Transaction


@dataclass(frozen=True)
class Ledger:
    """What procedures, handlers and jobs open their transactions on."""

    database: Database
    contract: Contract
    on_entries: list[Callable[[], None]] = field(default_factory=list)
    on_jobs: list[Callable[[], None]] = field(default_factory=list)

    @contextmanager
    def transaction(self, stamp: Stamp) -> Iterator[Transaction]:
        """A transaction without a command: handlers, jobs, audited reads. After it those are
        woken who wait for entries or jobs, if it left any.
        """
        with self.database.transaction() as connection:
            tx = Transaction(self.database, connection, self.contract, stamp)
            yield tx
            if tx.has_entries:
                self.database.notify(connection)
        for wake in (*(self.on_entries * tx.has_entries), *(self.on_jobs * tx.has_jobs)):
            wake()

    @contextmanager
    def command(self, stamp: Stamp, order: Order) -> Iterator[Transaction]:
        """The commit half of a command: its id is taken first, its answer kept last."""
        with self.transaction(stamp) as tx:
            commands.claim(tx, order)
            yield tx
            commands.settle(tx, order)

    def recall(self, order: Order) -> dict[str, Any] | None:
        """The answer of a command that was done before."""
        return commands.recall(self.database, order)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short read."""
        with self.database.read() as connection:
            yield connection
