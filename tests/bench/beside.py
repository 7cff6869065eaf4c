"""A stock nameko service beside ours, on the same broker, in a vhost and a process of its own."""

import os
import sys
from contextlib import contextmanager

from tests.bench.place import said_by
from tiaojie.demo.fleet import processes
from tiaojie.host.passwords import ADMIN, password_of
from tiaojie.host.supervisor import Child

VHOST = "stock"


@contextmanager
def stock(host):
    """The service's process, running; yields what asks it, and the process's Child."""
    environment = {**os.environ, "STOCK_URI": _uri(host)}
    command = [sys.executable, "-m", "tests.bench.stock", "serve"]
    child = Child("stock", command, environment, host.folder / "stock.log")

    def ask(*words):
        return said_by("stock", *words, environment=environment)

    with processes([child]):
        yield ask, child


def _uri(host):
    api, everything = host.broker.management(), ".*"
    api.put("vhosts", VHOST)
    rights = dict.fromkeys(("configure", "write", "read"), everything)
    api.put("permissions", VHOST, ADMIN, **rights)
    password = password_of(host.folder / "secrets", ADMIN)
    return host.broker.bus_url(VHOST).replace("//", f"//{ADMIN}:{password}@")
