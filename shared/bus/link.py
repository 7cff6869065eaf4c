"""The link to the broker: what may be written on it, for how long, and how it is cut.

Several green threads write on one connection (calls, answers, acknowledgements, heartbeats), so
each write takes the connection's lock. A write that takes too long cuts the socket first: an
orderly close would wait for the dead peer for ever.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakKeyDictionary

import amqp.exceptions
import eventlet
import kombu.compression
from kombu import Connection
from kombu.exceptions import OperationalError

WRITE_S, CONNECT_S, HEARTBEAT_S, PAUSE_S = 5.0, 5, 20, 5
FAILURES = (amqp.exceptions.AMQPError, OperationalError, OSError, EOFError)
kombu.compression._decoders.clear()  # noqa: SLF001 - kombu unpacks a bomb before anyone can look
_locks: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


def connect(uri: str, heartbeat: int = 0) -> Connection:
    """A connection, not yet made; with a heartbeat in seconds if somebody will keep it up."""
    return Connection(uri, heartbeat=heartbeat, connect_timeout=CONNECT_S)


def prepare(connection: Connection) -> None:
    """A made connection, for several writers: py-amqp must not read before it writes, since
    another thread is reading.
    """
    known = getattr(connection.connection, "client_properties", {})
    known.get("capabilities", {}).pop("connection.blocked", None)


@contextmanager
def writing(channel: Any) -> Iterator[None]:
    """The right to write on the channel's connection, for a bounded time."""
    wire = channel.connection
    if wire is None:
        raise amqp.exceptions.RecoverableConnectionError("closed")
    lock = _locks.setdefault(wire, threading.RLock())
    try:
        with eventlet.Timeout(WRITE_S, TimeoutError("the broker does not read")), lock:
            yield
    except (OSError, amqp.exceptions.ConnectionError):
        cut(wire)  # half a frame may be out; py-amqp tells a time-out as a lost connection
        raise


def cut(wire: Any) -> None:
    """Shut the socket under a connection: whoever reads on it wakes at once and closes it. Not
    closed here, or its number may be a stranger's; by `_transport`, since `transport` connects.
    """
    with suppress(AttributeError, OSError):
        wire._transport.sock.shutdown(2)  # noqa: SLF001
