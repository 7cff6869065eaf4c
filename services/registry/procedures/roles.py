"""Roles of persons in office (岗位): granted over divisions, ended, listed as of a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.registry.procedures.divisions import check_known
from services.registry.rules.days import check_order
from services.registry.rules.roles import check_grant
from services.registry.store import roles as store
from services.registry.store import rows, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]
CARRIED = ("person", "role", "scope", "since", "until")


def grant_role(context: Context, command: Payload) -> Payload:
    """A person holds a role over divisions from a day on."""
    check_order(command["since"], command["until"])
    _check(context, command)
    happened, id_ = context.happened(command), new_id(context.now())
    row = {name: _text(command[name]) for name in CARRIED}
    with context.read() as connection:
        check_known(connection, *command["scope"])
    with context.commit() as tx:
        tx.add(tables.role_grant, id=id_, version=1, **row)
        tx.append("role_granted", id_, version=1, happened_at=happened, **row)
        return tx.answer(grant=id_, version=1)


def end_role(context: Context, command: Payload) -> Payload:
    """A grant ends; from the day of the act on it does not count."""
    happened = context.happened(command)
    with context.read() as connection:
        row = rows.by_id(connection, tables.role_grant, command["grant"])
    _check(context, row)
    if row["ended_on"] is not None:
        raise Refused("wrong_state", state="ended", allowed=["held"])
    with context.commit() as tx:
        seen, ended = command["version"] or row["version"], happened.date().isoformat()
        version = tx.change(tables.role_grant, row["id"], seen, ended_on=ended)
        carried = {name: row[name] for name in CARRIED}
        tx.append("role_ended", row["id"], version=version, happened_at=happened, **carried)
        return tx.answer(grant=row["id"], version=version)


def list_roles(context: Context, query: Payload) -> Payload:
    """The roles of a person on a day."""
    with context.read() as connection:
        held = store.held(connection, query["person"], query["on"])
    return {"roles": [{**row, "grant": row["id"]} for row in held]}


def _check(context: Context, grant: Payload) -> None:
    mine = context.principal
    check_grant(mine.role, mine.covers, grant["role"], grant["scope"])


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
