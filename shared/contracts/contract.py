"""A contract: all that one service says in public."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from shared.contracts.every_service import COMMON_REFUSALS, EVERY_LEDGER, EVERY_SERVICE
from shared.contracts.language import Event, Verb, Words


@dataclass(frozen=True)
class Contract:
    """All that a service says in public."""

    service: str
    words: Words
    verb_list: tuple[Verb, ...]
    event_list: tuple[Event, ...]
    refusals: Mapping[str, Words] = field(default_factory=dict)
    nouns: Mapping[str, Words] = field(default_factory=dict)

    @cached_property
    def verbs(self) -> Mapping[str, Verb]:
        """Verbs by name, with those that every service has."""
        return {v.name: v for v in (*self.verb_list, *EVERY_SERVICE)}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by name, with those that the ledger of every service tells."""
        return {e.name: e for e in (*self.event_list, *EVERY_LEDGER)}

    def type_of(self, event: str) -> str:
        """`case_accepted` → `intake.case_accepted.v1`."""
        return f"{self.service}.{event}.v{self.events[event].version}"

    def refusal(self, code: str) -> Words:
        """The sentence of a code, from this contract or from those shared by all."""
        return self.refusals.get(code) or COMMON_REFUSALS[code]
