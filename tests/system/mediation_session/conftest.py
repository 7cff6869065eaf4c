"""Mediation_session running between neighbours that say what they are told."""

import pytest

from services.mediation_session.service import MediationSession
from shared.testing.running import running
from tests.system.mediation_session import neighbours
from tests.system.mediation_session.room import Room

SERVICES = [neighbours.Registry, neighbours.Archive, neighbours.Intake, MediationSession]


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    with running(tmp_path_factory.mktemp("mediation"), SERVICES) as suite:
        yield suite


@pytest.fixture
def room(suite):
    """A mediator with an accepted case of two parties."""
    return Room.of(suite)


@pytest.fixture
def told():
    return neighbours.told
