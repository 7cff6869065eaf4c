"""Acceptance (受理): the gate, the terms, the number; and what is told of it."""

from datetime import datetime
from typing import Any

from services.intake.procedures import papers
from services.intake.procedures.answering import answer_sender
from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.procedures.terms import Terms, draw, started_clock, terms
from services.intake.rules import acceptance, states
from services.intake.store import cases, people
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

COUNTED = (
    "division",
    "category",
    "sector",
    "level",
    "source",
    "people_count",
    "amount_fen",
    "note_id",
    "accepted_at",
    "committee",
    "host_type",
    "sector_check",
)


def accept_case(context: Context, command: Payload) -> Payload:
    """Accept: all sides known and willing, minors represented, triaged; then the number."""
    case, happened = found(context, command), context.happened(command)
    state = states.step(case, "accept_case")
    with context.read() as connection:
        parties = people.parties_of(connection, case["id"])
        referral = cases.referral_of(connection, case["id"])
    _check_dates(case, happened)
    acceptance.check_gate(case, parties, happened.date())
    terms_ = terms(context, case, referral["stage"] if referral else None, happened.date())
    _check_approval(context, case["level"], terms_)
    values = {**terms_.columns, **_acceptance(context, state, happened)}
    with context.commit() as tx:
        version = bump(tx, command, case, **values)
        accepted = {**case, **values, "version": version}
        number = draw(tx, case["id"], terms_, happened)
        tell(tx, accepted, referral, number, happened)
        return done(tx, case["id"], state, version, **shown(accepted, number))


def _acceptance(context: Context, state: str, happened: datetime) -> dict[str, Any]:
    who = context.principal.actor
    return {"state": state, "accepted_at": happened.isoformat(), "accepted_by": who}


def _check_dates(case: Payload, happened: datetime) -> None:
    if happened < datetime.fromisoformat(case["registered_at"]):
        raise Refused("dates_reversed", earlier="registered_at", later="happened_at")


def _check_approval(context: Context, level: str, terms_: Terms) -> None:
    if not acceptance.may_approve(level, context.principal.role, terms_.settings):
        raise Refused("approval_missing", level=level, roles=terms_.settings["approvals"][level])


def tell(
    tx: Transaction,
    accepted: Payload,
    referral: Payload | None,
    number: str,
    happened: datetime,
) -> None:
    """Append `case_accepted`, answer the sender, queue the papers."""
    pins = {k: accepted[k] for k in ("profile", "profile_version", "manifest")}
    data = {"version": accepted["version"], "happened_at": happened, "number": number, "pins": pins}
    counted = {name: accepted.get(name) for name in COUNTED}
    sender = referral["sender"] if referral else None
    entry = tx.append("case_accepted", accepted["id"], sender=sender, **data, **counted)
    answer_sender(tx, referral, "accepted", accepted["version"], happened)
    papers.queue(tx, accepted["id"], "register", entry, happened)
    if accepted["source"] == "application":
        papers.queue(tx, accepted["id"], "application", f"{entry}:application", happened)


def shown(accepted: Payload, number: str) -> dict[str, Any]:
    """What acceptance answers."""
    named = {k: accepted[k] for k in ("committee", "committee_name", "sector_check")}
    return {"number": number, "clock": started_clock(accepted), **named}


def confirm_sector_by_hand(context: Context, command: Payload) -> Payload:
    """The sector's check is not to be had: a person goes on, and says why."""
    case, happened = found(context, command), context.happened(command)
    state = states.step(case, "confirm_sector_by_hand")
    if case["sector_check"] != "pending":
        raise Refused("nothing_to_check", sector_check=case["sector_check"])
    with context.commit() as tx:
        reason = {"sector_check": "by_hand", "sector_reason": command["reason"]}
        version = bump(tx, command, case, **reason)
        data = {"version": version, "happened_at": happened, "sector_check": "by_hand"}
        tx.append("sector_confirmed", case["id"], **data)
        return done(tx, case["id"], state, version)
