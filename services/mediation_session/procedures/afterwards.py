"""After the agreement: performance, which the committee watches over, and follow-up (art. 31)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from services.mediation_session import clients
from services.mediation_session.procedures import effect, papers
from services.mediation_session.procedures.drafting import Held, held
from services.mediation_session.rules import clauses, clock, law, performance
from services.mediation_session.rules.published import rows
from services.mediation_session.store import agreements, mediations, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def record_performance(context: Context, command: Payload) -> Payload:
    """What was performed of a clause and period, or of the agreement as a whole."""
    found, at = _in_effect(context, command), context.happened(command)
    law.check_code("performance_states", command["state"], at.date(), "state")
    with context.read() as connection:
        before = agreements.performances_of(connection, found.id)
    performance.check_record(clauses.read(found.agreement["clauses"]), command, before)
    said = {n: command[n] for n in ("clause", "period", "state", "amount_fen")}
    seen, id_ = command["version"] or found.mediation["version"], new_id(context.now())
    with context.commit() as tx:
        version = tx.change(tables.mediation, found.case, seen)
        row = {**said, "no": version, "proof": command["proof"], "by": context.principal.actor}
        tx.add(tables.performance, id=id_, agreement=found.id, happened_at=at.isoformat(), **row)
        records = [*before, said]
        complete = effect.set_due(tx, found.id, found.agreement["clauses"], records)
        agreements.change(tx, found.id, complete=complete)
        data = {"version": version, "happened_at": at, "agreement": found.id}
        tx.append("performance_recorded", found.case, complete=complete, **data, **said)
        return tx.answer(**_done(found, version), performance=id_, complete=complete)


def record_follow_up(context: Context, command: Payload) -> Payload:
    """A follow-up visit (回访): whether it was performed, what was found, what was done."""
    found, at = _in_effect(context, command), context.happened(command)
    seen, id_ = command["version"] or found.mediation["version"], new_id(context.now())
    names = ("way", "performed", "satisfaction", "found", "measures")
    row = {**{n: command[n] for n in names}, "by": context.principal.actor}
    moment, performed = at.isoformat(), command["performed"]
    with context.commit() as tx:
        version = tx.change(tables.mediation, found.case, seen)
        row |= {"no": version, "happened_at": moment}
        tx.add(tables.follow_up, id=id_, agreement=found.id, **row)
        agreements.change(tx, found.id, followed_up=True)
        data = {"version": version, "happened_at": at, "agreement": found.id}
        entry = tx.append("follow_up_held", found.case, performed=performed, **data)
        papers.want(tx, papers.Wanted(entry, found.case, "follow_up", id_, moment))
        return tx.answer(**_done(found, version), follow_up=id_)


def _in_effect(context: Context, command: Payload) -> Held:
    found = held(context, command["agreement"])
    if found.agreement["state"] != "effective":
        raise Refused("not_effective", state=found.agreement["state"])
    return found


def _done(found: Held, version: int) -> dict[str, Any]:
    return {"case": found.case, "agreement": found.id, "state": "effective", "version": version}


def follow_up_days(context: Context, job: Job) -> int:
    """Days to the follow-up: the region's, else the default of this service."""
    with context.read() as connection:
        mediation = mediations.by_case(connection, job.subject) or {}
    return clients.follow_up_days(context, mediation) or int(rows("follow_up")[0]["days"])


def plan_follow_up(context: Context, tx: Transaction, job: Job, days: int) -> None:
    """Set the day of the follow-up, counted from the agreement, and watch it."""
    agreement = agreements.by_id(tx.connection, job.args["agreement"])
    agreed_on = datetime.fromisoformat(agreement["effective_at"]).date()
    due_on = (agreed_on + timedelta(days=days)).isoformat()
    agreements.change(tx, agreement["id"], follow_up_on=due_on)
    at = max(clock.morning_after(agreed_on + timedelta(days=days - 1)), context.now())
    key = f"follow_up_due:{agreement['id']}"
    tx.queue("follow_up_due", job.subject, key=key, at=at, agreement=agreement["id"])


def tell_follow_up_due(context: Context, tx: Transaction, job: Job, _facts: Any) -> None:
    """The day has come; nothing to tell where the visit was held or the agreement replaced."""
    row = mediations.by_case(tx.connection, job.subject)
    agreement = agreements.by_id(tx.connection, job.args["agreement"])
    if row is None or agreement["followed_up"] or agreement["state"] != "effective":
        return
    version = tx.change(tables.mediation, row["id"], row["version"])
    data = {"version": version, "happened_at": context.now(), "agreement": agreement["id"]}
    due_on = date.fromisoformat(agreement["follow_up_on"])
    tx.append("follow_up_due", row["id"], due_on=due_on, **data)
