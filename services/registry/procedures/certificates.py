"""Certificates (持证上岗) and the question that they answer: may somebody mediate on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.registry.procedures.mediators import carried_of, found
from services.registry.rules.certificates import Act, check_issue, step
from services.registry.rules.mediators import reasons_on
from services.registry.store import mediators as store
from services.registry.store import rows, tables
from services.registry.store.rows import Reading
from shared.bus.context import Context
from shared.contracts.refused import Refused

Payload = Mapping[str, Any]


def certify_mediator(context: Context, command: Payload) -> Payload:
    """Issue, check, suspend, restore or revoke the certificate on the day of the act."""
    happened, row = context.happened(command), found(context, command)
    act = _act(command, happened.date())
    with context.read() as connection:
        before = store.acts_of(connection, row["id"])
        _check_number(connection, row["id"], command)
    state = step(row["certificate"], act, command["reason"], before)
    values = {"certificate": state} | _number(command)
    days = {name: command[name] and command[name].isoformat() for name in ("since", "until")}
    with context.commit() as tx:
        seen = command["version"] or row["version"]
        version = tx.change(tables.mediator, row["id"], seen, **values)
        kept = {"act": act.act, "on": act.on.isoformat(), "reason": command["reason"], **days}
        place = {"mediator": row["id"], "no": len(before) + 1}
        tx.add(tables.certificate_act, **place, number=command["number"], **kept)
        data = {"act": act.act, "happened_at": happened, **days, **carried_of(row)}
        tx.append("mediator_certified", row["id"], version=version, **data)
        return tx.answer(mediator=row["id"], version=version, certificate=state, warnings=[])


def _act(command: Payload, on: date) -> Act:
    given = {name: command[name] for name in ("since", "until")}
    if command["act"] == "issue":
        check_issue(command["number"], **given)
    elif any(command[name] is not None for name in ("number", "since", "until")):
        raise Refused("invalid", fields={"number": ["只有发证时填写证号和起止日期"]})
    return Act(command["act"], on, **given)


def _check_number(connection: Reading, mediator: str, command: Payload) -> None:
    number = command["number"]
    if number is not None and store.holder_of(connection, number) not in (None, mediator):
        raise Refused("certificate_number_taken", field="number")


def _number(command: Payload) -> dict[str, str]:
    number = command["number"]
    return {} if number is None else {"certificate_number": number}


def check_mediator(context: Context, query: Payload) -> Payload:
    """Whether somebody may mediate on that day; the reasons say what stands against it."""
    with context.read() as connection:
        mediator = store.get(connection, query["mediator"])
        committee = rows.by_id(connection, tables.committee, mediator["committee"])
        reasons = _reasons(connection, mediator, committee, query["on"])
    return {**mediator, "mediator": mediator["id"], "ok": not reasons, "reasons": reasons}


def check_roster(context: Context, query: Payload) -> Payload:
    """Whether somebody may mediate for that committee on that day: the court asks both."""
    with context.read() as connection:
        mediator = store.get(connection, query["mediator"])
        committee = rows.by_id(connection, tables.committee, query["committee"])
        reasons = _reasons(connection, mediator, committee, query["on"])
    if mediator["committee"] != committee["id"]:
        reasons.append("other_committee")
    names = {"committee_name": committee["name"], "mediator_name": mediator["name"]}
    return {"ok": not reasons, "reasons": reasons, **names}


def _reasons(connection: Reading, mediator: rows.Row, committee: rows.Row, on: date) -> list[str]:
    return reasons_on(mediator, committee, store.acts_of(connection, mediator["id"]), on)
