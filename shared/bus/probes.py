"""Probes: /livez, /readyz and /metrics of a process, on the address of `settings.probes`.

/livez asks neither broker nor database: their absence would restart a whole fleet. /readyz says
what the background found (`readiness.py`); both answer from memory.
"""

import socket
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import eventlet
import eventlet.wsgi

from shared.bus import call as wire
from shared.bus.hub import Ticker
from shared.bus.readiness import PROCESS, Check, Watch, check_disk, noted, page
from shared.bus.sampling import Sampler
from shared.bus.suite import Suite
from shared.settings.site import SiteSettings
from shared.telemetry import scrape

SOCKET_S, AT_ONCE = 10, 16  # a scraper that dawdles holds nobody up
OK, AWAY, NO_PAGE = "200 OK", "503 Not Ready", "404 Not Found"


class Probes:
    """Watches a started suite and answers probes until it is closed; nothing where no address is
    set. `stopping()` makes /readyz fail while what is in work is finished.
    """

    def __init__(self, suite: Suite, settings: SiteSettings) -> None:
        self.suite, self.settings = suite, settings
        self.ticker, self.is_stopping = Ticker(), False
        self.asking: list[Any] = []
        self.answering: list[Any] = []
        self.watches: list[Watch] = []
        self.socket: Any = None

    def open(self) -> None:
        """Listen; OSError where the address is taken."""
        if not self.settings.probes:
            return
        self.socket = _listen(self.settings.probes)
        self.watches = [Watch(self.suite.keeper(c)) for c in self.suite.containers.values()]
        loops = [Sampler(self.suite).run, *(watch.run for watch in self.watches)]
        self.asking = [eventlet.spawn(loop) for loop in loops]
        options = {"log_output": False, "socket_timeout": SOCKET_S, "max_size": AT_ONCE}
        server = partial(eventlet.wsgi.server, self.socket, self.app, keepalive=False, **options)
        self.answering = [eventlet.spawn(server), eventlet.spawn(self.ticker.run)]

    @property
    def port(self) -> int:
        """The port it listens on, where the address left it open (`127.0.0.1:0`)."""
        return int(self.socket.getsockname()[1])

    def stopping(self) -> None:
        """A graceful stop has begun: send nobody here, and ask the suite nothing more."""
        self.is_stopping = True
        for thread in self.asking:
            thread.kill()

    def close(self) -> None:
        """Answer no more; the suite may have been stopped before, after `stopping()`."""
        self.stopping()
        for thread in self.answering:
            thread.kill()
        if self.socket is not None:
            self.socket.close()

    def app(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """The WSGI face."""
        path = environ.get("PATH_INFO", "")
        if path == "/metrics":
            metrics: Iterable[bytes] = scrape.page(environ, start)
            return metrics
        status, body = self.reply(path)
        start(status, [("Content-Type", "application/json; charset=utf-8")])
        return [wire.dumps(body)]

    def reply(self, path: str) -> tuple[str, dict[str, Any]]:
        """The status line and the body of a probe."""
        if path == "/livez":
            alive = self.ticker.is_alive()
            return OK if alive else AWAY, {"alive": alive}
        if path != "/readyz":
            return NO_PAGE, {"paths": ["/livez", "/readyz", "/metrics"]}
        ready, body = page(self.checks())
        return OK if ready else AWAY, body

    def checks(self) -> list[Check]:
        """All that must hold for calls to be sent here."""
        own = [noted(PROCESS, "running", not self.is_stopping), check_disk(self.settings.data)]
        return [*own, *(check for watch in self.watches for check in watch.checks)]


def _listen(address: str) -> Any:
    """A socket on `host:port`; an IPv6 host stands in brackets."""
    host, _, port = address.rpartition(":")
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    return eventlet.listen((host.strip("[]"), int(port)), family=family)
