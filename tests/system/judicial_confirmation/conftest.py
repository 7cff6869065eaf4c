"""Judicial confirmation on the real bus and ledger, its neighbours told what to say."""

import pytest

from services.judicial_confirmation.service import JudicialConfirmation
from shared.testing.running import running
from tests.system.judicial_confirmation.desk import Desk
from tests.system.judicial_confirmation.neighbours import World, neighbours


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    world = World()
    with running(
        tmp_path_factory.mktemp("confirmation"), [*neighbours(world), JudicialConfirmation]
    ) as suite:
        yield Desk(suite, world)
