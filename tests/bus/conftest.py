"""The two services on the embedded bus and on a private RabbitMQ: nothing suits one alone."""

from itertools import count

import pytest
import two_services as two

from shared.testing.running import running
from tiaojie.host.definitions import wanted
from tiaojie.host.passwords import obtain
from tiaojie.host.rights import Member
from tiaojie.host.setup import set_up

MEMBERS = (
    Member("left", ("make_thing", "get_thing")),
    Member("right", (), ("left",)),
    Member("nobody", ("get_thing",)),  # allowed, and not there
)
_numbers = count(1)


@pytest.fixture(params=["embedded", "rabbitmq"])
def place(request):
    """Settings of a bus: none for the embedded one, a fresh vhost of the broker for the other."""
    return {} if request.param == "embedded" else on_vhost(request.getfixturevalue("broker"))


def on_vhost(node):
    """A vhost of its own for the two services."""
    return lay(node, f"two-{next(_numbers)}")


def lay(node, name):
    """A vhost as the two services need it."""
    state = wanted(MEMBERS, (), (), "0123456789abcdef", name)
    passwords, _ = obtain(node.secrets, [user["name"] for user in state["users"]])
    list(set_up(node.management(), state, passwords))
    return {"bus": node.bus_url(name), "secrets": str(node.secrets)}


@pytest.fixture
def things(tmp_path, place):
    two.poison.clear()
    two.jobs_run.clear()
    two.asleep.clear()
    with running(tmp_path, [two.Left, two.Right], **place) as suite:
        keeper = suite.suite.keeper(suite.suite.containers["right"])
        two.TABLES.create_all(keeper.desk.ledger.database.engine)
        yield suite
