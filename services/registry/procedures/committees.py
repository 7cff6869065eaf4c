"""Committees (人民调解委员会): registered, changed, dissolved, with what the law would have."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from services.registry.procedures.divisions import check_known
from services.registry.procedures.profiles import settings_on
from services.registry.rules import committees as rules
from services.registry.rules import divisions
from services.registry.rules.codes import check_code
from services.registry.rules.days import check_order, holds
from services.registry.store import committees as store
from services.registry.store import rows, tables
from services.registry.store.rows import Reading
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]
COPIED = ("name", "short", "host_type", "division", "sector", "reason")
CARRIED = ("host_type", "division", "sector", "since")


def register_committee(context: Context, command: Payload) -> Payload:
    """A committee with its members; what the law would have otherwise is said, not refused."""
    happened, since = context.happened(command), command["since"]
    _check(context, command, since)
    id_ = command["committee"] or new_id(context.now())
    row = {"id": id_, "version": 1, "since": since.isoformat(), "ended_on": None}
    row |= {**{name: command[name] for name in COPIED}, **_host_term(command)}
    joining = _members(command["members"], since)
    with context.read() as connection:
        check_known(connection, command["division"])
        found = warnings_of(connection, row, joining, happened.date())
    with context.commit() as tx:
        rows.add_new(tx, tables.committee, "committee", **row)
        store.add_members(tx, id_, joining, since)
        data = {"members": len(joining), "warnings": found, "happened_at": happened}
        tx.append("committee_registered", id_, version=1, **_carried(row), **data)
        return tx.answer(committee=id_, version=1, warnings=found)


def _check(context: Context, command: Payload, since: date) -> None:
    if not context.principal.covers(command["division"]):
        raise Refused("not_found", field="division")
    rules.check_name(command["name"])
    check_code("host_types", command["host_type"], since, "host_type")
    check_code("sectors", command["sector"], since, "sector")


def change_membership(context: Context, command: Payload) -> Payload:
    """Members leave and join on a day, as after an election."""
    happened = context.happened(command)
    on, host = happened.date(), _host_term(command)
    joining, leaving = _members(command["joining"], on), command["leaving"]
    if not (joining or leaving or host):
        raise Refused("nothing_changed")
    with context.read() as connection:
        row = found_active(connection, context, command, on)
        after = _after(store.members_on(connection, row["id"], on), joining, leaving)
        found = warnings_of(connection, {**row, **host}, after, on)
    with context.commit() as tx:
        version = tx.change(
            tables.committee, row["id"], _seen(command, row), **host, reason=command["reason"]
        )
        store.end_members(tx, row["id"], leaving, on)
        store.add_members(tx, row["id"], joining, on)
        data = {"members": len(after), "warnings": found, "happened_at": happened}
        tx.append("committee_changed", row["id"], version=version, **_carried(row), **data)
        return tx.answer(committee=row["id"], version=version, warnings=found)


def _after(
    members: Sequence[Payload], joining: Sequence[Payload], leaving: Sequence[int]
) -> list[Payload]:
    for no in leaving:
        if no not in [member["no"] for member in members]:
            raise Refused("no_such_member", field="leaving", no=no)
    return [*(member for member in members if member["no"] not in leaving), *joining]


def dissolve_committee(context: Context, command: Payload) -> Payload:
    """A committee is no more from a day on; its mediators may not mediate for it any longer."""
    happened = context.happened(command)
    on = happened.date()
    with context.read() as connection:
        row = found_active(connection, context, command, on)
        members = store.members_on(connection, row["id"], on)
    ended = {"ended_on": on.isoformat(), "end_reason": command["reason"]}
    with context.commit() as tx:
        version = tx.change(tables.committee, row["id"], _seen(command, row), **ended)
        data = {"members": len(members), "warnings": [], "happened_at": happened}
        tx.append("committee_dissolved", row["id"], version=version, **_carried(row), **data)
        return tx.answer(committee=row["id"], version=version, warnings=[])


def register_studio(context: Context, command: Payload) -> Payload:
    """A studio (调解工作室) of a committee: stationed with another body, or of a person."""
    happened, since = context.happened(command), command["since"]
    id_ = command["studio"] or new_id(context.now())
    with context.read() as connection:
        parent = found_active(connection, context, command, since)
        division = command["division"] or parent["division"]
        check_known(connection, division)
    carried = {"committee": parent["id"], "kind": command["kind"], "division": division}
    row = {"id": id_, "version": 1, "name": command["name"], "since": since.isoformat()}
    with context.commit() as tx:
        rows.add_new(tx, tables.studio, "studio", **row, **carried)
        tx.append("studio_registered", id_, version=1, happened_at=happened, **carried)
        return tx.answer(studio=id_, version=1)


def found_active(connection: Reading, context: Context, command: Payload, on: date) -> rows.Row:
    """The committee that a command names, in the asker's scope and active on a day."""
    row = store.find(connection, command["committee"], context.principal)
    if row["ended_on"] is not None or not holds(on, row["since"]):
        raise Refused("committee_not_active", committee=row["id"])
    return row


def warnings_of(
    connection: Reading, row: Payload, members: Sequence[Payload], on: date
) -> list[str]:
    """The standing check of a committee: what the law would have otherwise on that day."""
    settings = settings_on(connection, row["division"], on)
    multi_ethnic = bool((settings.get("committees") or {}).get("multi_ethnic"))
    found = rules.warnings(_looked_at(row, members), on, multi_ethnic=multi_ethnic)
    county = divisions.prefix(row["division"])[: divisions.DIGITS["county"]]
    return [*found, *(["short_shared"] if store.shares_short(connection, row, county) else [])]


def _looked_at(row: Payload, members: Sequence[Payload]) -> rules.Committee:
    host = _term(row["host_since"], row["host_until"]) if row.get("host_since") else None
    seats = tuple(
        rules.Seat(m["role"], m["sex"], m["minority"], _term(m["since"], m["until"]))
        for m in members
    )
    return rules.Committee(row["name"], row["host_type"], row["division"], host, seats)


def _term(since: str, until: str) -> rules.Term:
    return rules.Term(date.fromisoformat(since), date.fromisoformat(until))


def _members(members: Sequence[Payload], on: date) -> list[dict[str, Any]]:
    for member in members:
        check_order(member["since"], member["until"], "members.until")
        check_code("sex", member["sex"], on, "members.sex")
    days = ("since", "until")
    return [{**member, **{day: member[day].isoformat() for day in days}} for member in members]


def _host_term(command: Payload) -> dict[str, str]:
    term = command["host_term"]
    if term is None:
        return {}
    check_order(term["since"], term["until"], "host_term.until")
    return {"host_since": term["since"].isoformat(), "host_until": term["until"].isoformat()}


def _carried(row: Payload) -> dict[str, Any]:
    return {name: row[name] for name in CARRIED}


def _seen(command: Payload, row: Payload) -> int:
    return int(command["version"] or row["version"])
