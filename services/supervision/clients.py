"""Whom supervision asks: the registry for names, each source for its journal's end."""

from collections.abc import Mapping
from typing import Any

from shared.bus.context import Context
from shared.ledger.chain import Sealed

SOURCES = (
    "registry",
    "document_archive",
    "screening",
    "intake",
    "mediation_session",
    "judicial_confirmation",
)
HEAD_S = 0.5


def committee_names(context: Context, division: str, on: str) -> Mapping[str, str]:
    """Names of the committees under a division; none while the registry is away."""
    found = context.try_ask("registry", "list_committees", division=division, on=on)
    return {c["committee"]: c["name"] for c in found["committees"]} if found else {}


def division_names(context: Context, division: str, on: str) -> Mapping[str, str]:
    """Names of the divisions one level below; none while the registry is away."""
    found = context.try_ask("registry", "list_divisions", parent=division, on=on)
    return {d["division"]: d["name"] for d in found["divisions"]} if found else {}


def check_journal(context: Context, source: str, place: Sealed) -> None:
    """The source is there and its journal still runs through our place; raises Absent, Late and
    Refused `diverged`.
    """
    context.ask(source, "read_journal", after=place.seq, hash=place.hash.hex(), limit=0)


def head(context: Context, source: str) -> int | None:
    """Where a journal ends; None while the source is away."""
    found: Mapping[str, Any] | None = context.try_ask(
        source, "read_journal", limit_s=HEAD_S, limit=0
    )
    return found["head"] if found else None
