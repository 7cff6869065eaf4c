"""A client's own process: one round of calls or commands, its figures printed as JSON."""

import shared.bus.green  # noqa: F401, I001 - first of all

import json
import sys
from contextlib import contextmanager
from time import monotonic, perf_counter
from uuid import uuid4

import eventlet

from shared.bus.front import Front
from shared.bus.outcome import Absent, Late
from shared.bus.suite import Suite
from shared.ledger.database import Database
from shared.ledger.journal import head
from shared.settings.site import SiteSettings
from shared.telemetry.logs import configure
from tests.bench.place import wait_until_applied
from tests.bench.serve import CLASSES, site_of
from tests.bench.timing import timed
from tiaojie.house import LOCAL

WARM, START_S = 50, 60


@contextmanager
def front_of(settings):
    """People's way in: to processes over there, or to a suite in here."""
    site = site_of(settings)
    suite = Suite(site, [CLASSES["left"], CLASSES["right"]]) if site.is_embedded else None
    front = suite.front if suite else Front(site)
    (suite or front).start()
    _wait_for(front)
    yield front
    (suite or front).stop()


def _wait_for(front):
    end = monotonic() + START_S
    while True:
        try:
            return front.call("left", "get_thing", {"thing": "t"}, LOCAL, 2)
        except (Absent, Late):
            if monotonic() > end:
                raise
            eventlet.sleep(0.1)


def calls(front, _settings, count, at_once):
    """A query that reads nothing: what the bus and its checks cost."""

    def ask(n):
        return front.call("left", "get_thing", {"thing": f"t-{n}"}, LOCAL)

    timed(ask, WARM, at_once)
    return timed(ask, count, at_once)


def commands(front, settings, count, at_once):
    """Commands, and how long after the last answer the follower has all."""
    run = uuid4().hex[:8]

    def make(n):
        command = {"thing": f"t-{run}-{n}", "n": 1, "command_id": f"c-{run}-{n}"}
        return front.call("left", "make_thing", command, LOCAL)

    left, right = (Database(settings.database_of(name)) for name in ("left", "right"))
    begun, before = perf_counter(), head(left).seq
    made = timed(make, count, at_once)
    answered = perf_counter()
    wait_until_applied(left, right, before + count)
    end = perf_counter()
    return {**made, "after": end - answered, "applied": count / (end - begun)}


def main(what, count, at_once):
    configure("warning")
    settings = SiteSettings.read()
    with front_of(settings) as front:
        figures = {"calls": calls, "commands": commands}[what]
        sys.stdout.write(json.dumps(figures(front, settings, int(count), int(at_once))))


if __name__ == "__main__":
    main(*sys.argv[1:])
