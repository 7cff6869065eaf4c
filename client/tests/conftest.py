"""In ordinary Python, without any green thread: a broker, a service that answers, a client."""

import pytest
from client.tests.peer import Peer
from client.tests.serving import HOTLINE, site

from tiaojie_client import Client


@pytest.fixture(scope="session")
def node(tmp_path_factory):
    with site(tmp_path_factory.mktemp("site")) as node:
        yield node


@pytest.fixture
def intake(node):
    with Peer(node) as peer:
        yield peer


@pytest.fixture
def client(node):
    with Client(node.url, HOTLINE, node.password(HOTLINE)) as client:
        yield client
