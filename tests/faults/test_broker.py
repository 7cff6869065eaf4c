"""The broker dies, is wiped, or stands still while people work: nothing lost, nothing doubled, the
order within a thing kept, and all is back without a human.
"""

import os
import signal
from itertools import count
from threading import Event

import eventlet
import pytest
import two_services as two
from private_broker import a_node
from sqlalchemy import select

from shared.bus.outcome import Absent, Internal, Late
from shared.testing.people import ADMINISTRATOR, MEDIATOR
from shared.testing.running import running
from tests.bus.conftest import lay, on_vhost

BACK_S = 90


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    with a_node(tmp_path_factory.mktemp("hurt")) as node:
        yield node


class Load:
    """Somebody who works on three things, and repeats what was not answered under the same id."""

    def __init__(self, things):
        self.things, self.done, self.over, self.numbers = things, [], False, count(1)
        self.worker = eventlet.spawn(self.work)

    def work(self):
        while not self.over:
            number = next(self.numbers)
            thing = f"t-{number % 3}"
            self.insist(thing, number)
            self.done.append((thing, number))
            eventlet.sleep(0.02)

    def insist(self, thing, number):
        payload = {"thing": thing, "n": number, "command_id": f"load-{number}"}
        for _ in range(200):
            try:
                return self.things.suite.people.call("left", "make_thing", payload, MEDIATOR, 2)
            except (Absent, Late, Internal):
                eventlet.sleep(0.3)
        raise AssertionError("nobody answers any more")

    def reach(self, number, limit_s=BACK_S):
        """Wait until so many were done."""
        with eventlet.Timeout(limit_s, AssertionError(f"{len(self.done)} done, then nothing")):
            while len(self.done) < number:
                eventlet.sleep(0.05)

    def stop(self):
        self.over = True
        self.worker.wait()


def kill_and_start(node, _place):
    node.kill()
    Event().wait(1)
    node.start()


def stand_still(node, _place):
    os.kill(node.pid, signal.SIGSTOP)
    Event().wait(15)
    os.kill(node.pid, signal.SIGCONT)


def restart(node, _place):
    node.stop()
    node.start()


def wipe(node, place):
    """All queues, bindings and messages are gone; then `broker setup`, and no more than that."""
    vhost = place["bus"].rpartition("/")[2]
    node.management().delete("vhosts", vhost)
    Event().wait(3)
    lay(node, vhost)


@pytest.mark.parametrize("hurt", [kill_and_start, restart, stand_still, wipe])
def test_broker_that_goes_and_comes_back_costs_nothing(node, tmp_path, hurt):
    place = on_vhost(node)
    with running(tmp_path, [two.Left, two.Right], **place) as things:
        database = things.suite.databases["right"]
        two.TABLES.create_all(database.engine)
        load = Load(things)
        load.reach(30)
        hurt(node, place)
        load.reach(len(load.done) + 30)
        load.stop()
        with eventlet.Timeout(BACK_S):
            while things.ask("right", "list_parked", ADMINISTRATOR)["parked"]:
                eventlet.sleep(0.2)  # what was asked while the broker was away waits a moment
            things.settle()
        with database.read() as connection:
            columns = select(two.SEEN.c.thing, two.SEEN.c.n)
            rows = connection.execute(columns.order_by(two.SEEN.c.no))
            seen = [tuple(row) for row in rows]
    made = [(thing, n * 100 + 7) for thing, n in load.done]
    assert sorted(seen) == sorted(made)
    for thing in ("t-0", "t-1", "t-2"):
        assert [n for t, n in seen if t == thing] == [n for t, n in made if t == thing]
