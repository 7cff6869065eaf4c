"""The seven services' place: this process, or a vhost of a real broker."""

import pytest
from private_broker import SiteThere


@pytest.fixture(scope="session")
def vhost(broker):
    """One vhost for all tests here: they start one after the other."""
    there = SiteThere(broker, "subsets")
    there.set_up()
    return {"bus": broker.bus_url(there.vhost), "secrets": str(broker.secrets)}


@pytest.fixture(params=["embedded", "rabbitmq"])
def place(request):
    """Settings of a bus."""
    return {} if request.param == "embedded" else request.getfixturevalue("vhost")
