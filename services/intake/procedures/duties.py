"""What is due: acceptance, replies, follow-ups; and the days that wait for the registry."""

from datetime import date, datetime, timedelta
from typing import Any

from services.intake import clients
from services.intake.procedures.opening import acceptance_clock
from services.intake.procedures.steps import Payload
from services.intake.rules import clocks
from services.intake.store import cases, duties, people, tables
from shared.access.principal import division_prefix
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

AHEAD = timedelta(days=7)


def list_due(context: Context, query: Payload) -> Payload:
    """What is due up to and with a day (a week from now if none is said), overdue first."""
    prefix = division_prefix(query["division"]) if query["division"] else ""
    today = context.today()
    until = query["until"] or today + AHEAD
    with context.read() as connection:
        rows = duties.list_due(connection, context.principal, prefix, until, query["limit"])
    due = sorted((_duty(row, today) for row in rows), key=lambda d: (d["due_on"], d["case"]))
    return {"due": due[: query["limit"]]}


def _duty(row: Payload, today: date) -> dict[str, Any]:
    due_on = date.fromisoformat(row["due_on"])
    if row["kind"] == "escalation_follow_up":
        due_on += clocks.FOLLOW_UP
    return {**row, "due_on": due_on, "overdue": due_on < today}


def ask_due(context: Context, job: Job) -> str | None:
    """The acceptance's last day, now that the registry can be asked; raises Absent, Late."""
    with context.read() as connection:
        case = cases.case_by_id(connection, job.subject)
    if case is None:
        raise Refused("not_found", field="case")
    registered = datetime.fromisoformat(case["registered_at"]).date()
    profile = clients.profile(context, case["division"], registered)
    due = clocks.due_on(registered, acceptance_clock(profile["settings"]))
    return due.isoformat() if due else None


def set_due(_context: Context, tx: Transaction, job: Job, due: str | None) -> None:
    """A day that is counted, not decided: no version, no entry."""
    people.set_row(tx, tables.case, job.subject, acceptance_due_on=due)
    cases.set_referral(tx, job.subject, reply_due_on=due)
