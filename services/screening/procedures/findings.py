"""The finding: reported, graded, handed over, ended; no orphan, each has an owner and an end."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from services.screening import clients, rules, store
from shared.access.identity import is_phone
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]


def report_finding(context: Context, command: Payload) -> Payload:
    """A dispute that somebody heard of, in the reporter's own words."""
    if not context.principal.covers(command["division"]):
        raise Refused("not_found", field="division")
    finding_id, happened = new_id(context.now()), context.happened(command)
    sides = [_side(context, finding_id, no, s) for no, s in enumerate(command["sides"], 1)]
    row = {name: command[name] for name in ("division", "place", "text", "plan")}
    with context.commit() as tx:
        tx.add(
            store.finding,
            id=finding_id,
            version=1,
            state="reported",
            reasons=[],
            reported_by=context.principal.actor,
            reported_at=happened.isoformat(),
            **row,
        )
        for side in sides:
            tx.add(store.side, **side)
        data = {"division": row["division"], "plan": row["plan"], "happened_at": happened}
        tx.append("finding_reported", finding_id, version=1, **data)
        return tx.answer(finding=finding_id, state="reported", version=1)


def _side(context: Context, finding_id: str, no: int, side: Payload) -> dict[str, Any]:
    phone = side["phone"]
    if phone is not None and not is_phone(phone):
        raise Refused("phone_invalid", field=f"sides.{no - 1}.phone")
    sealed = context.vault.seal(phone, f"side.phone:{finding_id}:{no}") if phone else None
    return {"finding": finding_id, "no": no, "label": side["label"], "phone": sealed}


def grade_finding(context: Context, command: Payload) -> Payload:
    """Grade the dispute (一般、疑难复杂、重大) by ticked facts and the profile's thresholds."""
    finding = found(context, command)
    thresholds = clients.level_thresholds(context, finding["division"])
    people, amount = command["people_count"], command["amount_fen"]
    by_rule = rules.grade(command["facts"], people, amount, thresholds)
    grade = rules.choose(by_rule, command["level"], command["reason"])
    values = {"level": grade.level, "reasons": list(grade.reasons)}
    told = {**values, "provisional": grade.provisional}
    counts = {"people_count": people, "amount_fen": amount}
    return move(context, command, "grade_finding", "finding_graded", values, told, **counts)


def hand_over_finding(context: Context, command: Payload) -> Payload:
    """To the division whose committee takes it: ordinary at once, industry by its sector."""
    values = {"to_division": command["to_division"]}
    return move(context, command, "hand_over_finding", "finding_handed_over", values)


def end_finding(context: Context, command: Payload) -> Payload:
    """It needs no case: settled on the spot, unfounded, or another body's."""
    values = {"outcome": command["outcome"]}
    return move(context, command, "end_finding", "finding_ended", values)


def found(context: Context, command: Payload) -> store.Row:
    """The finding that a command names, in the asker's scope."""
    with context.read() as connection:
        return store.find_finding(connection, command["finding"], context.principal)


def move(
    context: Context,
    command: Payload,
    verb: str,
    event: str,
    values: Payload,
    told: Payload = MappingProxyType({}),
    **kept: Any,
) -> Payload:
    """One step of a finding: `values` go into row and entry, `kept` into the row alone, `told`
    into the answer.
    """
    finding, happened = found(context, command), context.happened(command)
    state = rules.step(finding["state"], verb)
    seen = command["version"] or finding["version"]
    with context.commit() as tx:
        version = tx.change(store.finding, finding["id"], seen, state=state, **values, **kept)
        data = {"version": version, "division": finding["division"], "happened_at": happened}
        tx.append(event, finding["id"], **data, **values)
        return tx.answer(finding=finding["id"], state=state, version=version, **told)
