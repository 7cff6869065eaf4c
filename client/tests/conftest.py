"""In ordinary Python, without any green thread: a broker, a service that answers, a client."""

import pytest
from client.tests import broker
from client.tests.peer import Peer

from tiaojie_client import Client


@pytest.fixture(scope="session")
def node(tmp_path_factory):
    if not broker.SERVER.exists():
        pytest.skip("RabbitMQ is not installed")
    with broker.broker(tmp_path_factory.mktemp("broker")) as node:
        yield node


@pytest.fixture
def intake(node):
    with Peer(node.url) as peer:
        yield peer


@pytest.fixture
def client(node):
    with Client(node.url, broker.CLIENT, broker.PASSWORD) as client:
        yield client
