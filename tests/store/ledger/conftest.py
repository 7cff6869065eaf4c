"""The ledger of things on either database."""

from functools import partial

import pytest

from shared.testing.things import STAMP, make, things_ledger


@pytest.fixture
def ledger(database):
    return things_ledger(database)


@pytest.fixture
def stamp():
    return STAMP


@pytest.fixture(name="make")
def make_things(ledger):
    return partial(make, ledger)
