"""Divisions (行政区划): imported from the seed or as rows, read as of a day."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from services.registry.rules import divisions as rules
from services.registry.store import divisions as store
from services.registry.store.rows import Reading
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.reference.divisions import seed

Payload = Mapping[str, Any]


def import_divisions(context: Context, command: Payload) -> Payload:
    """Bring in divisions; what is there already is left alone, so an import may be repeated."""
    rows = _given(command)
    with context.read() as connection:
        codes = {code for row in rows for code in (row["code"], row["parent"]) if code}
        plan = rules.plan_import(rows, store.known(connection, codes))
        seen = command["version"] or store.list_version(connection)
    done = {"count": len(rows), "changed": len(plan), "hash": rules.digest(rows)}
    with context.commit() as tx:
        if not len(plan):
            return tx.answer(**done, version=seen)
        version = store.write(tx, plan, seen)
        tx.append("divisions_imported", store.LIST, **done, version=version)
        return tx.answer(**done, version=version)


def _given(command: Payload) -> list[dict[str, Any]]:
    if bool(command["rows"]) == (command["source"] is not None):
        raise Refused("rows_or_seed")
    given = command["rows"] or [asdict(division) for division in seed()]
    return [{name: _text(value) for name, value in row.items()} for row in given]


def _text(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def get_division(context: Context, query: Payload) -> Payload:
    """One division as it was on a day, ended ones too, with its name from the province on."""
    on = query["on"] or context.today()
    with context.read() as connection:
        line = named_line(connection, query["division"], on)
    if not line or line[0]["code"] != query["division"]:
        raise Refused("not_found", field="division")
    return {**_shown(line[0]), "full_name": "".join(row["name"] for row in reversed(line))}


def list_divisions(context: Context, query: Payload) -> Payload:
    """What lies under a division on a day, by code."""
    on = query["on"] or context.today()
    with context.read() as connection:
        rows = store.children(connection, query["parent"])
    return {"divisions": [_shown(row) for row in rules.existing(rows, on)]}


def named_line(connection: Reading, code: str, on: date) -> list[Mapping[str, Any]]:
    """The rows of a division and of those above it on a day, the nearest first."""
    known = store.known(connection, rules.line(code))
    lines = [rules.on_day([r for r in known if r["code"] == c], on) for c in rules.line(code)]
    return [row for row in lines if row]


def check_known(connection: Reading, *codes: str) -> None:
    """Refuses `division_unknown` for a code that was never imported."""
    missing = set(codes) - {row["code"] for row in store.known(connection, codes)}
    if missing:
        raise Refused("division_unknown", divisions=sorted(missing))


def _shown(row: Mapping[str, Any]) -> Payload:
    return {**row, "division": row["code"]}
