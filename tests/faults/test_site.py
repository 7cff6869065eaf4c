"""A whole site on RabbitMQ and PostgreSQL, a process a service (intake twice), under load: broker,
database, each service and one of two replicas are killed in turn. Nothing is lost, nothing doubled,
the order within a case is kept, and all is back without a human. MINUTES=5 works longer.
"""

import json
import os
import signal
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from time import monotonic

import eventlet
import pytest
from private_broker import a_host

from shared.access.principal import Principal
from shared.bus.outcome import Absent, Late
from shared.contracts.refused import Refused
from shared.ledger.chain import verify
from shared.ledger.cursors import list_parked
from shared.ledger.journal import whole_journal
from tiaojie import services
from tiaojie.demo.fleet import Fleet, boarded, processes
from tiaojie.demo.scene import set_the_scene
from tiaojie.host.bare import BareHost
from tiaojie.host.supervisor import children_of

MINUTES = float(os.environ.get("MINUTES", "0.5"))
RATE, WORKERS, BACK_S = 20, 4, 90
GRID_WORKER = Principal("grid_worker", "g-shilibu", ("220122100207",))
AWAY = ("depends_on_absent", "database_away")
VILLAGE = "220122100207"


@pytest.fixture(scope="module")
def host():
    with a_host() as host:
        yield host


@dataclass
class Site:
    """The site, its processes, and somebody who hurts them."""

    host: BareHost
    fleet: Fleet
    children: list
    told: list = field(default_factory=list)

    def kill(self, name):
        """kill -9 of one process; the supervisor starts it again."""
        child = next(c for c in self.children if c.name == name)
        os.kill(child.process.pid, signal.SIGKILL)

    def kill_broker(self):
        self.host.broker.kill()
        self.host.broker.start()

    def kill_database(self):
        os.kill(self.host.postgres.pid(), signal.SIGKILL)
        eventlet.sleep(1)
        self.host.postgres.start()

    def hurts(self):
        """Every hurt by its name."""
        yield "broker", self.kill_broker
        yield "database", self.kill_database
        for child in self.children:
            yield child.name, lambda name=child.name: self.kill(name)


@pytest.fixture(scope="module")
def site(host):
    settings = host.settings(host.folder / "data", division="220122000000")
    settings.data.mkdir()
    list(host.settle(settings))
    others = [name for name in services.ORDER if name != "intake"]
    children = [*children_of(settings, others), *children_of(settings, ["intake"], replicas=2)]
    with processes(children), boarded(settings) as fleet:
        set_the_scene(fleet)
        yield Site(host, fleet, children)


class Load:
    """Grid workers who report findings, grade them and hand them over; each command is repeated
    under its id until it is answered.
    """

    def __init__(self, fleet):
        self.fleet, self.over, self.numbers, self.answered = fleet, False, count(1), []
        self.workers = [eventlet.spawn(self.work) for _ in range(WORKERS)]

    def work(self):
        while not self.over:
            n = next(self.numbers)
            words = {"division": VILLAGE, "place": "一组", "text": f"第{n}件：两家为院墙吵了起来"}
            sides = [{"label": "张某家"}, {"label": "李某家"}]
            finding = self.insist("report_finding", f"r-{n}", {**words, "sides": sides})["finding"]
            grade = {"finding": finding, "people_count": 2, "amount_fen": 0}
            self.insist("grade_finding", f"g-{n}", grade)
            self.insist("hand_over_finding", f"h-{n}", {"finding": finding, "to_division": VILLAGE})

    def insist(self, verb, id_, payload):
        begun = monotonic()
        while monotonic() < begun + BACK_S:
            try:
                payload = {**payload, "command_id": id_}
                answer = self.fleet.people.call("screening", verb, payload, GRID_WORKER, 3)
            except (Absent, Late, Refused) as no:
                assert not isinstance(no, Refused) or no.code in AWAY
                eventlet.sleep(0.3)
            else:
                self.answered.append((monotonic(), monotonic() - begun, id_))
                eventlet.sleep(WORKERS / RATE)
                return answer
        raise AssertionError(f"{id_} is not answered any more")

    def stop(self):
        self.over = True
        for worker in self.workers:
            worker.wait()


@pytest.mark.timeout(MINUTES * 60 + 300)
def test_site_under_load_loses_and_doubles_nothing(site):
    load = Load(site.fleet)
    hurts = list(site.hurts())
    pause = max(2.0, MINUTES * 60 / len(hurts))
    slowest = {}
    for name, hurt in hurts:
        eventlet.sleep(pause / 2)
        since = monotonic()
        hurt()
        eventlet.sleep(pause / 2)
        late = [took for at, took, _ in load.answered if at > since]
        slowest[name] = max(late, default=float("nan"))
    load.stop()
    with eventlet.Timeout(BACK_S):
        while any(map(list_parked, site.fleet.databases.values())):
            eventlet.sleep(0.2)  # what was asked while somebody was away waits a moment
    assert site.fleet.wait_until_idle(BACK_S)
    check(site.fleet, [id_ for _, _, id_ in load.answered])
    report(load.answered, slowest)


def check(fleet, answered):
    """Every answered command has one effect, each finding one case, versions come in order."""
    told = {name: entries(fleet.databases[name]) for name in ("screening", "intake")}
    kinds = Counter(e["type"].split(".")[1] for e in told["screening"])
    asked = Counter(id_[0] for id_ in answered)
    done = {"r": "finding_reported", "g": "finding_graded", "h": "finding_handed_over"}
    assert {k: kinds[v] for k, v in done.items()} == dict(asked)
    cases = Counter(e["data"]["origin"]["id"] for e in told["intake"] if is_registered(e))
    findings = {e["subject"] for e in told["screening"] if e["type"].endswith("handed_over.v1")}
    assert cases == Counter(findings)
    assert kinds["finding_taken"] == len(findings)
    assert_in_order(told["screening"])
    for database in fleet.databases.values():
        verify(list(whole_journal(database)))


def is_registered(entry):
    return entry["type"] == "intake.case_registered.v1"


def entries(database):
    return [json.loads(sealed.line) for sealed in whole_journal(database)]


def assert_in_order(entries_):
    seen = {}
    for entry in entries_:
        version = entry["data"].get("version")
        if version is not None:
            assert version > seen.get(entry["subject"], 0), entry["type"]
            seen[entry["subject"]] = version


def report(answered, slowest):
    """What was measured, for whoever runs it with -s."""
    took = sorted(t for _, t, _ in answered)
    said = [f"{len(answered)} commands, median {took[len(took) // 2] * 1000:.0f} ms"]
    said += [f"{name}: slowest answer {s:.1f} s" for name, s in slowest.items()]
    sys.stderr.write("\n".join(said) + "\n")
