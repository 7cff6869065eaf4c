"""Which services there are, in the order in which one may ask the other (design.md §1)."""

from importlib.metadata import entry_points

from shared.bus.service import Service
from shared.contracts.contract import Contract

GROUP = "tiaojie.services"
ORDER = (
    "registry",
    "document_archive",
    "screening",
    "intake",
    "mediation_session",
    "judicial_confirmation",
    "supervision",
)


def load(names: tuple[str, ...] = ORDER) -> list[type[Service]]:
    """The service classes of these names; only what is named is imported."""
    found = {e.name: e for e in entry_points(group=GROUP)}
    return [found[name].load() for name in ORDER if name in names]


def contract(service: str) -> Contract:
    """A service's contract, without importing the service."""
    from importlib import import_module

    published: Contract = import_module(f"shared.contracts.{service}").CONTRACT
    return published
