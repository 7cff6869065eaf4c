"""The real broker, and one site on it with an outside system and a sector."""

import pytest
from private_broker import SiteThere

from tiaojie.host.rights import Client

COURT = Client("court", "222400000000", ("intake.register_case", "intake.list_due"), ("intake",))


@pytest.fixture(scope="session")
def site(broker):
    there = SiteThere(broker, "rights", sectors=("medical",))
    there.set_up([COURT])
    return there
