"""A database that is away or busy is nobody's fault; asked for what it has not, it is ours."""

import sqlite3

import pytest
from sqlalchemy import exc

from shared.ledger.database import is_weather


def from_sqlite(code):
    origin = sqlite3.OperationalError()
    origin.sqlite_errorcode = code
    return exc.OperationalError("select 1", {}, origin)


@pytest.mark.parametrize(
    ("problem", "weather"),
    [
        (from_sqlite(sqlite3.SQLITE_BUSY), True),
        (from_sqlite(sqlite3.SQLITE_FULL), True),
        (from_sqlite(sqlite3.SQLITE_ERROR), False),
        (exc.OperationalError("select 1", {}, Exception("gone")), True),
        (exc.InterfaceError("select 1", {}, Exception("gone")), True),
        (exc.TimeoutError("the pool is empty"), True),
        (exc.ProgrammingError("select 1", {}, Exception("no such table")), False),
        (ValueError("ours"), False),
    ],
)
def test_whose_fault_it_is(problem, weather):
    assert is_weather(problem) is weather
