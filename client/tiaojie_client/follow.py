"""Following a journal: every entry once and in order, whatever the bus loses or repeats.

The bus only rings: an entry that comes early, late or not at all is pulled from the journal itself.
"""

from __future__ import annotations

import hashlib
import json
import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kombu import Connection, Consumer, Exchange, Queue

from tiaojie_client.outcome import Absent, Diverged, Internal, Late, Refused

if TYPE_CHECKING:
    from tiaojie_client.client import Client

PAGE, HELD, QUIET_S = 500, 1000, 10.0
QUORUM = {"x-queue-type": "quorum", "x-single-active-consumer": True}


@dataclass(frozen=True)
class Place:
    """Where one stands in a journal: after the entry of this number and hash. To be kept by who
    follows, in the same transaction as the effect of the entry.
    """

    seq: int
    hash: str


START = Place(0, "00" * 32)


@dataclass(frozen=True)
class Entry:
    """One entry. `type` is empty for an audit entry, which is heard by place alone.

    subject  id of what it is about, from intake rightwards the case
    data     as the shape of its type says, e.g. `intake.AcceptedData`
    """

    place: Place
    id: str = ""
    type: str = ""
    subject: str = ""
    time: str = ""
    actor: str = ""
    correlation: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def open(cls, place: Place, line: str | None) -> Entry:
        """From the sealed line."""
        known = json.loads(line or "{}")
        named = {n: known.get(n, "") for n in ("id", "type", "subject", "time", "actor")}
        correlation = known.get("correlationid", "")
        return cls(place, **named, correlation=correlation, data=known.get("data", {}))


class Subscription:
    """The entries of one source after a place. Go through it with `for`, or give `start` a handler.
    Ends with `stop`; raises Diverged, or what the handler raised.
    """

    def __init__(self, client: Client, source: str, after: Place) -> None:
        self.client, self.source, self.place = client, source, after
        self.bells: queue.Queue[Any] = queue.Queue(HELD)
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._run, name=f"from-{source}", daemon=True)
        self.problem: Exception | None = None
        client.link.set_up(self._listen)

    def start(self, handler: Callable[[Entry], None]) -> Subscription:
        """Let a thread of its own go through it."""
        self.handler = handler
        self.thread.start()
        return self

    def stop(self) -> None:
        """End after the entry in hand."""
        self.stopped.set()
        self._put(None)
        self.client.link.take_down(self._listen, self.channel)

    def join(self, timeout_s: float | None = None) -> None:
        """Wait for the thread's end; raises what ended it."""
        self.thread.join(timeout_s)
        if self.problem is not None:
            raise self.problem

    def __iter__(self) -> Iterator[Entry]:
        """Pull what lies between, then bells as long as they come in order; and again."""
        while not self.stopped.is_set():
            yield from self._pulled()
            yield from self._rung()

    def _run(self) -> None:
        try:
            for entry in self:
                self.handler(entry)
        except Exception as problem:  # noqa: BLE001 - the handler's; `join` gives it back
            self.problem = problem

    def _pulled(self) -> Iterator[Entry]:
        """Entries of the journal itself, up to its end or until its owner is away."""
        full = True
        while full and not self.stopped.is_set():
            try:
                page = self._page()
            except (Absent, Late, Internal):
                return
            yield from self._new(page)
            full = len(page) == PAGE

    def _page(self) -> list[dict[str, Any]]:
        place = {"after": self.place.seq, "hash": self.place.hash, "limit": PAGE}
        try:
            answer = self.client.query(self.source, "read_journal", place)
        except Refused as no:
            if no.code == "diverged":
                raise Diverged(self.source, self.place.seq) from no
            raise
        entries: list[dict[str, Any]] = answer["entries"]
        return entries

    def _rung(self) -> Iterator[Entry]:
        """Bells in order; ends where something may be missing: a gap, a new link, a long quiet."""
        while not self.stopped.is_set():
            try:
                bell = self.bells.get(timeout=QUIET_S)
            except queue.Empty:
                return
            if bell is None:
                return
            wire = json.loads(bell)
            if wire["seq"] > self.place.seq + 1:
                return
            yield from self._new([wire])

    def _new(self, heard: list[dict[str, Any]]) -> Iterator[Entry]:
        """Those after our place, each proved to follow the one before."""
        for wire in heard:
            if wire["seq"] <= self.place.seq:
                continue
            place = Place(wire["seq"], wire["hash"])
            if not follows(self.place, place, wire.get("line")):
                raise Diverged(self.source, place.seq)
            self.place = place
            yield Entry.open(place, wire.get("line"))

    # on the link's thread

    def _listen(self, connection: Connection) -> None:
        exchange = Exchange(f"{self.source}.journal", "topic", durable=True, no_declare=True)
        name = f"{self.client.user}.from.{self.source}"
        bells = Queue(name, exchange, "#", queue_arguments=QUORUM)
        self.channel = connection.channel()
        Consumer(self.channel, [bells], on_message=self._hear, no_ack=True).consume()
        self._put(None)

    def _hear(self, message: Any) -> None:
        """A bell: believed only from the source itself."""
        if message.properties.get("user_id") == self.source:
            self._put(message.body)

    def _put(self, bell: Any) -> None:
        """What does not fit is pulled later."""
        with suppress(queue.Full):
            self.bells.put_nowait(bell)


def follows(before: Place, after: Place, line: str | None) -> bool:
    """Whether the hash is that of the line upon the hash before; an audit entry shows no line."""
    if after.seq != before.seq + 1:
        return False
    if line is None:
        return True
    made = hashlib.sha256(bytes.fromhex(before.hash) + line.encode())
    return made.hexdigest() == after.hash
