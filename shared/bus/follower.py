"""Following another service's journal: each entry's effect and the cursor in one transaction.

An entry that cannot be applied parks its subject; all other subjects go on (design.md §7).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.bus.context import Context
from shared.bus.desk import Desk
from shared.bus.outcome import Absent, Late
from shared.ledger import cursors
from shared.ledger.chain import Sealed
from shared.ledger.cursors import Diverged, Gap, Heard
from shared.ledger.database import WEATHER
from shared.ledger.transaction import Transaction
from shared.telemetry.logs import bound, logger
from shared.telemetry.metrics import APPLIED

PAGE, WAITS = 500, "等待同一事项的前一条"
log = logger("bus")


@dataclass(frozen=True)
class EntryHandler:
    """What a service does on an entry type: `ask(context, heard)` outside, then
    `commit(context, tx, heard, facts)` inside the transaction that moves the cursor.
    """

    commit: Callable[[Context, Transaction, Heard, Any], None]
    ask: Callable[[Context, Heard], Any] | None = None


@dataclass
class Follower:
    """One service's reading of one source."""

    desk: Desk
    source: str
    handlers: Mapping[str, EntryHandler]
    busy: bool = field(default=False)

    def take(self, entry: Sealed) -> None:
        """Apply one entry; raises Gap when others come before it."""
        heard = Heard.open(self.source, entry)
        with self._bound(heard):
            self._take(entry, heard)

    def _take(self, entry: Sealed, heard: Heard) -> None:
        handler, database = self.handlers.get(heard.type), self.desk.ledger.database
        asks = handler is not None and handler.ask is not None
        if asks and heard.subject and cursors.is_parked(database, self.source, heard.subject):
            self._park(entry, heard, cursors.BEHIND, WAITS)  # no need to ask
            return
        with self._parking(entry, heard):
            self._apply(entry, heard)

    def _apply(self, entry: Sealed, heard: Heard) -> None:
        handler = self.handlers.get(heard.type)
        context = self._context(heard)
        facts = handler.ask(context, heard) if handler and handler.ask else None
        with self.desk.ledger.transaction(context.stamp) as tx:
            moved = cursors.advance(tx, self.source, entry)
            if moved and self._is_behind(tx, heard):
                cursors.park(tx, self.source, entry, cursors.BEHIND, WAITS, self._machine_now())
                return
            if moved and handler:
                handler.commit(context, tx, heard, facts)
        APPLIED.labels(self.desk.contract.service, self.source).inc(moved)
        if moved and handler:
            log.info("applied", seq=entry.seq, type=heard.type)

    def _is_behind(self, tx: Transaction, heard: Heard) -> bool:
        """Asked under the cursor's lock: another replica may have parked the entry before."""
        subject = heard.subject
        return bool(subject) and cursors.first_parked(tx, self.source, subject) is not None

    def _machine_now(self) -> datetime:
        return self.desk.site.machine.now()

    @contextmanager
    def _parking(self, entry: Sealed, heard: Heard) -> Iterator[None]:
        """Who is away makes the subject wait; what fails parks it; a database away is weather."""
        try:
            yield
        except (Absent, Late) as away:
            self._park(entry, heard, cursors.WAITING, f"{type(away).__name__} {away}")
        except (Gap, Diverged, *WEATHER):
            raise
        except Exception as problem:
            log.exception("parked", seq=entry.seq)
            self._park(entry, heard, cursors.PARKED, f"{type(problem).__name__}: {problem}")

    def _park(self, entry: Sealed, heard: Heard, state: str, why: str) -> None:
        with self.desk.ledger.transaction(self._context(heard).stamp) as tx:
            if cursors.advance(tx, self.source, entry):
                cursors.park(tx, self.source, entry, state, why, self._machine_now())

    def catch_up(self) -> None:
        """Read the source's journal from our place to its end, and apply it."""
        while True:
            at = cursors.position(self.desk.ledger.database, self.source)
            page, head = self._page(at)
            for wire in page:
                self.take(Sealed.from_wire(wire))
            if not page or page[-1]["seq"] >= head:
                return

    def _page(self, at: Sealed) -> tuple[list[dict[str, Any]], int]:
        """What comes next, as much as one answer holds, and where the journal ends."""
        context = self.desk.own_context("")
        place: dict[str, Any] = {"after": at.seq, "hash": at.hash.hex(), "limit": PAGE}
        told = context.ask(self.source, "read_journal", **place)
        return told["entries"], told["head"]

    def retry(self) -> None:
        """Try each parked subject's entries again, in order, until one fails."""
        now = self._machine_now()
        for subject, entry in cursors.parked_heads(self.desk.ledger.database, self.source, now):
            heard = Heard.open(self.source, entry)
            with self._bound(heard):
                log.info("retry", subject=subject, seq=entry.seq)
                self._retry_one(entry, heard)

    def _retry_one(self, entry: Sealed, heard: Heard) -> None:
        context, handler = self._context(heard), self.handlers.get(heard.type)
        try:
            facts = handler.ask(context, heard) if handler and handler.ask else None
            with self.desk.ledger.transaction(context.stamp) as tx:
                if cursors.unpark(tx, self.source, entry.seq) and handler:
                    handler.commit(context, tx, heard, facts)
                cursors.retry_now(tx, self.source, heard.subject)
        except (Absent, Late) as away:
            self._postpone(entry, heard, cursors.WAITING, f"{type(away).__name__} {away}")
        except WEATHER:
            raise
        except Exception as problem:
            self._postpone(entry, heard, cursors.PARKED, f"{type(problem).__name__}: {problem}")

    def _postpone(self, entry: Sealed, heard: Heard, state: str, why: str) -> None:
        with self.desk.ledger.transaction(self._context(heard).stamp) as tx:
            now = self.desk.site.machine.now()
            cursors.postpone(tx, self.source, entry.seq, state, why, now)

    def _bound(self, heard: Heard) -> AbstractContextManager[None]:
        return bound(heard.correlation, self.desk.contract.service, source=self.source)

    def _context(self, heard: Heard) -> Context:
        return self.desk.own_context(correlation=heard.correlation)
