"""The two services, running."""

import pytest
import two_services as two

from shared.testing.running import running


@pytest.fixture
def things(tmp_path):
    two.poison.clear()
    two.jobs_run.clear()
    two.asleep.clear()
    with running(tmp_path, [two.Left, two.Right]) as suite:
        keeper = suite.suite.keeper(suite.suite.containers["right"])
        two.TABLES.create_all(keeper.desk.ledger.database.engine)
        yield suite
