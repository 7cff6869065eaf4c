"""What others read of committees and mediators."""

from collections.abc import Mapping
from typing import Any

from services.registry.procedures.committees import warnings_of
from services.registry.rules import divisions, places
from services.registry.store import committees, mediators, rows, tables
from services.registry.store.places import courts_in
from shared.access.identity import mask_identity
from shared.bus.context import Context

Payload = Mapping[str, Any]


def get_committee(context: Context, query: Payload) -> Payload:
    """A committee as it stood on a day: members, studios, what the law would have, its court."""
    on = query["on"] or context.today()
    with context.read() as connection:
        row = rows.by_id(connection, tables.committee, query["committee"])
        members = committees.members_on(connection, row["id"], on)
        studios = committees.studios_of(connection, row["id"], on)
        found = warnings_of(connection, row, members, on)
        courts = courts_in(connection, places.court_divisions(row["division"]), on)
    return {
        **_named(row),
        "host_term": row["host_since"] and {"since": row["host_since"], "until": row["host_until"]},
        "members": members,
        "studios": [{**studio, "studio": studio["id"]} for studio in studios],
        "warnings": found,
        "court": next((court["id"] for court in courts if court["level"] == "basic"), None),
    }


def list_committees(context: Context, query: Payload) -> Payload:
    """The committees under a division that are active on a day."""
    on, prefix = query["on"] or context.today(), divisions.prefix(query["division"])
    with context.read() as connection:
        found = committees.active_under(connection, prefix, query["sector"], on, query["limit"])
    return {"committees": [_named(row) for row in found]}


def find_committee(context: Context, query: Payload) -> Payload:
    """Which committee takes a dispute of that place and sector, and why this one."""
    line = divisions.line(query["division"])
    with context.read() as connection:
        candidates = committees.active_in(connection, line, query["on"])
    row, reasons = places.choose_committee(candidates, query["division"], query["sector"])
    return {**_named(row), "reasons": reasons}


def _named(row: Payload) -> dict[str, Any]:
    return {**row, "committee": row["id"]}


def get_mediator(context: Context, query: Payload) -> Payload:
    """A mediator, the identity number masked."""
    with context.read() as connection:
        row = mediators.get(connection, query["mediator"])
        acts = mediators.acts_of(connection, row["id"])
    sealed, about = row["identity_number"], f"mediator.identity_number:{row['id']}"
    number = mask_identity(context.vault.open(sealed, about)) if sealed else None
    issued = [act.until for act in acts if act.until is not None]
    checked = [act.on for act in acts if act.act == "check"]
    days = {
        "certificate_until": max(issued, default=None),
        "checked_on": max(checked, default=None),
    }
    return {**row, "mediator": row["id"], "identity_number": number, **days}


def list_mediators(context: Context, query: Payload) -> Payload:
    """The mediators of a committee, or under a division, on a day."""
    on, committee = query["on"] or context.today(), query["committee"]
    prefix = divisions.prefix(query["division"]) if query["division"] else ""
    with context.read() as connection:
        found = mediators.in_office(connection, committee, prefix, on, query["limit"])
    return {"mediators": [{**row, "mediator": row["id"]} for row in found]}
