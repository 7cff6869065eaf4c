"""Danger while a mediation is going on (art. 25): passed on to intake, kept here until it is."""

import hashlib
from collections.abc import Mapping
from typing import Any

from services.mediation_session import clients
from services.mediation_session.procedures import opening, papers
from services.mediation_session.rules import states
from services.mediation_session.store import mediations, tables
from shared.bus.context import Context
from shared.bus.outcome import Late
from shared.ledger.ids import new_id
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def report_escalation(context: Context, command: Payload) -> Payload:
    """Report what may escalate or is a crime. Where intake is away the report stands here, is
    printed, marked pending, and passed on by a job under the same command id.
    """
    found = opening.known(context, command["case"])
    state = states.step(found.row["state"], "report_escalation")
    report = _report(context, command)
    passed = clients.report_escalation(context, command["command_id"], report)
    pending, reported = passed is None, passed["escalation"] if passed else None
    seen = command["version"] or found.row["version"]
    with context.commit() as tx:
        opening.begin(context, tx, found)
        version = tx.change(tables.mediation, found.id, seen)
        kept = {"pending": pending, "reported": reported, "no": version}
        tx.add(tables.escalation, **report, **kept)
        data = {**_told(report), "version": version, "pending": pending, "reported": reported}
        entry = tx.append("escalation_raised", found.id, **data)
        if pending:
            papers.want(tx, _paper(entry, report))
            tx.queue("pass_on", found.id, key=f"pass_on:{report['id']}", escalation=report["id"])
        done = {"escalation": report["id"], "pending": pending}
        return tx.answer(case=found.id, state=state, version=version, **done)


def _report(context: Context, command: Payload) -> dict[str, Any]:
    names = ("case", "to", "to_name", "way", "text", "danger", "measures", "reporter")
    return {
        **{name: command[name] for name in names},
        "id": new_id(context.now()),
        "at": context.happened(command).isoformat(),
        "command_id": command["command_id"],
    }


def _told(report: Payload) -> dict[str, Any]:
    """What the entry carries: codes, and the hash of the words."""
    return {
        "escalation": report["id"],
        "to": report["to"],
        "way": report["way"],
        "text_hash": hashlib.sha256(report["text"].encode()).hexdigest(),
        "happened_at": report["at"],
    }


def _paper(entry: str, report: Payload) -> papers.Wanted:
    return papers.Wanted(entry, report["case"], "escalation", report["id"], report["at"])


def pass_on(context: Context, job: Job) -> str | None:
    """Ask intake again, under the same command id; its id of the report, if it says one."""
    with context.read() as connection:
        report = mediations.escalation_by_id(connection, job.args["escalation"])
    passed = clients.report_escalation(context, report["command_id"], report)
    if passed is None:
        raise Late("intake.report_escalation")
    reported: str | None = passed["escalation"]
    return reported


def passed_on(context: Context, tx: Transaction, job: Job, reported: str | None) -> None:
    """Intake has it: no longer pending."""
    row = mediations.by_case(tx.connection, job.subject)
    if row is None:
        return
    report = mediations.escalation_by_id(tx.connection, job.args["escalation"])
    version = tx.change(tables.mediation, row["id"], row["version"])
    mediations.pass_on(tx, report["id"], reported)
    data = {**_told(report), "happened_at": context.now(), "pending": False}
    tx.append("escalation_passed_on", row["id"], version=version, reported=reported, **data)
