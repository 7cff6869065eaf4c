"""A vhost belongs to one site; who comes with another id, or finds no broker, is told so."""

import pytest
from private_broker import SiteThere

from shared.bus.place import NotOurs, Unreachable, check_place


@pytest.fixture
def uri(broker):
    there = SiteThere(broker, "place")
    there.set_up()
    password = (broker.secrets / "bus.intake").read_text().strip()
    return broker.bus_url("place").replace("amqp://", f"amqp://intake:{password}@")


def test_own_vhost_is_ours(uri):
    check_place(uri, SiteThere.id)


def test_vhost_of_another_site_is_not_ours(uri):
    with pytest.raises(NotOurs):
        check_place(uri, "fedcba9876543210")


@pytest.mark.parametrize(
    ("old", "new"), [("intake:", "intake:x"), ("/place", "/nowhere")], ids=["password", "vhost"]
)
def test_broker_that_does_not_let_us_in_is_unreachable(uri, old, new):
    with pytest.raises(Unreachable):
        check_place(uri.replace(old, new), SiteThere.id)


def test_broker_that_is_away_is_unreachable():
    with pytest.raises(Unreachable):
        check_place("amqp://intake:x@127.0.0.1:1/place", SiteThere.id)
