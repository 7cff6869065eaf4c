"""Consent (同意调解, art. 17): an explicit no is a hard stop, in the same transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from services.intake.procedures.refusing import Refusal, tell_refusal
from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.rules import people as rules
from services.intake.rules import states
from services.intake.store import cases, people, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

# art. 3(3), 26: what remains open to whoever wanted mediation
OTHER_DOOR = ["可以依法通过仲裁、行政、司法等途径维护自己的权利（人民调解法第三条、第二十六条）。"]


def record_consent(context: Context, command: Payload) -> Payload:
    """A party's answer; "no" of an applicant or respondent refuses the case at once."""
    case, happened = found(context, command), context.happened(command)
    state = states.step(case, "record_consent")
    with context.read() as connection:
        parties = people.parties_of(connection, case["id"])
        referral = cases.referral_of(connection, case["id"])
    party = _asked(parties, command, happened.date())
    refusal = _refusal(case, party, command["answer"], happened)
    with context.commit() as tx:
        version = bump(tx, command, case, **(refusal.columns if refusal else {}))
        keep(context, tx, case["id"], {**command, "version": version}, happened)
        if refusal:
            tell_refusal(tx, case, referral, refusal, version)
        return done(tx, case["id"], "refused" if refusal else state, version)


def _refusal(case: Payload, party: Payload, answer: str, happened: datetime) -> Refusal | None:
    """A third party's no keeps it out; the others' no is the end of the case."""
    if answer == "yes" or party["role"] not in rules.CONSENTING:
        return None
    states.check_refusable(case)
    return Refusal("party_refused", None, None, OTHER_DOOR, happened)


def _asked(parties: Sequence[Payload], command: Payload, on: date) -> Payload:
    """The side that answers, itself or through who acts for it on that day."""
    by_id = {p["id"]: p for p in parties}
    party = by_id.get(command["party"])
    if party is None or party["role"] not in rules.SIDES:
        raise Refused("not_found", field="party")
    if command["by"] is not None:
        speaker = by_id.get(command["by"])
        if speaker is None or not rules.acts_for(speaker, party, on):
            raise Refused("not_its_representative", field="by")
    return party


def keep(
    context: Context, tx: Transaction, case_id: str, said: Payload, happened: datetime
) -> None:
    """The answer, on the party and in its own row; the entry."""
    row: dict[str, Any] = {k: said[k] for k in ("party", "answer", "way", "by", "witness")}
    tx.add(
        tables.consent,
        id=new_id(context.now()),
        case=case_id,
        no=said["version"],
        at=happened.isoformat(),
        recorded_by=context.principal.actor,
        **row,
    )
    people.set_row(tx, tables.party, said["party"], consent=said["answer"])
    data = {k: said[k] for k in ("party", "answer", "way", "version")}
    tx.append("consent_recorded", case_id, happened_at=happened, **data)
