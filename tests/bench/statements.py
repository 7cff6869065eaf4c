"""5. Statements sent for each hot path: counts, pinned by tests/store/ledger/test_statements.py."""

from shared.ledger.database import Database
from tests.bench.hot_paths import sql_of_hot_paths
from tests.bench.table import Row

NAME = "statements"


def rows(host, _options):
    """PostgreSQL beside SQLite."""
    host.postgres.create(NAME, ("left",))
    urls = (host.postgres.url(NAME).format(service="left"), f"sqlite:///{host.folder / NAME}.db")
    counted = []
    for url in urls:
        database = Database(url)
        counted.append(sql_of_hot_paths(database, host.folder))
        database.close()
    for path, sql in counted[0].items():
        ours, other = len(sql), len(counted[1][path])
        yield Row(f"SQL statements, {path}, PostgreSQL", str(ours), f"SQLite: {other}")
