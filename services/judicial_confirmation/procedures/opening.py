"""Opening: an agreement has come into effect; a written one may be confirmed for thirty days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.judicial_confirmation import clients
from services.judicial_confirmation.procedures import deadlines
from services.judicial_confirmation.procedures.ending import end
from services.judicial_confirmation.procedures.moving import done, tell
from services.judicial_confirmation.rules import periods, states
from services.judicial_confirmation.store import changes, queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused
from shared.ledger.cursors import Heard
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Facts:
    """What an opening stands on; `case` and `settings` are None while their owners are away."""

    agreement: Payload
    case: Payload | None
    settings: Payload | None
    counts_from: date


def gather(context: Context, agreement_id: str) -> Facts:
    """Ask for the agreement, its case, the profile of the day from which the period counts."""
    agreement = clients.agreement(context, agreement_id)
    if agreement["effective_at"] is None:
        raise Refused("agreement_not_effective", state=agreement["state"])
    case = clients.try_case(context, agreement["case"])
    day = _counts_from(agreement, case)
    division = (case or agreement).get("division") or context.division
    return Facts(agreement, case, clients.settings(context, division, day), day)


def _counts_from(agreement: Payload, case: Payload | None) -> date:
    referral = (case or {}).get("referral") or {}
    entrusted = (referral.get("sender"), referral.get("stage")) == ("court", "before_filing")
    signed = agreement.get("parties_signed_at") if entrusted else None
    earliest = _moment(signed) if signed else None
    return periods.counts_from(_moment(agreement["effective_at"]), earliest)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(SHANGHAI)


def ask_on_effect(context: Context, heard: Heard) -> Facts:
    """The asking half of hearing that an agreement is in effect."""
    return gather(context, heard.data["agreement"])


def open_on_effect(context: Context, tx: Transaction, heard: Heard, facts: Facts) -> None:
    """A confirmation of this hash, once; an agreement that was replaced meanwhile gets none."""
    agreement = heard.data["agreement"]
    if facts.agreement["state"] != "effective" or queries.of_agreement(tx.connection, agreement):
        return
    _open(context, tx, facts, round_=1, division=heard.data.get("division"))


def open_confirmation(context: Context, command: Payload) -> Payload:
    """By hand: the entry has not come yet, or once more while the period runs."""
    facts = gather(context, command["agreement"])
    if facts.agreement["state"] != "effective":
        raise Refused("agreement_not_effective", state=facts.agreement["state"])
    with context.commit() as tx:
        rounds = queries.of_agreement(tx.connection, command["agreement"])
        if rounds:
            _check_again(rounds[-1], context.today())
        row = _open(context, tx, facts, round_=len(rounds) + 1)
        days = {"deadline": row["deadline"], "provisional": row["provisional"]}
        return done(tx, row, row["state"], 1, **days)


def _check_again(last: Row, today: date) -> None:
    if last["how"] not in ("withdrawn", "not_accepted"):
        raise Refused("already_open", confirmation=last["id"], state=last["state"])
    periods.check_in_time(date.fromisoformat(last["deadline"]), today)


def _open(
    context: Context, tx: Transaction, facts: Facts, round_: int, division: str | None = None
) -> Row:
    row = _row(context, facts, round_, division)
    for old in queries.in_states(tx.connection, row["case"], states.UNSENT):
        end(tx, old, "replaced", context.now())
    tx.add(tables.confirmation, **row)
    changes.keep_mediators(tx, row["case"], mediators(facts.case, facts.agreement))
    if row["form"] == "written":
        deadlines.schedule(tx, row, context.today())
    event = "confirmation_opened" if row["form"] == "written" else "confirmation_not_offered"
    told = {name: row[name] for name in ("agreement", "hash", "deadline", "provisional", "reason")}
    tell(tx, event, row, 1, datetime.fromisoformat(row["effective_at"]), **told)
    return row


def _row(context: Context, facts: Facts, round_: int, division: str | None) -> dict[str, Any]:
    agreement = facts.agreement
    place = division or (facts.case or agreement).get("division") or context.division
    copied = {name: agreement[name] for name in ("case", "form", "parties", "effective_at")}
    return {
        **copied,
        **_window(facts),
        "id": new_id(context.now()),
        "version": 1,
        "agreement": agreement["agreement"],
        "hash": agreement.get("hash"),
        "round": round_,
        "division": place,
        "confirmable": agreement.get("confirmable"),
        "reasons": agreement.get("reasons") or [],
    }


def _window(facts: Facts) -> dict[str, Any]:
    """Oral terms cannot be confirmed: put them in writing first (art. 28, 33 人民调解法)."""
    start = {"counts_from": facts.counts_from.isoformat(), "reason": None}
    if facts.agreement["form"] != "written":
        days: dict[str, Any] = {"deadline": None, "provisional": False, "alarms": []}
        return {**start, **days, "state": "not_offered", "reason": "oral_agreement"}
    window = periods.window(facts.counts_from, facts.settings)
    return {
        **start,
        "state": "offered",
        "deadline": window.deadline.isoformat(),
        "provisional": window.provisional,
        "article": window.article,
        "alarms": list(window.alarms),
    }


def mediators(case: Payload | None, agreement: Payload | None = None) -> list[str]:
    """Who may see the confirmation as a mediator: the assigned, and who registered the case."""
    if case is None:
        return [agreement["mediator"]] if agreement and agreement.get("mediator") else []
    role, _, person = str(case.get("registered_by") or "").partition(":")
    registrar = [person] if role == "mediator" else []
    return [found["mediator"] for found in case["mediators"]] + registrar


def ask_on_assignment(context: Context, heard: Heard) -> Payload | None:
    """Who mediates now, where there is a confirmation of that case."""
    with context.read() as connection:
        if not queries.has_case(connection, heard.subject):
            return None
    return clients.case(context, heard.subject)


def keep_on_assignment(
    _context: Context, tx: Transaction, heard: Heard, case: Payload | None
) -> None:
    """The new mediator sees it, the former does not."""
    if case is not None:
        changes.keep_mediators(tx, heard.subject, mediators(case))
