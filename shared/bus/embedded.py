"""The embedded transport: kombu's wire inside one process, driven by events, without polling.

It answers as RabbitMQ does where our edge relies on it: NO_ROUTE for a mandatory message without
a queue, the check of `user_id`, expiration, auto-delete, redelivery at the front.
"""

import itertools
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty
from time import monotonic
from typing import Any

import amqp.exceptions
from kombu.transport import TRANSPORT_ALIASES, base, virtual

_tags = itertools.count(1)
_vhosts: dict[str, "Vhost"] = {}


class Vhost:
    """What a broker would hold: queues, who waits, routes. Lives as long as the process."""

    def __init__(self) -> None:
        self.state = virtual.BrokerState()
        self.queues: dict[str, deque[Any]] = {}
        self.auto_delete: dict[str, bool] = {}
        self.waiters: dict[str, dict[Any, bool]] = {}
        self.routes: dict[tuple[str, str], list[str]] = {}

    def wake(self, queue: str) -> None:
        """Tell the consumers of a queue that something lies in it."""
        for transport in self.waiters.get(queue, ()):
            transport.wakeup.set()


class _QoS(virtual.QoS):
    def ack(self, delivery_tag: Any) -> None:
        super().ack(delivery_tag)
        self.channel.connection.wakeup.set()  # the prefetch has room again


class _Channel(virtual.Channel):
    QoS = _QoS
    body_encoding = None
    do_restore = False
    supports_fanout = False

    @property
    def vhost(self) -> Vhost:
        vhost: Vhost = self.connection.vhost
        return vhost

    def _has_queue(self, queue: str, **_: Any) -> bool:
        return queue in self.vhost.queues

    def _size(self, queue: str) -> int:
        return len(self.vhost.queues.get(queue, ()))

    def _new_queue(self, queue: str, *, auto_delete: bool = False, **_: Any) -> None:
        self.vhost.queues.setdefault(queue, deque())
        self.vhost.auto_delete[queue] = auto_delete

    def _purge(self, queue: str) -> int:
        waiting = self._size(queue)
        self.vhost.queues.get(queue, deque()).clear()
        return waiting

    def _delete(self, queue: str, *_: Any, **__: Any) -> None:
        self.vhost.queues.pop(queue, None)
        self.vhost.routes.clear()

    def queue_delete(self, queue: str, **options: Any) -> None:
        super().queue_delete(queue, **options)
        self._delete(queue)

    def queue_bind(self, *args: Any, **options: Any) -> None:
        super().queue_bind(*args, **options)
        self.vhost.routes.clear()

    def prepare_message(self, body: Any, priority: Any = None, **parts: Any) -> dict[str, Any]:
        kinds = {name: parts.get(name) for name in ("content_type", "content_encoding")}
        properties = dict(parts.get("properties") or {}, **kinds)
        properties.setdefault("priority", priority or 0)
        outer = {name.replace("_", "-"): value for name, value in kinds.items()}
        return {
            "body": body,
            "headers": parts.get("headers") or {},
            "properties": properties,
            **outer,
        }

    def basic_publish(
        self, message: Any, exchange: str, routing_key: str, *, mandatory: bool = False, **_: Any
    ) -> None:
        properties = message["properties"]
        user = self.connection.client.userid
        if properties.get("user_id") not in (None, user):
            raise amqp.exceptions.PreconditionFailed(f"user_id on a connection of {user}")
        queues = [q for q in self._route(exchange, routing_key) if q in self.vhost.queues]
        if not queues and mandatory:
            raise amqp.exceptions.NotFound("NO_ROUTE", (60, 40), "Basic.publish", 312)
        for queue in queues:
            self._lay(queue, message, {"exchange": exchange, "routing_key": routing_key})

    def _route(self, exchange: str, routing_key: str) -> list[str]:
        if not exchange:
            return [routing_key]
        routes = self.vhost.routes
        if (exchange, routing_key) not in routes:
            routes[exchange, routing_key] = sorted(self._lookup(exchange, routing_key))
        return routes[exchange, routing_key]

    def _lay(self, queue: str, message: Any, delivery_info: dict[str, str]) -> None:
        given = message["properties"]
        expiration = given.get("expiration")
        own = dict(
            given,
            delivery_tag=next(_tags),
            body_encoding=None,
            delivery_info=delivery_info,
            until=monotonic() + int(expiration) / 1000 if expiration else None,
        )
        copy = dict(message, properties=own, headers=dict(message["headers"]))
        self.vhost.queues[queue].append(copy)
        self.vhost.wake(queue)

    def _put(self, queue: str, message: Any, **_: Any) -> None:
        if queue in self.vhost.queues:  # a redelivery goes to the front
            self.vhost.queues[queue].appendleft(message)
            self.vhost.wake(queue)

    def _get(self, queue: str, _timeout: Any = None) -> Any:
        waiting = self.vhost.queues.get(queue)
        while waiting:
            message = waiting.popleft()
            until = message["properties"].get("until")
            if not until or until > monotonic():
                return message
        raise Empty

    def basic_consume(self, queue: str, *args: Any, **options: Any) -> None:
        super().basic_consume(queue, *args, **options)
        self.vhost.waiters.setdefault(queue, {})[self.connection] = True
        self.connection.wakeup.set()

    def basic_cancel(self, consumer_tag: str) -> None:
        queue = self._tag_to_queue.get(consumer_tag)
        super().basic_cancel(consumer_tag)
        if queue in self.vhost.waiters and queue not in self._active_queues:
            self.vhost.waiters[queue].pop(self.connection, None)
            if not self.vhost.waiters[queue] and self.vhost.auto_delete.get(queue):
                self.queue_delete(queue)


class Transport(virtual.Transport):
    """Registered as `embedded://user@host/vhost`."""

    Channel = _Channel
    driver_type = driver_name = "embedded"
    implements = base.Transport.implements.extend(
        asynchronous=False, exchange_type=frozenset(["direct", "topic"]), heartbeats=False
    )
    connection_errors = (amqp.exceptions.ConnectionError,)
    channel_errors = (amqp.exceptions.ChannelError,)
    recoverable_connection_errors = (amqp.exceptions.RecoverableConnectionError,)
    recoverable_channel_errors = (amqp.exceptions.RecoverableChannelError,)

    def __init__(self, client: Any, **options: Any) -> None:
        super().__init__(client, **options)
        self.vhost = _vhosts.setdefault(client.virtual_host or "/", Vhost())
        self.state = self.vhost.state
        self.wakeup, self.interrupted = threading.Event(), False

    def interrupt(self) -> None:
        """Whoever waits for a message looks up at once."""
        self.interrupted = True
        self.wakeup.set()

    def drain_events(self, connection: Any, timeout: float | None = None) -> None:
        """Deliver one message, or wait for one; raises TimeoutError."""
        del connection
        end = None if timeout is None else monotonic() + timeout
        deliver: Callable[..., Any] = self._deliver
        while True:
            self.wakeup.clear()
            with suppress(Empty):
                self.cycle.get(deliver, timeout=timeout)
                return
            left = None if end is None else max(0, end - monotonic())
            if self.interrupted or not self.wakeup.wait(left):
                self.interrupted = False
                raise TimeoutError


TRANSPORT_ALIASES["embedded"] = "shared.bus.embedded:Transport"
