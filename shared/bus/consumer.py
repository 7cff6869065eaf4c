"""A consumer that comes back by itself, drains before it stops, and drops a dead link."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

import amqp.exceptions
from kombu import Connection, Queue
from kombu.mixins import ConsumerMixin

from shared.bus.link import FAILURES, HEARTBEAT_S, PAUSE_S, connect, cut, prepare, writing
from shared.telemetry.logs import logger
from shared.telemetry.metrics import RECONNECTS

BEAT_S, RENEW_S, DRAIN_S = 1.0, 60.0, 5.0
log = logger("bus")


class Consumer(ConsumerMixin):
    """Takes raw messages from queues until it is stopped.

    on_message  gets kombu's message, undecoded: a decoder may already have done harm
    on_link     is called with the channel after each (re)connection
    on_loss     is called when a link was lost
    """

    def __init__(
        self,
        uri: str,
        queues: Sequence[Queue],
        on_message: Callable[[Any], None],
        on_link: Callable[[Any], None] = lambda _channel: None,
        on_loss: Callable[[], None] = lambda: None,
        **options: Any,
    ) -> None:
        beat = HEARTBEAT_S if uri.startswith("amqp") else 0
        self.link, self.queues = connect(uri, beat), queues
        self.on_message, self.on_link, self.on_loss = on_message, on_link, on_loss
        self.prefetch, self.options = options.pop("prefetch", 0), options
        self.ready, self.drained, self.draining = threading.Event(), threading.Event(), False
        self.interrupt: Callable[[], None] = lambda: None
        self.channel: Any = None

    @property
    def connection(self) -> Connection:
        """What the mixin clones for each new link."""
        return self.link

    def wait_until_ready(self) -> None:
        """Wait for the first link."""
        self.ready.wait()

    def drain(self) -> None:
        """Take nothing more; what was taken is answered on the link that stays open."""
        self.draining = True
        self.interrupt()
        self.drained.wait(DRAIN_S)

    def stop(self) -> None:
        """Leave."""
        self.should_stop = True
        self.interrupt()

    def run(self) -> None:
        """Consume, and come back after each failure of the link or of a queue."""
        while not (self.should_stop or self.draining):
            try:
                self.serve()
            except FAILURES as lost:
                self.drained.set()  # nothing arrives over a lost link
                self.on_loss()
                log.warning("link lost", problem=type(lost).__name__)
                threading.Event().wait(BEAT_S)

    def serve(self) -> None:
        """One link's life."""
        with self.consumer_context() as (link, channel, consumers):
            wire, renewed = link.connection, monotonic()  # kombu would make another behind us
            while not self.should_stop:
                if self.draining and not self.drained.is_set():
                    self.take_no_more(channel, consumers)
                with suppress(TimeoutError):
                    link.transport.drain_events(wire, timeout=BEAT_S)
                self.beat(link, channel)
                if monotonic() > renewed + RENEW_S and not self.draining:
                    self.renew(channel, consumers)
                    renewed = monotonic()

    def beat(self, link: Connection, channel: Any) -> None:
        """Send and check heartbeats; two missed cut the link."""
        if not link.heartbeat:
            return
        try:
            with writing(channel):
                link.transport.heartbeat_check(channel.connection, rate=2)
        except amqp.exceptions.ConnectionForced:
            cut(channel.connection)
            raise

    def renew(self, channel: Any, consumers: Sequence[Any]) -> None:
        """Queues and bindings that somebody removed come back."""
        with writing(channel):
            for consumer in consumers:
                consumer.declare()

    def take_no_more(self, channel: Any, consumers: Sequence[Any]) -> None:
        """Cancel; what has arrived is done, nothing more will."""
        with writing(channel):
            for consumer in consumers:
                consumer.cancel()
        self.drained.set()

    @contextmanager
    def establish_connection(self) -> Iterator[Connection]:
        """A new link, asked for again after 1, 2 … 5 seconds."""
        with self.create_connection() as link:
            link.ensure_connection(
                self.on_connection_error,
                interval_start=1,
                interval_step=1,
                interval_max=PAUSE_S,
            )
            prepare(link)
            yield link

    def get_consumers(self, consumer_class: Any, channel: Any) -> list[Any]:
        """The mixin's hook: one consumer of all queues."""
        del channel
        consumer = consumer_class(queues=self.queues, on_message=self.on_message, **self.options)
        consumer.qos(prefetch_count=self.prefetch)
        return [consumer]

    def on_consume_ready(self, _link: Any, channel: Any, _consumers: Any, **_: Any) -> None:
        """The mixin's hook: linked. The embedded bus can be told to look up; a broker's link
        looks up each second.
        """
        self.interrupt = getattr(channel.connection, "interrupt", self.interrupt)
        if self.ready.is_set():
            RECONNECTS.inc()
        self.channel = channel
        self.drained.clear()
        self.on_link(channel)
        self.ready.set()

    def on_decode_error(self, message: Any, _problem: Exception) -> None:
        """The mixin's hook: a body that claims to be packed; put aside, unread."""
        put_aside(message, "packed")

    def on_connection_error(self, problem: Exception, interval: float) -> None:
        """The mixin's hook: the broker is away."""
        log.warning("broker away", problem=type(problem).__name__, again_in_s=interval)


def put_aside(message: Any, why: str) -> None:
    """To the dead letters, with the reason in the log and never the body."""
    log.warning("put aside", why=why, queue=message.delivery_info.get("routing_key"))
    with writing(message.channel):
        message.reject()
