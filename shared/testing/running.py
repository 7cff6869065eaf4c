"""A real suite in the test's own process, on either bus, with a story clock."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from shared.access.principal import Principal
from shared.access.vault import Vault
from shared.bus.front import Front
from shared.bus.service import Service
from shared.bus.site import Site
from shared.bus.suite import Suite
from shared.calendar.clock import SHANGHAI, StoryClock
from shared.contracts.refused import Refused
from shared.settings.site import SiteSettings

START = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)


@dataclass
class Running:
    """A suite that tests talk to as people do."""

    suite: Suite
    clock: StoryClock
    _count: int = field(default=0)

    def ask(self, service: str, verb: str, who: Principal, /, **payload: Any) -> Mapping[str, Any]:
        """Call a verb; a command gets a fresh id unless one is given. Raises Refused."""
        known = self._contract(service).verbs.get(verb)
        if known is not None and known.writes and "command_id" not in payload:
            self._count += 1
            payload["command_id"] = f"test-{self._count}"
        return self.suite.people.call(service, verb, payload, who)

    def refusal(self, service: str, verb: str, who: Principal, /, **payload: Any) -> Refused:
        """The refusal that a call must get; fails if it is answered."""
        try:
            answer = self.ask(service, verb, who, **payload)
        except Refused as no:
            return no
        raise AssertionError(f"{service}.{verb} answered {answer}")

    def settle(self) -> None:
        """Wait until all is sealed, heard and done."""
        if not self.suite.wait_until_idle(30):
            raise AssertionError("the suite does not come to rest")

    def advance(self, **span: float) -> None:
        """Move the clock forward and let what is due happen: `advance(days=31)`."""
        self.clock.set(self.clock.now() + timedelta(**span))
        self.settle()

    def entries(self, service: str) -> list[dict[str, Any]]:
        """Every entry of a service's journal, oldest first, audit ones too."""
        import json

        from shared.ledger.journal import whole_journal

        self.settle()
        keeper = self.suite.keeper(self.suite.containers[service])
        lines = whole_journal(keeper.desk.ledger.database)
        return [json.loads(sealed.line or "{}") for sealed in lines]

    def events(self, service: str) -> list[str]:
        """The names of a service's entries in order: `case_accepted`, …"""
        return [entry["type"].split(".")[1] for entry in self.entries(service)]

    def _contract(self, service: str) -> Any:
        return self.suite.containers[service].service_cls.contract


@contextmanager
def running(
    folder: Path, services: Sequence[type[Service]], at: datetime = START, **settings: Any
) -> Iterator[Running]:
    """Start the named services in `folder`, with the clock at `at`; stop them afterwards."""
    clock = StoryClock(at)
    site = Site(SiteSettings(data=folder, **settings), Vault.open_folder(folder / "keys"), clock)
    suite = Suite(site, services)
    suite.front = suite.front or Front(site)  # on a broker a suite has none of its own
    suite.start()
    try:
        yield Running(suite, clock)
    finally:
        suite.stop()
