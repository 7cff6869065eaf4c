"""Intake running between neighbours that say what they are told."""

import pytest

from services.intake.service import Intake
from shared.testing.running import running
from tests.system.intake import neighbours
from tests.system.intake.acts import Desk


@pytest.fixture(scope="module")
def running_suite(tmp_path_factory):
    services = [neighbours.Registry, neighbours.Archive, Intake, neighbours.Sessions]
    with running(tmp_path_factory.mktemp("intake"), services) as suite:
        yield suite


@pytest.fixture
def desk(running_suite):
    neighbours.begin()
    return Desk(running_suite)


@pytest.fixture
def told():
    return neighbours.told
