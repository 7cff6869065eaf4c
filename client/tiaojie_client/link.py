"""The link to the broker: one thread owns the connection, everybody else leaves it work.

So a broker that is frozen, full or gone holds up this thread alone, never who calls.
"""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from kombu import Connection

CONNECT_S, SOCKET_S, HEARTBEAT_S, BEAT_S = 5, 5.0, 20, 1.0
PAUSES_S = (1, 2, 3, 5)  # before the next try to come back; then 5 again
SOON_S = 0.001  # not 0: of a frame that is half there, py-amqp would lose the half
log = logging.getLogger("tiaojie_client")
Work = Callable[[Connection], None]


class Link:
    """Connects at once, and raises what the broker says if it does not let us in; later it comes
    back by itself.

    lost  is called with the reason, on the link's thread, when the connection was lost
    """

    def __init__(self, connection: Connection, lost: Callable[[Exception], None]) -> None:
        self.made_from, self.lost = connection, lost
        self.failures = connection.connection_errors + connection.channel_errors
        self.work: deque[Work] = deque()
        self.setups: list[Work] = []
        self.closed = threading.Event()
        self.connection = self._connected()
        self.awake, self.waker = socket.socketpair()
        self.awake.setblocking(False)
        self.thread = threading.Thread(target=self._run, name="tiaojie-link", daemon=True)
        self.thread.start()

    def do(self, work: Work) -> None:
        """Let the link's thread do this as soon as it can."""
        self.work.append(work)
        self._wake()

    def set_up(self, setup: Work) -> None:
        """Do this now, and again on each new connection; raises what the broker refuses."""
        done: Future[None] = Future()

        def once(connection: Connection) -> None:
            try:
                setup(connection)
            except self.failures as problem:
                done.set_exception(problem)
            else:
                self.setups.append(setup)
                done.set_result(None)

        self.do(once)
        done.result(CONNECT_S + SOCKET_S)

    def take_down(self, setup: Work, channel: Any) -> None:
        """Undo a `set_up` that has made this channel."""
        self.setups.remove(setup)
        self.do(lambda _connection: channel.close())

    def close(self) -> None:
        """Leave; waits a moment for the thread."""
        self.closed.set()
        self._wake()
        self.thread.join(2 * SOCKET_S)
        self.awake.close()
        self.waker.close()

    def _connected(self) -> Connection:
        """A new connection. py-amqp would look for `connection.blocked` before each message, and
        lose half a frame; a broker that blocks is noticed by the time a write takes.
        """
        made = self.made_from.clone()
        made.connect()
        made.connection.client_properties["capabilities"].pop("connection.blocked", None)
        return made

    def _wake(self) -> None:
        with suppress(BlockingIOError, OSError):
            self.waker.send(b".")

    def _run(self) -> None:
        while not self.closed.is_set():
            try:
                self._serve()
            except self.failures as problem:
                log.warning("link lost: %s", type(problem).__name__)
                self.connection.collect(SOCKET_S)
                self.lost(problem)
                self._come_back()
        with suppress(*self.failures):
            self.connection.release()

    def _serve(self) -> None:
        """One connection's life."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.awake, selectors.EVENT_READ)
            selector.register(self.connection.connection.sock, selectors.EVENT_READ)
            while not self.closed.is_set():
                self._work_off()
                self._read()
                self.connection.heartbeat_check()
                if not self.work:
                    selector.select(BEAT_S)
                with suppress(BlockingIOError):
                    self.awake.recv(4096)

    def _work_off(self) -> None:
        while self.work:
            self.work.popleft()(self.connection)

    def _read(self) -> None:
        """Hand out all that has arrived."""
        with suppress(socket.timeout):
            while True:
                self.connection.drain_events(timeout=SOON_S)

    def _come_back(self) -> None:
        tries = 0
        while not self.closed.wait(PAUSES_S[min(tries, len(PAUSES_S) - 1)]):
            tries += 1
            try:
                self.connection = self._connected()
                for setup in self.setups:
                    setup(self.connection)
            except self.failures as problem:
                log.warning("broker away: %s", type(problem).__name__)
            else:
                return


def connection(url: str, user: str, password: str, options: Any) -> Connection:
    """A connection, not yet made; a read or write that takes longer than SOCKET_S cuts it."""
    return Connection(
        url,
        userid=user,
        password=password,
        heartbeat=HEARTBEAT_S,
        connect_timeout=CONNECT_S,
        transport_options={"read_timeout": SOCKET_S, "write_timeout": SOCKET_S},
        **options,
    )
