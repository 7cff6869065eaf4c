"""A whole past mediation in one command (补录, I15): it happened, so what was wrong with it is
recorded as a defect and shown; only what cannot be is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from services.intake import clients
from services.intake.procedures import consenting, triaging
from services.intake.procedures.accepting import shown, tell
from services.intake.procedures.assigning import assign
from services.intake.procedures.opening import Opening, as_told, check_door, party_row, write
from services.intake.procedures.steps import Payload, done
from services.intake.procedures.terms import Terms, draw, terms
from services.intake.rules import acceptance, codes, people
from services.intake.rules import past as rules
from services.intake.rules.decision import Decision
from services.intake.store import tables
from shared.bus.context import Context
from shared.calendar.clock import SHANGHAI
from shared.contracts.intake.past import NoteShown
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction


@dataclass(frozen=True)
class Past:
    """What was asked and decided; the rows follow from it."""

    opening: Opening
    proposal: Mapping[str, Any]
    decided: Decision
    terms: Terms
    mediators: Sequence[Mapping[str, Any]]
    accepted: datetime


def register_past_case(context: Context, command: Payload) -> Payload:
    """Register, accept, number and assign at once; the note waits for mediation_session."""
    check_door(context, command)
    past = _ask(context, command)
    case = _accepted(context, past, command)
    opening = Opening(case, past.opening.parties, past.opening.happened, past.opening.referral)
    with context.commit() as tx:
        write(tx, opening)
        _keep_parts(context, tx, command, past, case)
        number = draw(tx, case["id"], past.terms, past.accepted)
        tell(tx, case, opening.referral, number, past.accepted)
        answer = {"reference": case["reference"], "defects": case["defects"]}
        return done(tx, case["id"], case["state"], case["version"], **shown(case, number), **answer)


def _ask(context: Context, command: Payload) -> Past:
    accepted = context.happened(command)
    registered = (command["registered_at"] or accepted).astimezone(SHANGHAI)
    rules.check_order(registered, accepted, command["note"], context.now())
    on = accepted.date()
    settings = clients.profile(context, command["division"], on)["settings"]
    told = as_told(context, command, registered, "past", settings)
    proposal = triaging.propose(told.case, settings)
    decided = triaging.decide(told.case, proposal, command, on)
    stage = told.referral["stage"] if told.referral else None
    terms_ = terms(context, {**told.case, **asdict(decided)}, stage, on)
    mediators = [_mediator(context, who, on) for who in command["mediators"]]
    parties = _with_guardians(context, told, command["parties"])
    opening = Opening(told.case, parties, registered, told.referral)
    return Past(opening, proposal, decided, terms_, mediators, accepted)


def _mediator(context: Context, who: Payload, on: date) -> dict[str, Any]:
    checked = clients.mediator(context, who["mediator"], on)
    return {**checked, "how": who["how"], "replaces": None}


def _with_guardians(
    context: Context, told: Opening, parties: Sequence[Payload]
) -> list[dict[str, Any]]:
    """The parties, those who said yes marked, then who acts for whom."""
    pairs = list(zip(told.parties, parties, strict=True))
    rows = [{**row, "consent": "yes" if party["consent"] else None} for row, party in pairs]
    for row, party in pairs:
        if guardian := party["guardian"]:
            stands = {**guardian, "role": "guardian", "kind": "person"}
            added = party_row(context, told.case["id"], len(rows), stands, told.happened)
            relation = {"represents_relation": guardian["relation"]}
            rows.append({**added, **relation, "represents": row["id"]})
    return rows


def _accepted(context: Context, past: Past, command: Payload) -> dict[str, Any]:
    """The case's row as it stands after acceptance."""
    decided = {k: v for k, v in asdict(past.decided).items() if k != "by_person"}
    return {
        **past.opening.case,
        **decided,
        **past.terms.columns,
        "state": "accepted",
        "accepted_at": past.accepted.isoformat(),
        "accepted_by": context.principal.actor,
        "note_id": new_id(context.now()),
        "defects": _defects(context, past, command["note"]),
    }


def _defects(context: Context, past: Past, note: Payload) -> list[str]:
    """What was not kept, by code: it is shown, and nothing is hidden by refusing it."""
    found = [code for code, _ in people.gaps(past.opening.parties, past.accepted.date())]
    if any(people.is_party(m["identity_hash"], past.opening.parties) for m in past.mediators):
        found.append("conflict_of_interest")
    if not all(m["ok"] for m in past.mediators):
        found.append("mediator_unfit")
    if not acceptance.may_approve(past.decided.level, context.principal.role, past.terms.settings):
        found.append("approval_missing")
    oral_allowed = past.terms.columns["oral_allowed"]
    return [*found, *rules.defects_of_note(note, oral_allowed=oral_allowed)]


def _keep_parts(
    context: Context, tx: Transaction, command: Payload, past: Past, case: Payload
) -> None:
    """Consents, triage, mediators, note."""
    told = zip(past.opening.parties, command["parties"], strict=False)  # guardians come last
    for row, party in told:
        if party["consent"]:
            said = {"party": row["id"], "answer": "yes", "by": None, **party["consent"]}
            said["version"] = case["version"]
            consenting.keep(context, tx, case["id"], said, past.accepted)
    _keep_triage(context, tx, command["reason"], past, case)
    for mediator in past.mediators:
        assign(context, tx, {**mediator, "case": case["id"]}, case["version"], past.accepted)
    facts = _facts(command["note"], oral_allowed=case["oral_allowed"], on=past.accepted.date())
    tx.add(tables.note, case=case["id"], id=case["note_id"], facts=facts)


def _keep_triage(
    context: Context, tx: Transaction, reason: str | None, past: Past, case: Payload
) -> None:
    no, at = case["version"], past.accepted
    row = {"case": case["id"], "no": no, "at": at.isoformat()}
    triaging.keep(context, tx, row, past.proposal, past.decided, reason)
    triaging.tell(tx, case["id"], past.decided, past.proposal, version=no, happened_at=at)


def _facts(note: Payload, *, oral_allowed: bool, on: date) -> Any:
    """The note as it is kept and shown."""
    codes.check("performance_states", note["performance"]["state"], on, "note.performance.state")
    agreement = {**note["agreement"], "form": "oral"}
    return NoteShown().dump({**note, "agreement": agreement, "written_due": not oral_allowed})
