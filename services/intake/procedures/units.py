"""Co-ordination of units (协调相关单位): who is asked for what by when, and what they answer."""

from typing import Any

from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.rules import states
from services.intake.store import people, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id


def ask_unit(context: Context, command: Payload) -> Payload:
    """Ask a unit (people without accounts: on paper or by telephone) to help."""
    case, happened = found(context, command), context.happened(command)
    state, id_ = states.step(case, "ask_unit"), new_id(context.now())
    due_on = command["due_on"].isoformat() if command["due_on"] else None
    with context.commit() as tx:
        version = bump(tx, command, case)
        tx.add(
            tables.unit_request,
            id=id_,
            case=case["id"],
            no=version,
            unit=command["unit"],
            text=command["text"],
            due_on=due_on,
            at=happened.isoformat(),
            recorded_by=context.principal.actor,
        )
        data = {"version": version, "happened_at": happened, "request": id_, "due_on": due_on}
        tx.append("unit_asked", case["id"], **data)
        return done(tx, case["id"], state, version, request=id_)


def record_unit_reply(context: Context, command: Payload) -> Payload:
    """What the unit answered, once."""
    case, happened = found(context, command), context.happened(command)
    state, asked = states.step(case, "record_unit_reply"), _asked(context, case, command)
    reply: dict[str, Any] = {"replier": command["replier"], "reply": command["text"]}
    with context.commit() as tx:
        version = bump(tx, command, case)
        told = {**reply, "replied_at": happened.isoformat()}
        people.set_row(tx, tables.unit_request, asked["id"], **told)
        data = {"version": version, "happened_at": happened, "request": asked["id"]}
        tx.append("unit_replied", case["id"], due_on=asked["due_on"], **data)
        return done(tx, case["id"], state, version, request=asked["id"])


def _asked(context: Context, case: Payload, command: Payload) -> Payload:
    with context.read() as connection:
        asked = people.find_of_case(
            connection, tables.unit_request, case["id"], command["request"], "request"
        )
    if asked["replied_at"]:
        raise Refused("replied_before")
    return asked
