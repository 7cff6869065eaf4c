"""Courts and legal resources (法律服务资源), found by place."""

from collections.abc import Mapping
from typing import Any

from services.registry.procedures.divisions import check_known
from services.registry.rules import divisions, places
from services.registry.rules.codes import check_specialities
from services.registry.rules.days import check_order
from services.registry.store import places as store
from services.registry.store import rows, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]


def register_court(context: Context, command: Payload) -> Payload:
    """A basic court (基层人民法院) of a county, or an intermediate one (中级) of a prefecture."""
    level, division = command["level"], command["division"]
    if not places.is_court_of(level, division):
        raise Refused("division_malformed", division=division, why="court_level")
    _check_place(context, division)
    id_, carried = command["court"] or new_id(context.now()), {"level": level, "division": division}
    row = {"name": command["name"], "since": command["since"].isoformat(), **carried}
    with context.commit() as tx:
        rows.add_new(tx, tables.court, "court", id=id_, version=1, **row)
        tx.append("court_registered", id_, version=1, **carried)
        return tx.answer(court=id_, version=1)


def find_courts(context: Context, query: Payload) -> Payload:
    """The courts of a place: the basic one of its county, the intermediate one above it."""
    at = places.court_divisions(query["division"])
    with context.read() as connection:
        found = store.courts_in(connection, at, query["on"])
    return {"courts": [_shown(row) for row in found]}


def _shown(row: rows.Row) -> Payload:
    return {**row, "court": row["id"], "why": places.WHY[row["level"]]}


def register_resource(context: Context, command: Payload) -> Payload:
    """A lawyer, notary, appraiser, legal-aid body, grassroots legal worker or expert."""
    check_order(command["since"], command["until"])
    check_specialities(command["specialities"], command["since"])
    _check_place(context, command["division"])
    id_, carried = new_id(context.now()), {n: command[n] for n in ("kind", "division")}
    row = {name: command[name] for name in ("name", "specialities")} | carried
    days = {name: command[name] and command[name].isoformat() for name in ("since", "until")}
    with context.commit() as tx:
        tx.add(tables.resource, id=id_, version=1, **row, **days)
        tx.append("resource_registered", id_, version=1, **carried)
        return tx.answer(resource=id_, version=1)


def list_resources(context: Context, query: Payload) -> Payload:
    """Who serves an area, or a part of it: by kind and speciality."""
    on, area = query["on"] or context.today(), query["area"]
    line, prefix = divisions.line(area), divisions.prefix(area)
    with context.read() as connection:
        found = store.resources(connection, line, prefix, query, on)
    return {"resources": [{**row, "resource": row["id"]} for row in found[: query["limit"]]]}


def _check_place(context: Context, division: str) -> None:
    if not context.principal.covers(division):
        raise Refused("not_found", field="division")
    with context.read() as connection:
        check_known(connection, division)
