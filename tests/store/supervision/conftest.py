"""The read model on either database."""

import pytest

from shared.contracts.supervision import CONTRACT
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import upgrade


@pytest.fixture
def ledger(database):
    upgrade(database, "supervision")
    return Ledger(database, CONTRACT)
