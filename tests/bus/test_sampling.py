"""What the sampling loop says of ledgers and cursors."""

from datetime import timedelta

import eventlet
import pytest
import two_services as two
from prometheus_client import REGISTRY
from sqlalchemy import update

from shared.bus.consumer import Consumer
from shared.bus.sampling import Sampler
from shared.ledger import tables
from shared.ledger.journal import count_unsealed
from shared.testing.people import ADMINISTRATOR, MEDIATOR
from shared.testing.running import running

FOLLOWED = {"service": "right", "source": "left"}


def value(name, **labels):
    return REGISTRY.get_sample_value(f"tiaojie_{name}", labels)


def sample(things):
    Sampler(things.suite).sample()


def make(things, *names):
    for name in names:
        things.ask("left", "make_thing", MEDIATOR, thing=name)


def deafen(things):
    (subscription,) = things.suite.keeper(things.suite.containers["right"]).subscriptions
    subscription.stop()


def wait_until_sealed(things):
    for _ in range(100):
        if not count_unsealed(things.suite.databases["left"]):
            return
        eventlet.sleep(0.02)


def test_ledger_at_rest_has_no_lag_and_nothing_open(things):
    make(things, "a", "b")
    things.settle()
    sample(things)
    assert value("journal_head", service="left") == 2
    assert value("unsealed_entries", service="left") == 0
    assert value("jobs_due", service="left") == 0
    assert value("cursor_lag_entries", **FOLLOWED) == value("cursor_lag_seconds", **FOLLOWED) == 0
    assert value("source_absent", **FOLLOWED) == value("cursor_diverged", **FOLLOWED) == 0
    assert value("database_connections", service="left") == 0
    assert value("disk_free_bytes") < value("disk_size_bytes")


def test_cursor_that_stands_is_behind_by_entries_and_seconds(things):
    make(things, "a")
    things.settle()
    deafen(things)
    make(things, "b", "c")
    wait_until_sealed(things)
    things.clock.set(things.clock.now() + timedelta(minutes=2))
    sample(things)
    assert value("cursor_lag_entries", **FOLLOWED) == 2
    assert value("cursor_lag_seconds", **FOLLOWED) == 120


def test_parked_subject_is_counted_and_gone_when_dropped(things):
    two.poison.add("bad")
    make(things, "bad", "bad")
    things.settle()
    sample(things)
    states = ("parked", "behind", "waiting")
    assert [value("parked_entries", state=s, **FOLLOWED) for s in states] == [1, 1, 0]
    assert value("jobs_retrying", service="left") == 2
    for _ in range(2):
        drop = {"source": "left", "subject": "bad", "reason": "重复录入"}
        things.ask("right", "drop_parked", ADMINISTRATOR, **drop)
    sample(things)
    assert [value("parked_entries", state=s, **FOLLOWED) for s in states] == [0, 0, 0]


def test_journal_of_another_past_is_diverged(things):
    make(things, "a")
    things.settle()
    with things.suite.databases["right"].transaction() as connection:
        connection.execute(update(tables.cursor).values(hash=b"x" * 32))
    sample(things)
    assert value("cursor_diverged", **FOLLOWED) == 1


def test_source_that_is_away_is_said(tmp_path):
    with running(tmp_path, [two.Right]) as right:
        sample(right)
    assert value("source_absent", **FOLLOWED) == 1


def test_database_that_is_away_stops_no_loop(things, monkeypatch):
    database = things.suite.databases["left"]
    monkeypatch.setattr(database, "_readers", type(database)("sqlite:////no/such/x.db").engine)
    sample(things)
    assert value("journal_head", service="right") == 0


def test_first_fault_of_a_verb_is_a_rise_from_nought(things):
    Sampler(things.suite)
    named = {"service": "left", "verb": "get_thing", "outcome": "internal"}
    assert value("verbs_total", **named) == 0


def test_link_made_again_is_counted_and_the_first_is_not(things):
    consumer = Consumer(things.suite.site.uri("left"), [], list)
    before = value("reconnects_total")
    with consumer.link.clone() as link:
        for _ in range(3):
            consumer.on_consume_ready(link, link.channel(), [])
    assert value("reconnects_total") == before + 2


HEARD = {
    "answered": (ADMINISTRATOR, [two.Right, two.Left]),
    "refused": (MEDIATOR, [two.Right, two.Left]),  # whoever may read no journal
    "absent": (ADMINISTRATOR, [two.Right]),
}


@pytest.mark.parametrize("outcome", HEARD)
def test_calls_are_counted_by_what_was_heard(tmp_path, outcome):
    who, services = HEARD[outcome]
    with running(tmp_path, services) as suite:
        suite.settle()
        before = calls()
        suite.ask("right", "health", who)
        after = calls()
    assert {o: n - before[o] for o, n in after.items() if n != before[o]} == {outcome: 1}


def calls():
    labels = {"service": "right", "target": "left"}
    outcomes = (*HEARD, "late", "internal")
    return {o: value("calls_total", outcome=o, **labels) or 0 for o in outcomes}
