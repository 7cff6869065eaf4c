"""Where the two small services run: in one process on SQLite, or on a broker and PostgreSQL with a
process each. Each place is fresh.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from time import monotonic

import eventlet

from shared.access.keys import create_keys
from shared.access.vault import Vault
from shared.ledger.cursors import position
from shared.ledger.database import Database
from shared.ledger.journal import count_unsealed, head
from shared.ledger.migrate import upgrade
from shared.settings.site import SiteSettings, environment_of
from tests.bus import two_services as two
from tiaojie.demo.fleet import processes
from tiaojie.host.bare import BareHost
from tiaojie.host.definitions import wanted
from tiaojie.host.passwords import obtain
from tiaojie.host.rights import Member
from tiaojie.host.setup import set_up
from tiaojie.host.supervisor import Child

MEMBERS = (Member("left", ("make_thing", "get_thing")), Member("right", (), ("left",)))
LIMIT_S = 3600
_numbers = count(1)


@dataclass(frozen=True)
class Place:
    """One site of the two."""

    word: str
    settings: SiteSettings

    @contextmanager
    def serving(self, *names: str) -> Iterator[None]:
        """Processes of these (`serve.py`): all in one where the bus is embedded."""
        groups = [(name,) for name in names] if self.settings.bus else [names]
        children = [
            program("serve", *group, settings=self.settings, name="-".join(group))
            for group in groups
        ]
        with processes(children):
            yield

    def ask(self, *words: str):
        """What a client's own process (`ask.py`) measured; embedded, the suite is in it."""
        return said_by("ask", *words, environment=environment_of(self.settings))

    @contextmanager
    def database(self, name: str) -> Iterator[Database]:
        """The database of one service, open here too."""
        database = Database(self.settings.database_of(name))
        try:
            yield database
        finally:
            database.close()


def program(module: str, *words: str, settings: SiteSettings, name: str) -> Child:
    """A process of this folder, kept running."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *words]
    return Child(name, command, environment_of(settings), settings.data / f"{name}.log")


def said_by(module: str, *words: str, environment=os.environ):
    """The JSON that a process of this folder prints."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *words]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def embedded(host: BareHost) -> Place:
    """In one process, on SQLite."""
    settings = SiteSettings(data=host.folder / f"two-{next(_numbers)}")
    return _prepared(Place("embedded bus, SQLite", settings))


def on_broker(host: BareHost) -> Place:
    """A vhost and two databases of the host."""
    name = f"two_{next(_numbers)}"
    state = wanted(MEMBERS, (), (), "0123456789abcdef", name)
    passwords, _ = obtain(host.folder / "secrets", [user["name"] for user in state["users"]])
    list(set_up(host.broker.management(), state, passwords))
    host.postgres.create(name, ("left", "right"))
    settings = SiteSettings(
        data=host.folder / name,
        bus=host.broker.bus_url(name),
        secrets=str(host.folder / "secrets"),
        database=host.postgres.url(name),
    )
    return _prepared(Place("RabbitMQ, PostgreSQL", settings))


def _prepared(place: Place) -> Place:
    place.settings.data.mkdir(parents=True)
    Vault.open_folder(place.settings.key_folder)
    create_keys(place.settings.key_folder)
    for name in ("left", "right"):
        with place.database(name) as database:
            upgrade(database, name)
            two.TABLES.create_all(database.engine)
    return place


def wait_until_applied(left: Database, right: Database, entries: int, poll_s: float = 0.02) -> None:
    """Wait until `right` has applied `entries` of left's journal, and all of it."""
    end = monotonic() + LIMIT_S
    while position(right, "left").seq < entries or _is_open(left, right):
        if monotonic() > end:
            raise TimeoutError(f"{position(right, 'left').seq} of {entries}")
        eventlet.sleep(poll_s)


def _is_open(left: Database, right: Database) -> bool:
    return bool(count_unsealed(left)) or position(right, "left").seq < head(left).seq
