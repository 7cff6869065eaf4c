"""Cases that go no further: not acceptable, withdrawn, accepted by mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.intake.procedures import papers
from services.intake.procedures.answering import answer_sender
from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.rules import codes, states
from services.intake.store import cases
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction


@dataclass(frozen=True)
class Refusal:
    """Why a case is refused, and which other doors are open."""

    reason: str
    ground: str | None
    words: str | None
    other_door: Sequence[str]
    happened: datetime

    @property
    def columns(self) -> dict[str, Any]:
        """What the case's row says of it."""
        return {
            "state": "refused",
            "refusal_reason": self.reason,
            "refusal_ground": self.ground,
            "refusal_words": self.words,
            "other_door": list(self.other_door),
            "ended_at": self.happened.isoformat(),
        }


def refuse_case(context: Context, command: Payload) -> Payload:
    """A person decides that it is not acceptable (不予受理, 若干规定 22), triage only hints."""
    case, happened = found(context, command), context.happened(command)
    states.step(case, "refuse_case")
    refusal = _refusal(command, happened)
    with context.read() as connection:
        referral = cases.referral_of(connection, case["id"])
    with context.commit() as tx:
        version = bump(tx, command, case, **refusal.columns)
        tell_refusal(tx, case, referral, refusal, version)
        return done(tx, case["id"], "refused", version)


def _refusal(command: Payload, happened: datetime) -> Refusal:
    ground = command["ground"]
    if command["reason"] == "not_acceptable" and ground is None:
        raise Refused("ground_missing", field="ground")
    codes.check("refusal_reasons", ground, happened.date(), "ground")
    return Refusal(command["reason"], ground, command["words"], command["other_door"], happened)


def tell_refusal(
    tx: Transaction, case: Payload, referral: Payload | None, refusal: Refusal, version: int
) -> None:
    """Append, answer the sender, print the notice for those who asked for mediation."""
    told = {"version": version, "happened_at": refusal.happened}
    why = {"reason": refusal.reason, "ground": refusal.ground}
    entry = tx.append("case_refused", case["id"], **told, **why)
    answer_sender(tx, referral, refusal.reason, version, refusal.happened)
    if refusal.reason != "party_refused" or case["source"] == "application":
        papers.queue(tx, case["id"], "refusal_notice", entry, refusal.happened)


def withdraw_case(context: Context, command: Payload) -> Payload:
    """Whoever asked no longer asks (撤回), before acceptance."""
    return _end(context, command, "withdraw_case", "withdrawn", command["words"])


def void_case(context: Context, command: Payload) -> Payload:
    """An acceptance by mistake: the case ends, its number stays, cancelled (§2.3)."""
    return _end(context, command, "void_case", "voided", command["reason"])


def _end(context: Context, command: Payload, verb: str, how: str, words: str | None) -> Payload:
    case, happened = found(context, command), context.happened(command)
    state = states.step(case, verb)
    with context.read() as connection:
        referral = cases.referral_of(connection, case["id"])
    with context.commit() as tx:
        version = bump(tx, command, case, **ended(how, None, happened), refusal_words=words)
        data = {"version": version, "happened_at": happened}
        if how == "voided":
            _cancel_number(context, tx, case, data, words)
        tell_end(tx, case["id"], referral, how=how, form=None, **data)
        return done(tx, case["id"], state, version)


def _cancel_number(
    context: Context, tx: Transaction, case: Payload, data: Payload, reason: str | None
) -> None:
    at = data["happened_at"].isoformat()
    cases.cancel_number(tx, case["id"], at, context.principal.actor, reason or "")
    tx.append("number_cancelled", case["id"], number=case["number"], **data)


def ended(how: str, form: str | None, happened: datetime) -> dict[str, Any]:
    """Columns of a case that has ended."""
    at = happened.isoformat()
    return {"state": "ended", "ended_how": how, "ended_form": form, "ended_at": at}


def tell_end(tx: Transaction, case_id: str, referral: Payload | None, **data: Any) -> None:
    """Append `case_ended`, answer the sender."""
    tx.append("case_ended", case_id, **data)
    answer_sender(tx, referral, data["how"], data["version"], data["happened_at"])
