"""What a process says of itself to those who probe it."""

import http.client
import json
from time import monotonic

import eventlet
import pytest
import two_services as two
from sqlalchemy import text

from shared.bus.hub import ALIVE_S, Ticker
from shared.bus.probes import Probes
from shared.bus.readiness import FRESH_S, Check, Watch, page
from shared.settings.site import SiteSettings
from shared.testing.running import running

EVERY = [
    ("process", "running"),
    ("process", "disk"),
    ("left", "database"),
    ("left", "migrations"),
    ("left", "bus"),
    ("right", "database"),
    ("right", "migrations"),
    ("right", "bus"),
]


@pytest.fixture
def probes(things, tmp_path):
    there = Probes(things.suite, SiteSettings(data=tmp_path, probes="127.0.0.1:0"))
    there.open()
    yield there
    there.close()


def get(probes, path, host="127.0.0.1"):
    client = http.client.HTTPConnection(host, probes.port, timeout=5)
    client.request("GET", path)
    response = client.getresponse()
    body = response.read()
    client.close()
    return response.status, body


def ready(probes, host="127.0.0.1"):
    status, body = get(probes, "/readyz", host)
    return status, json.loads(body)


def failing(probes):
    status, body = ready(probes)
    return status, [(c["service"], c["check"]) for c in body["checks"] if not c["ok"]]


def wait_until_ready(probes):
    end = monotonic() + 10
    while ready(probes)[0] != 200 and monotonic() < end:
        eventlet.sleep(0.05)


def look(probes, service):
    next(watch for watch in probes.watches if watch.service == service).look()


def test_process_is_alive_at_once_and_ready_when_all_was_checked(probes):
    assert get(probes, "/livez") == (200, b'{"alive":true}')
    assert ready(probes)[0] == 503
    wait_until_ready(probes)
    status, body = ready(probes)
    assert (status, body["ready"]) == (200, True)
    assert [(c["service"], c["check"]) for c in body["checks"]] == EVERY
    assert body["checks"][4]["word"] == "经总线能叫到自己"


def test_nobody_is_sent_to_a_process_that_stops(probes):
    wait_until_ready(probes)
    probes.stopping()
    assert failing(probes) == (503, [("process", "running")])
    assert get(probes, "/livez")[0] == 200


def test_database_of_another_version_is_not_ready(probes, things):
    wait_until_ready(probes)
    with things.suite.databases["left"].transaction() as connection:
        connection.execute(text("update alembic_version set version_num = 'ledger_0000'"))
    look(probes, "left")
    assert failing(probes) == (503, [("left", "migrations")])


def test_database_that_is_gone_is_not_ready(probes, things, monkeypatch):
    wait_until_ready(probes)
    database = things.suite.databases["left"]
    monkeypatch.setattr(database, "_readers", type(database)("sqlite:////no/such/x.db").engine)
    look(probes, "left")
    _, away = failing(probes)
    assert away[:2] == [("left", "database"), ("left", "migrations")]


def test_service_that_is_deaf_on_the_bus_is_not_ready(probes, things):
    wait_until_ready(probes)
    keeper = things.suite.keeper(things.suite.containers["right"])
    entries = things.suite.containers["right"].extensions
    consumers = {e.consumer for e in entries if hasattr(e, "procedure")}
    for consumer in consumers:
        consumer.consumer.drain()
    assert keeper.desk.ledger.database.look() is None
    look(probes, "right")
    assert failing(probes) == (503, [("right", "bus")])


def test_check_holds_for_fifteen_seconds(things):
    check = Check("left", "bus", ok=True, at=100.0)
    assert [check.holds(100 + s) for s in (0, FRESH_S, FRESH_S + 0.1)] == [True, True, False]
    assert not Check("left", "bus", ok=False, at=100.0).holds(100.0)
    stale = Check("left", "bus", ok=True, at=monotonic() - FRESH_S - 1)
    ok, body = page([stale])
    assert (ok, body["checks"][0]["word"]) == (False, "超过 15 秒没有检查结果")
    watch = Watch(things.suite.keeper(things.suite.containers["left"]))
    assert [check.ok for check in watch.checks] == [False, False, False]


def test_hub_is_alive_while_it_ticks():
    ticker = Ticker()
    assert ticker.is_alive()
    ticker.last -= ALIVE_S
    assert not ticker.is_alive()


def test_metrics_are_shown_and_nothing_else(probes):
    status, body = get(probes, "/metrics")
    assert (status, b"tiaojie_build_info{version=" in body) == (200, True)
    assert get(probes, "/")[0] == 404


def test_no_address_means_no_probes(tmp_path):
    with running(tmp_path, [two.Left]) as alone:
        quiet = Probes(alone.suite, SiteSettings(data=tmp_path))
        quiet.open()
        assert (quiet.socket, quiet.asking, quiet.answering) == (None, [], [])
        quiet.stopping()
        quiet.close()


def test_process_says_that_it_stops_until_the_suite_has_stopped(tmp_path):
    with running(tmp_path, [two.Left]) as alone:
        there = Probes(alone.suite, SiteSettings(data=tmp_path, probes="[::1]:0"))
        there.open()
        eventlet.sleep(0.5)
        there.stopping()
    status, body = ready(there, "::1")
    assert (status, [c["check"] for c in body["checks"] if not c["ok"]]) == (503, ["running"])
    there.close()
    assert there.socket.fileno() == -1
