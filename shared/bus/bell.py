"""The bell (门铃): rings sealed entries, and knows when nobody may have heard."""

from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import Any

from shared.bus import call as wire
from shared.bus.channel import journal_exchange, send
from shared.bus.link import FAILURES, WRITE_S, connect
from shared.ledger.chain import Sealed
from shared.telemetry.logs import logger

WINDOW = 500  # entries a confirm is waited for; what does not fit is pulled by who follows
log = logger("bus")


class Bell:
    """One service's bell. What was not confirmed is rung again over the next link; a bell heard
    twice does no harm, one never heard is made up for by the journal.
    """

    def __init__(self, uri: str, service: str, *, declare: bool) -> None:
        self.uri, self.service, self.declare = uri, service, declare
        self.unheard: deque[Sealed] = deque(maxlen=WINDOW)
        self.link: Any = None
        self.waiting: set[int] = set()

    def ring(self, entries: Sequence[Sealed]) -> None:
        """Ring them, and what was left of last time."""
        self.unheard.extend(entries)
        if not self.unheard:
            return
        try:
            channel = self._channel()
            for entry in self.unheard:
                self._send(channel, entry)
            self._confirm(channel)
            self.unheard.clear()
        except FAILURES as problem:
            log.warning("bell lost", service=self.service, problem=type(problem).__name__)
            self.close()

    def close(self) -> None:
        """Drop the link; the next ring makes another."""
        link, self.link = self.link, None
        if link is not None:
            with suppress(*FAILURES):
                link.collect(1.0)

    def _channel(self) -> Any:
        if self.link is None:
            self.link, self.sent = connect(self.uri), 0
            self.waiting.clear()
            self.link.ensure_connection(max_retries=1)
            channel = self.link.default_channel
            journal_exchange(self.service, declare=self.declare)(channel).declare()
            if not self.declare:
                channel.confirm_select()
                channel.events["basic_ack"].add(self._heard)
        return self.link.default_channel

    def _send(self, channel: Any, entry: Sealed) -> None:
        exchange = wire.journal_exchange(self.service)
        send(channel, entry.wire(), exchange, "entry", user_id=self.service)
        self.sent += 1
        if not self.declare:
            self.waiting.add(self.sent)

    def _heard(self, tag: int, multiple: bool) -> None:
        self.waiting -= {t for t in self.waiting if t == tag or (multiple and t <= tag)}

    def _confirm(self, channel: Any) -> None:
        end = monotonic() + WRITE_S
        while self.waiting:
            channel.connection.drain_events(timeout=max(0.01, end - monotonic()))
