"""One service's database: SQLite or PostgreSQL, with the same transaction on both.

SQLite: one writer at a time per file, behind a semaphore, because its own busy handler would
stop the whole process; a yield after every transaction, because it never yields by itself.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    InterfaceError,
    InternalError,
    OperationalError,
    TimeoutError,  # noqa: A004 - of the pool
)
from sqlalchemy.pool import QueuePool

IN_TRANSACTION: ContextVar[bool] = ContextVar("in_transaction", default=False)
# Away, busy, read-only after a failover, or tired of an idle transaction: nobody is at fault
WEATHER = (OperationalError, InterfaceError, InternalError, TimeoutError)
CHANNEL, UPGRADE_LOCK = "tiaojie_entries", 742
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
LIMITS = "-c statement_timeout=5s -c lock_timeout=2s -c idle_in_transaction_session_timeout=10s"


class CallInTransaction(Exception):
    """A call, a rendering or a file write was tried while a transaction was open."""


class DatabaseAway(Exception):
    """The database does not answer; the text says why, without its password."""


def is_weather(problem: Exception) -> bool:
    """Whether a database is away or busy, and not asked for something that it does not have, for
    which SQLite has no class of its own.
    """
    code = getattr(getattr(problem, "orig", None), "sqlite_errorcode", None)
    return isinstance(problem, WEATHER) and code != sqlite3.SQLITE_ERROR


def outside_transaction() -> None:
    """Guard of everything slow: ask → decide → commit, never ask inside commit."""
    if IN_TRANSACTION.get():
        raise CallInTransaction


class Database:
    """Opens connections; nothing in it knows what the tables mean."""

    def __init__(self, url: str) -> None:
        """`url` is SQLAlchemy's; tables come by migration, not from here."""
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self._writer: Any = threading.Semaphore(1) if self.is_sqlite else nullcontext()
        self.engine = _sqlite(url, "BEGIN IMMEDIATE", 1) if self.is_sqlite else _postgres(url)
        self._readers = _sqlite(url, "BEGIN", 4) if self.is_sqlite else self.engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One short write transaction."""
        outside_transaction()
        with self._writer:
            token = IN_TRANSACTION.set(True)
            try:
                with self.engine.begin() as connection:
                    yield connection
            finally:
                IN_TRANSACTION.reset(token)
        if self.is_sqlite:
            time.sleep(0)  # noqa: TID251 - green after the edge has patched it: lets others run

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short read; no yield while it is open."""
        with self._readers.connect() as connection:
            yield connection

    def look(self) -> None:
        """Raise DatabaseAway unless it answers."""
        try:
            with self.read() as connection:
                connection.exec_driver_sql("select 1")
        except WEATHER as problem:
            why = str(getattr(problem, "orig", problem))
            raise DatabaseAway(why.splitlines()[0]) from problem

    def insert_unless_there(self, connection: Connection, table: Table, **row: Any) -> bool:
        """Insert; True if the row is ours. On PostgreSQL it waits for a rival's commit. The count
        of rows is not asked: it is −1 on PostgreSQL.
        """
        dialect: Any = sqlite if self.is_sqlite else postgresql
        statement = dialect.insert(table).values(**row).on_conflict_do_nothing()
        key = next(iter(table.primary_key))
        return connection.execute(statement.returning(key)).first() is not None

    def notify(self, connection: Connection) -> None:
        """Tell other processes, at commit, that entries were added; a file has no others."""
        if not self.is_sqlite:
            connection.exec_driver_sql(f"notify {CHANNEL}")

    def take_time(self, connection: Connection) -> None:
        """Lift the limits of this transaction and let one through at a time: for migrations."""
        if not self.is_sqlite:
            connection.exec_driver_sql("set local statement_timeout = 0")
            connection.exec_driver_sql("set local lock_timeout = '60s'")
            connection.exec_driver_sql(f"select pg_advisory_xact_lock({UPGRADE_LOCK})")

    def listen(self) -> Iterator[None]:
        """One `None` each time another process added entries; ends where nobody else can. Raises
        DatabaseAway when the server goes.
        """
        if self.is_sqlite:
            return
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"listen {CHANNEL}")
            driver: Any = connection.connection.driver_connection
            try:
                for _ in driver.notifies():
                    yield None
            except driver_error(self.engine) as problem:
                raise DatabaseAway(type(problem).__name__) from problem
            finally:
                connection.invalidate()  # it listens: of no use to others

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
        self._readers.dispose()


def driver_error(engine: Engine) -> type[Exception]:
    """What the driver raises where SQLAlchemy does not stand between."""
    driver: Any = engine.dialect.dbapi
    error: type[Exception] = driver.Error
    return error


def _sqlite(url: str, begin: str, size: int) -> Engine:
    arguments = {"timeout": 0, "check_same_thread": False}
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=size, max_overflow=0, connect_args=arguments
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres(url: str) -> Engine:
    return create_engine(
        url,
        pool_size=12,
        max_overflow=0,
        pool_timeout=3,
        pool_pre_ping=True,
        connect_args={"options": LIMITS, "connect_timeout": 3},
    )
