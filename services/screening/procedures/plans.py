"""Plans, visits, zero reports: what was reached, and what was not."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.screening import rules, store
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def open_plan(context: Context, command: Payload) -> Payload:
    """Open a plan with its own list of targets, so that what was not visited can be named."""
    rules.check_plan(command["since"], command["until"])
    if not context.principal.covers(command["division"]):
        raise Refused("not_found", field="division")
    plan_id = new_id(context.now())
    row = {name: command[name] for name in ("title", "division", "mode", "trigger")}
    days = {name: command[name].isoformat() for name in ("since", "until")}
    with context.commit() as tx:
        tx.add(store.plan, id=plan_id, version=1, visits=0, zero_reports=0, **row, **days)
        store.add_targets(tx, plan_id, command["targets"])
        carried = {name: row[name] for name in ("division", "mode", "trigger")}
        tx.append("plan_opened", plan_id, targets=len(command["targets"]), **carried)
        return tx.answer(plan=plan_id, version=1)


def record_visit(context: Context, command: Payload) -> Payload:
    """One target of a plan was visited."""
    plan, happened = _plan_on(context, command), context.happened(command)
    _check_target(context, plan, command["target"])
    with context.commit() as tx:
        version = _count(tx, plan, command, "visits")
        store.mark_visited(tx, plan["id"], command["target"], happened.isoformat())
        values = {"target": command["target"], "found": command["found"]}
        _keep_visit(context, tx, plan, {**values, "note": command["note"]}, command)
        data = {"division": plan["division"], "happened_at": happened, **values}
        tx.append("visit_recorded", plan["id"], **data)
        return tx.answer(plan=plan["id"], version=version)


def report_zero(context: Context, command: Payload) -> Payload:
    """Zero report (零报告): nothing was found that day, said honestly in one tap."""
    plan, happened = _plan_on(context, command, command["day"]), context.happened(command)
    with context.commit() as tx:
        version = _count(tx, plan, command, "zero_reports")
        _keep_visit(context, tx, plan, {"found": False}, command)
        data = {"division": plan["division"], "found": False, "happened_at": happened}
        tx.append("zero_reported", plan["id"], **data)
        return tx.answer(plan=plan["id"], version=version)


def _plan_on(context: Context, command: Payload, day: date | None = None) -> store.Row:
    """The plan, if the day of the act lies within it."""
    with context.read() as connection:
        plan = store.find_plan(connection, command["plan"], context.principal)
    day = day or context.happened(command).date()
    rules.check_day(day, date.fromisoformat(plan["since"]), date.fromisoformat(plan["until"]))
    return plan


def _check_target(context: Context, plan: store.Row, no: int) -> None:
    with context.read() as connection:
        if no not in [t["no"] for t in store.targets_of(connection, plan["id"])]:
            raise Refused("no_such_target", field="target")


def _count(tx: Transaction, plan: store.Row, command: Payload, column: str) -> int:
    seen = command["version"] or plan["version"]
    return tx.change(store.plan, plan["id"], seen, **{column: plan[column] + 1})


def _keep_visit(
    context: Context, tx: Transaction, plan: store.Row, values: Payload, command: Payload
) -> None:
    tx.add(
        store.visit,
        id=new_id(context.now()),
        plan=plan["id"],
        happened_at=context.happened(command).isoformat(),
        by=context.principal.actor,
        **values,
    )


def get_plan(context: Context, query: Payload) -> Payload:
    """A plan with all its targets."""
    with context.read() as connection:
        plan = store.find_plan(connection, query["plan"], context.principal)
        return {**plan, "plan": plan["id"], "targets": store.targets_of(connection, plan["id"])}


def list_unvisited(context: Context, query: Payload) -> Payload:
    """What was not visited: the proof of coverage, read from the other side."""
    with context.read() as connection:
        plan = store.find_plan(connection, query["plan"], context.principal)
        return {"targets": store.targets_of(connection, plan["id"], unvisited=True)}
