"""A real broker for the tests of this run, and sites on it: `from private_broker import broker`."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import amqp
import amqp.exceptions
import pytest

from tiaojie.host.bare import BareHost
from tiaojie.host.broker import Broker, BrokerMissing
from tiaojie.host.definitions import members, wanted
from tiaojie.host.passwords import obtain
from tiaojie.host.postgres import PostgresMissing
from tiaojie.host.setup import set_up

LOST = (amqp.exceptions.AMQPError, OSError)


def started(server):
    """Start a server that this machine may lack: left out then, and said; with CI=true it fails."""
    try:
        server.start()
    except (BrokerMissing, PostgresMissing) as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@contextmanager
def a_node(folder):
    """A node of its own."""
    node = Broker(folder / "node", folder / "secrets")
    try:
        started(node)
        yield node
    finally:
        node.kill()
        node.stop()


@contextmanager
def a_host():
    """A RabbitMQ and a PostgreSQL of its own. Not below pytest's folder, which each other run of
    pytest closes to the user that PostgreSQL runs as.
    """
    folder = Path(tempfile.mkdtemp(prefix="tj"))
    host = BareHost(folder / "var")
    try:
        started(host)
        yield host
    finally:
        host.broker.kill()
        host.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def broker(tmp_path_factory):
    """One node for the whole run; deploy/host/install-rabbitmq.sh installs what it needs."""
    with a_node(tmp_path_factory.mktemp("broker")) as node:
        yield node


@dataclass(frozen=True)
class SiteThere:
    """A site on a vhost of its own."""

    node: Broker
    vhost: str
    id: str = "0123456789abcdef"
    sectors: tuple = ()

    def state(self, clients=()):
        return wanted(members(), clients, self.sectors, self.id, self.vhost)

    def set_up(self, clients=(), **options):
        """What was changed, as it was said."""
        state = self.state(clients)
        passwords, _ = obtain(self.node.secrets, [user["name"] for user in state["users"]])
        return list(set_up(self.node.management(), state, passwords, **options))

    @contextmanager
    def channel(self, user):
        """A channel of a user; each publish waits until the broker took it or refused it."""
        password = (self.node.secrets / f"bus.{user}").read_text().strip()
        link = amqp.Connection(
            f"127.0.0.1:{self.node.place.amqp}",
            user,
            password,
            virtual_host=self.vhost,
            confirm_publish=True,
        )
        link.connect()
        try:
            yield link.channel()
        finally:
            try:
                link.close()
            except LOST:
                link.collect()
