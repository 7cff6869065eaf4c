"""What the court says before it rules: it accepts, asks for more, refuses, deems it withdrawn.

Said by its own people through the verbs, or heard from the court's driver: the same acts.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from services.judicial_confirmation.procedures.ending import end
from services.judicial_confirmation.procedures.moving import change, found, seen, tell
from services.judicial_confirmation.rules import periods, published, states
from services.judicial_confirmation.store import queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]
Act = Callable[[Context, Transaction, Row, Payload], Payload]


def as_verb(act: Act) -> Callable[[Context, Payload], Payload]:
    """The verb of an act: found in the court's scope, done in one transaction, answered."""

    def run(context: Context, command: Payload) -> Payload:
        row = found(context, command)
        said = {**command, "version": seen(command, row), "happened_at": context.happened(command)}
        with context.commit() as tx:
            return tx.answer(**act(context, tx, row, said))

    return run


def accept(_context: Context, tx: Transaction, row: Row, said: Payload) -> Payload:
    """It accepts (受理) under its own number."""
    state, at = states.step(row["state"], "accept_application"), said["happened_at"]
    check_after(at, row["submitted_at"])
    number = said["court_number"]
    values = {"state": state, "court_number": number, "accepted_at": at.isoformat()}
    version = change(tx, row, said["version"], **values)
    told = {"court": _court(tx, row), "court_number": number}
    tell(tx, "confirmation_accepted", row, version, at, **told)
    return answer(row, state, version)


def ask_more(_context: Context, tx: Transaction, row: Row, said: Payload) -> Payload:
    """It wants more by a day; the words of what it wants stay here."""
    state, at = states.step(row["state"], "request_supplement"), said["happened_at"]
    check_after(at, row["accepted_at"] or row["submitted_at"])
    items, until = said["items"], said["until"]
    periods.check_days(until, at.date(), "until")
    version = change(tx, row, said["version"], state=state)
    no = len(queries.of(tx.connection, tables.supplement, row["id"])) + 1
    wanted = {"items": items, "asked_at": at.isoformat(), "until": until.isoformat()}
    tx.add(tables.supplement, confirmation=row["id"], no=no, **wanted)
    told = {"court": _court(tx, row), "wanted": len(items), "until": until}
    tell(tx, "confirmation_supplement_requested", row, version, at, **told)
    return answer(row, state, version)


def refuse(_context: Context, tx: Transaction, row: Row, said: Payload) -> Payload:
    """It does not accept (不予受理); once it has, it can only rule."""
    states.step(row["state"], "refuse_application")
    states.check_not_accepted(row["accepted_at"])
    at, grounds = said["happened_at"], [said["ground"]]
    check_after(at, row["submitted_at"])
    published.check_grounds(grounds, ("refusal_grounds",), at.date())
    version = end(tx, row, "not_accepted", at, version=said["version"], grounds=grounds)
    return answer(row, "ended", version)


def deem_withdrawn(_context: Context, tx: Transaction, row: Row, said: Payload) -> Payload:
    """Nothing came in time, without reason (民事诉讼法解释 357): only once the day is over."""
    states.step(row["state"], "deem_withdrawn")
    at = said["happened_at"]
    until = queries.of(tx.connection, tables.supplement, row["id"])[-1]["until"]
    if at.date() <= date.fromisoformat(until):
        raise Refused("supplement_not_due", until=until)
    version = end(tx, row, "deemed_withdrawn", at, version=said["version"])
    return answer(row, "ended", version)


def check_after(at: datetime, earlier: str | None) -> None:
    """The act does not precede the one it follows."""
    before = datetime.fromisoformat(earlier) if earlier else None
    periods.check_order(at, before, "happened_at")


def answer(row: Row, state: str, version: int) -> Payload:
    """What every act of the court answers."""
    return {"confirmation": row["id"], "state": state, "version": version}


def _court(tx: Transaction, row: Row) -> str:
    return str(queries.current_application(tx.connection, row)["court"])
