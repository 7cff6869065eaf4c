"""Mediators (人民调解员): registered and removed."""

from collections.abc import Mapping
from typing import Any

from services.registry.procedures.committees import found_active
from services.registry.rules.codes import check_specialities
from services.registry.rules.mediators import check_adult
from services.registry.store import mediators as store
from services.registry.store import rows, tables
from shared.access.identity import is_identity_number
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]
COPIED = ("name", "kind", "appointment", "languages", "specialities")


def register_mediator(context: Context, command: Payload) -> Payload:
    """Somebody is elected or hired as a mediator of a committee; without a certificate as yet."""
    happened, since = context.happened(command), command["since"]
    id_ = command["mediator"] or new_id(context.now())
    check_specialities(command["specialities"], since)
    row = {name: command[name] for name in COPIED} | _identity(context, command, id_)
    with context.read() as connection:
        committee = found_active(connection, context, command, since)
        known = row["identity_hash"] and store.is_registered(connection, row["identity_hash"])
    row |= {"id": id_, "version": 1, "committee": committee["id"], "certificate": "none"}
    found = ["registered_before"] if known else []
    with context.commit() as tx:
        rows.add_new(tx, tables.mediator, "mediator", since=since.isoformat(), **row)
        carried = carried_of({**row, "division": committee["division"]})
        tx.append("mediator_registered", id_, version=1, happened_at=happened, **carried)
        return tx.answer(mediator=id_, version=1, certificate="none", warnings=found)


def _identity(context: Context, command: Payload, id_: str) -> dict[str, str | None]:
    number = command["identity_number"]
    if number is None:
        return {"identity_number": None, "identity_hash": None}
    if not is_identity_number(number):
        raise Refused("identity_invalid", field="identity_number")
    check_adult(number, command["since"])
    sealed = context.vault.seal(number, f"mediator.identity_number:{id_}")
    return {"identity_number": sealed, "identity_hash": context.vault.blind(number)}


def remove_mediator(context: Context, command: Payload) -> Payload:
    """Dismissed (罢免、解聘, art. 15), resigned, term over, died: from that day on no mediator."""
    happened = context.happened(command)
    row = found(context, command)
    if row["removed_on"] is not None:
        raise Refused("wrong_state", state="removed", allowed=["registered"])
    removed = {"removed_on": happened.date().isoformat(), "removed_for": command["reason"]}
    with context.commit() as tx:
        version = tx.change(
            tables.mediator, row["id"], command["version"] or row["version"], **removed
        )
        data = {"reason": command["reason"], "happened_at": happened, **carried_of(row)}
        tx.append("mediator_removed", row["id"], version=version, **data)
        return tx.answer(
            mediator=row["id"], version=version, certificate=row["certificate"], warnings=[]
        )


def found(context: Context, command: Payload) -> rows.Row:
    """The mediator that a command names, in the asker's scope."""
    with context.read() as connection:
        return store.find(connection, command["mediator"], context.principal)


def carried_of(row: Payload) -> dict[str, Any]:
    """What all entries about a mediator carry."""
    return {name: row[name] for name in ("committee", "division", "kind", "appointment")}
