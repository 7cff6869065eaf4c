"""A case comes in (登记): by one of three doors, from a finding, or afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.intake import clients
from services.intake.procedures import sealing
from services.intake.procedures.steps import Payload, done
from services.intake.rules import clocks, doors, numbers
from services.intake.store import tables
from shared.access.principal import CLIENT
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

AS_TOLD = ("division", "source", "way", "on_behalf_by", "place", "text", "requests", "linked_to")
BLANK: Mapping[str, Any] = {"state": "registered", "defects": [], "other_door": []}


@dataclass(frozen=True)
class Opening:
    """The rows of a new case, and when the request was made."""

    case: Mapping[str, Any]
    parties: Sequence[Mapping[str, Any]]
    happened: datetime
    referral: Mapping[str, Any] | None = None


def register_case(context: Context, command: Payload) -> Payload:
    """By application, on own initiative, or referred; the receipt names the exact moment, because
    the request interrupts limitation (民法典195).
    """
    check_door(context, command)
    settings = clients.settings_if_there(context, command["division"], context.today())
    opening = as_told(context, command, context.happened(command), command["source"], settings)
    with context.commit() as tx:
        write(tx, opening)
        case = opening.case
        if settings is None:
            tx.queue("count_due", case["id"], key=f"due:{case['id']}")
        return done(tx, case["id"], case["state"], 1, **receipt(opening, settings))


def receipt(opening: Opening, settings: Payload | None) -> dict[str, Any]:
    """What the applicant's or sender's receipt says."""
    return {
        "reference": opening.case["reference"],
        "receipt_at": opening.happened.isoformat(),
        "acceptance_due_on": opening.case["acceptance_due_on"],
        "reply_due_on": opening.referral["reply_due_on"] if opening.referral else None,
        "provisional": settings is None,
    }


def check_door(context: Context, command: Payload) -> None:
    if not context.principal.covers(command["division"]):
        raise Refused("not_found", field="division")
    if context.principal.role == CLIENT and command["source"] == "initiative":
        raise Refused("not_allowed", field="source")  # initiative is the committee's own, art. 17
    doors.check(command["source"], command["way"], command["referral"])


def as_told(
    context: Context, command: Payload, happened: datetime, kind: str, settings: Payload | None
) -> Opening:
    """The rows of what a command tells."""
    id_ = new_id(context.now())
    row = {name: command[name] for name in AS_TOLD}
    dispute_on = command["dispute_on"].isoformat() if command["dispute_on"] else None
    case = case_row(context, id_, happened, settings, dispute_on=dispute_on, **row)
    parties = [party_row(context, id_, no, p, happened) for no, p in enumerate(command["parties"])]
    referral = _referral(id_, command["referral"], case["acceptance_due_on"])
    return Opening({**case, "origin_kind": kind}, parties, happened, referral)


def case_row(
    context: Context, id_: str, happened: datetime, settings: Payload | None, **row: Any
) -> dict[str, Any]:
    """The row of a new case; how long acceptance may take is the profile's."""
    due = clocks.due_on(happened.date(), acceptance_clock(settings))
    return {
        **BLANK,
        "id": id_,
        "version": 1,
        "reference": numbers.reference(id_),
        "registered_by": context.principal.actor,
        "registered_at": happened.isoformat(),
        "acceptance_due_on": due.isoformat() if due else None,
        **row,
    }


def acceptance_clock(settings: Payload | None) -> Payload | None:
    """The period in which to decide on acceptance, and to answer a sender (在线调解规则 12)."""
    clock: Payload | None = ((settings or {}).get("clocks") or {}).get("acceptance")
    return clock


def party_row(
    context: Context, case_id: str, no: int, told: Payload, happened: datetime
) -> dict[str, Any]:
    """The row of a new party, whole: what is not known is None."""
    id_, unknown = new_id(context.now()), dict.fromkeys(c.name for c in tables.party.columns)
    kept = sealing.facts(context.vault, id_, told, told["kind"], happened.date())
    return {**unknown, "represents_powers": [], **kept, "id": id_, "case": case_id, "no": no}


def _referral(case_id: str, told: Payload | None, due_on: str | None) -> dict[str, Any] | None:
    if told is None:
        return None
    letter_on = told["letter_on"].isoformat() if told["letter_on"] else None
    stage = doors.stage_of(told)
    return {**told, "case": case_id, "letter_on": letter_on, "stage": stage, "reply_due_on": due_on}


def write(tx: Transaction, opening: Opening) -> str:
    """Insert the rows and tell; the id of `case_registered`."""
    case, happened = opening.case, opening.happened
    tx.add(tables.case, **case)
    if opening.referral:
        tx.add(tables.referral, **opening.referral)
    entry = tx.append("case_registered", case["id"], **_data(opening))
    for party in opening.parties:
        tx.add(tables.party, **party)
        tell_party(tx, party, case["version"], happened)
    return entry


def _data(opening: Opening) -> dict[str, Any]:
    case, referral = opening.case, opening.referral or {}
    return {
        "version": case["version"],
        "happened_at": opening.happened,
        "origin": {"kind": case["origin_kind"], "id": case.get("origin_id")},
        "source": case["source"],
        "division": case["division"],
        "sender": referral.get("sender"),
        "stage": referral.get("stage"),
    }


def tell_party(tx: Transaction, party: Payload, version: int, happened: datetime) -> None:
    """A party is new, or more is known of it: its id, never its name."""
    data = {"party": party["id"], "role": party["role"], "kind": party["kind"]}
    tx.append("party_recorded", party["case"], version=version, happened_at=happened, **data)
