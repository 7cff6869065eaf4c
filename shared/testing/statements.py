"""What a database is asked: its statements, counted as they are sent."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from shared.ledger.database import Database

SHAPE = re.compile(
    r"(select)\b.*?\bfrom (\w+)|(insert) into (\w+)|(update) (\w+)|(delete) from (\w+)|(\w+)",
    re.DOTALL,
)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """While it lasts, every statement sent, such as `select ledger_cursor`; a transaction's own
    begin and commit are left out: SQLite's begin is a statement, PostgreSQL's is not.
    """
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        word = shape(statement)
        if word != "begin":
            seen.append(word)

    engines = {database.engine, database._readers}  # noqa: SLF001 - SQLite reads by another pool
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


def shape(statement: str) -> str:
    """A statement as its verb and its first table."""
    found = SHAPE.match(statement.strip().lower())
    return " ".join(word for word in found.groups() if word) if found else ""
