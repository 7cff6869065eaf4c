"""Whom intake asks: registry, screening, document_archive. Days go out as text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shared.bus.context import Context
from shared.contracts.refused import Refused

Answer = Mapping[str, Any]


def profile(context: Context, division: str, on: date) -> Answer:
    """The region profile (地区配置) of a place on a day; raises Absent, Late."""
    found: Answer = context.ask("registry", "get_profile", division=division, on=on.isoformat())
    return found


def settings_if_there(context: Context, division: str, on: date) -> Answer | None:
    """What the profile says; None while the registry is away or has no profile."""
    try:
        found = context.try_ask("registry", "get_profile", division=division, on=on.isoformat())
    except Refused as no:
        if no.code == "profile_missing":
            return None
        raise
    return found["settings"] if found else None


def pinned_settings(context: Context, division: str, version: int) -> Answer:
    """What the profile said when the case was accepted."""
    found: Answer = context.ask("registry", "get_profile", division=division, version=version)
    settings: Answer = found["settings"]
    return settings


def committee(context: Context, division: str, sector: str | None, on: date) -> Answer:
    """Who takes a dispute of that place and sector; refuses `committee_missing`."""
    place: dict[str, Any] = {"division": division, "sector": sector, "on": on.isoformat()}
    found: Answer = context.ask("registry", "find_committee", **place)
    return found


def manifest(context: Context, sector: str | None) -> Answer | None:
    """The newest manifest of a sector module; None without a sector or a module."""
    if sector is None:
        return None
    try:
        found: Answer = context.ask("registry", "get_manifest", sector=sector)
    except Refused as no:
        if no.code == "manifest_missing":
            return None
        raise
    return found


def mediator(context: Context, id_: str, on: date) -> Answer:
    """Whether somebody may mediate on a day, with name and identity hash."""
    found: Answer = context.ask("registry", "check_mediator", mediator=id_, on=on.isoformat())
    return found


def finding(context: Context, id_: str) -> Answer:
    """A finding that was handed over, with its words and sides."""
    found: Answer = context.ask("screening", "get_finding", finding=id_)
    return found


def file_document(context: Context, **paper: Any) -> Answer:
    """File a paper; the same command id files it once."""
    done: Answer = context.ask("document_archive", "file_document", limit_s=30.0, **paper)
    return done
