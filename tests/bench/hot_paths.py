"""The paths that each call, command and entry of a site goes, and the SQL it takes; one row of
`seen` is the service's own.
"""

from time import monotonic

from shared.access.vault import Vault
from shared.bus.agenda import Agenda
from shared.bus.call import Call
from shared.bus.desk import Desk
from shared.bus.follower import EntryHandler, Follower
from shared.bus.site import Site
from shared.calendar.clock import StoryClock
from shared.ledger.database import Database
from shared.ledger.journal import head, read_journal, seal
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import upgrade
from shared.settings.site import SiteSettings
from shared.testing.running import START
from shared.testing.statements import statements
from tests.bus import two_services as two
from tiaojie.house import LOCAL

HANDLERS = {"left.thing_made.v1": EntryHandler(two.note_thing, two.ask_left)}


class HotPaths:
    """Both services' desks on one empty database; whoever is asked answers 7."""

    def __init__(self, database: Database, folder) -> None:
        upgrade(database, "left")
        two.TABLES.create_all(database.engine)
        self.database = database
        self.site = Site(SiteSettings(data=folder), Vault.empty(), StoryClock(START))
        self.left, self.right = self._desk(two.LEFT), self._desk(two.RIGHT)

    def _desk(self, contract) -> Desk:
        return Desk(contract, self.site, Ledger(self.database, contract), lambda *_: {"n": 7})

    def query(self) -> None:
        self._call("get_thing", two.get_thing, {"thing": "t-1"})

    def command(self, id_: str = "c-1") -> None:
        self._call("make_thing", two.make_thing, {"thing": f"t-{id_}", "command_id": id_})

    def _call(self, verb, procedure, payload) -> None:
        call = Call(verb, payload, "gateway", self.site.signer.sign(LOCAL), "c", monotonic() + 5)
        reply = self.left.answer(two.LEFT.verbs[verb], procedure, call)
        assert "answer" in reply, reply

    def sealing(self) -> None:
        assert seal(self.database)

    def job(self) -> None:
        Agenda(self.left, two.Left.jobs()).run_due()

    def entry(self) -> None:
        (last,) = read_journal(self.database, head(self.database).seq - 1, None, 1)
        with statements(self.database) as self.of_entry:
            Follower(self.right, "left", HANDLERS).take(last)


def sql_of_hot_paths(database: Database, folder) -> dict[str, list[str]]:
    """The statements of each path, the second time it is gone."""
    paths = HotPaths(database, folder)
    for act in (paths.command, paths.job, paths.sealing, paths.entry):
        act()
    acts = {
        "query": paths.query,
        "command": lambda: paths.command("c-2"),
        "job": paths.job,
        "sealing": paths.sealing,
        "entry": paths.entry,
    }
    counted = {}
    for name, act in acts.items():
        with statements(database) as counted[name]:
            act()
    return {**counted, "entry": paths.of_entry}
