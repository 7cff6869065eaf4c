"""How many statements the hot paths take: every call, command and entry pays for a new one, so it
is to be seen and meant.
"""

import pytest

from tests.bench.hot_paths import sql_of_hot_paths

ON_POSTGRES = {"command": ["notify"], "sealing": ["select"]}  # wakes replicas; one sealer at a time
SQL = {
    "query": [],
    "command": [
        "select ledger_command",
        "insert ledger_command",
        "insert ledger_pending",
        "insert ledger_job",
        "update ledger_command",
    ],
    "job": ["select ledger_job", "update ledger_job", "select ledger_job"],
    "sealing": [
        "select ledger_pending",
        "select ledger_pending",
        "select ledger_journal",
        "insert ledger_journal",
        "delete ledger_pending",
    ],
    "entry": [
        "select ledger_parked",  # before asking, and again under the cursor's lock
        "select ledger_parked",
        "select ledger_cursor",
        "update ledger_cursor",
        "insert seen",
    ],
}


@pytest.fixture
def sql(database, tmp_path):
    return sql_of_hot_paths(database, tmp_path)


@pytest.mark.parametrize("path", SQL)
def test_statements_of_a_hot_path(sql, database, path):
    more = [] if database.is_sqlite else ON_POSTGRES.get(path, [])
    assert sorted(sql[path]) == sorted([*SQL[path], *more])
