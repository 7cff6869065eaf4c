"""Reports of danger (art. 25 人民调解法): undeletable, with whom, how, when, receipt, follow-up."""

from typing import Any

from services.intake.procedures import papers
from services.intake.procedures.steps import Payload, bump, done, found, hash_of
from services.intake.rules import states
from services.intake.store import people, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

WORDS = ("to", "to_name", "way", "text", "danger", "measures", "reporter")


def report_escalation(context: Context, command: Payload) -> Payload:
    """What may escalate or is a crime is reported in time; the report is printed."""
    case, happened = found(context, command), context.happened(command)
    state, id_ = states.step(case, "report_escalation"), new_id(context.now())
    row = {name: command[name] for name in WORDS}
    with context.commit() as tx:
        version = bump(tx, command, case)
        tx.add(
            tables.escalation,
            id=id_,
            case=case["id"],
            no=version,
            at=happened.isoformat(),
            recorded_by=context.principal.actor,
            **row,
        )
        data = _data(row, id_, version=version, happened_at=happened)
        entry = tx.append("escalation_reported", case["id"], **data)
        papers.queue(tx, case["id"], "escalation", entry, happened, escalation=id_)
        return done(tx, case["id"], state, version, escalation=id_)


def _data(report: Payload, id_: str, **data: Any) -> dict[str, Any]:
    named = {"escalation": id_, "to": report["to"], "way": report["way"]}
    return {**named, "text_hash": hash_of(report["text"]), **data}


def record_receipt(context: Context, command: Payload) -> Payload:
    """Whoever got the report says so, once."""
    if _report(context, command)["received_at"]:
        raise Refused("receipt_recorded_before")
    at = context.happened(command).isoformat()
    told = {"receiver": command["receiver"], "reply": command["reply"], "received_at": at}
    return _note(context, command, "receipt_recorded", told)


def follow_up_escalation(context: Context, command: Payload) -> Payload:
    """How it stands today."""
    told = {"followed_up_at": context.happened(command).isoformat()}
    return _note(context, command, "escalation_followed_up", told)


def _note(context: Context, command: Payload, event: str, told: Payload) -> Payload:
    """`told` goes onto the report; the words of a follow-up into a row of their own."""
    case, happened = found(context, command), context.happened(command)
    report = _report(context, command)
    verb = "record_receipt" if event == "receipt_recorded" else "follow_up_escalation"
    state = states.step(case, verb)
    with context.commit() as tx:
        version = bump(tx, command, case)
        people.set_row(tx, tables.escalation, report["id"], **told)
        if verb == "follow_up_escalation":
            who = {"at": happened.isoformat(), "recorded_by": context.principal.actor}
            words = {"escalation": report["id"], "text": command["text"]}
            tx.add(tables.follow_up, id=new_id(context.now()), **words, **who)
        data = _data(report, report["id"], version=version, happened_at=happened)
        tx.append(event, case["id"], **data)
        return done(tx, case["id"], state, version, escalation=report["id"])


def _report(context: Context, command: Payload) -> Payload:
    case = found(context, command)
    with context.read() as connection:
        return people.find_of_case(
            connection, tables.escalation, case["id"], command["escalation"], "escalation"
        )
