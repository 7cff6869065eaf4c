"""Who mediates (art. 19): appointed or chosen, certified, no party of the case, not overloaded."""

from datetime import datetime
from typing import Any

from services.intake import clients
from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.rules import people as rules
from services.intake.rules import states
from services.intake.store import cases, people, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction


def assign_mediator(context: Context, command: Payload) -> Payload:
    """One more mediator, or one for another; registry knows the certificate, we the caseload."""
    case, happened = found(context, command), context.happened(command)
    state = states.step(case, "assign_mediator")
    checked = clients.mediator(context, command["mediator"], happened.date())
    check_fit(context, case, checked)
    cap = _cap(context, case)
    with context.commit() as tx:
        version = bump(tx, command, case)
        _check_load(tx, command["mediator"], cap)
        _replace(tx, case["id"], command, happened)
        how = {"how": command["how"], "replaces": command["replaces"]}
        assign(context, tx, {**checked, **how, "case": case["id"]}, version, happened)
        return done(tx, case["id"], state, version)


def check_fit(context: Context, case: Payload, checked: Payload) -> None:
    """Refuses `mediator_unfit` with registry's reasons, `assigned_before`,
    `conflict_of_interest` where the mediator is a party or acts for one.
    """
    if not checked["ok"]:
        raise Refused("mediator_unfit", reasons=checked["reasons"])
    with context.read() as connection:
        parties = people.parties_of(connection, case["id"])
        mediators = cases.mediators_of(connection, case["id"])
    if checked["mediator"] in [m["mediator"] for m in mediators]:
        raise Refused("assigned_before", mediator=checked["mediator"])
    if rules.is_party(checked["identity_hash"], parties):
        raise Refused("conflict_of_interest", mediator=checked["mediator"])


def _cap(context: Context, case: Payload) -> int | None:
    """The profile's cap of open cases a mediator; None where it sets none."""
    settings = clients.pinned_settings(context, case["division"], case["profile_version"])
    cap: int | None = settings.get("caseload_cap")
    return cap


def _check_load(tx: Transaction, mediator: str, cap: int | None) -> None:
    if cap is not None and (load := cases.caseload(tx.connection, mediator)) >= cap:
        raise Refused("caseload_full", cap=cap, load=load)


def _replace(tx: Transaction, case_id: str, command: Payload, happened: datetime) -> None:
    leaving = command["replaces"]
    if leaving is None:
        return
    if not command["reason"]:
        raise Refused("reason_missing", field="reason")
    if not cases.end_assignment(tx, case_id, leaving, happened.isoformat(), command["reason"]):
        raise Refused("not_assigned", mediator=leaving)


def assign(
    context: Context, tx: Transaction, who: Payload, version: int, happened: datetime
) -> None:
    """Keep the assignment and tell of it."""
    row: dict[str, Any] = {k: who[k] for k in ("case", "mediator", "name", "how", "identity_hash")}
    tx.add(
        tables.assignment,
        id=new_id(context.now()),
        no=version,
        since=happened.isoformat(),
        **row,
    )
    data = {"mediator": who["mediator"], "how": who["how"], "replaces": who["replaces"]}
    tx.append("case_assigned", who["case"], version=version, happened_at=happened, **data)
