"""Intake (受理) on the bus."""

from services.intake.procedures import (
    accepting,
    assigning,
    consenting,
    duties,
    escalating,
    following,
    opening,
    papers,
    parties,
    past,
    reads,
    refusing,
    revealing,
    triaging,
    units,
)
from shared.bus.service import Service, job, listens, verb
from shared.contracts.intake import CONTRACT


class Intake(Service):
    """The case up to its hand-over."""

    name = "intake"
    contract = CONTRACT
    needs = ("registry", "document_archive", "screening", "mediation_session")

    register_case = verb(opening.register_case)
    register_past_case = verb(past.register_past_case)
    record_party = verb(parties.record_party)
    amend_party = verb(parties.amend_party)
    record_contact = verb(parties.record_contact)
    record_consent = verb(consenting.record_consent)
    triage_case = verb(triaging.triage_case)
    accept_case = verb(accepting.accept_case)
    confirm_sector_by_hand = verb(accepting.confirm_sector_by_hand)
    assign_mediator = verb(assigning.assign_mediator)
    refuse_case = verb(refusing.refuse_case)
    withdraw_case = verb(refusing.withdraw_case)
    void_case = verb(refusing.void_case)

    report_escalation = verb(escalating.report_escalation)
    record_receipt = verb(escalating.record_receipt)
    follow_up_escalation = verb(escalating.follow_up_escalation)
    ask_unit = verb(units.ask_unit)
    record_unit_reply = verb(units.record_unit_reply)

    get_case = verb(reads.get_case)
    list_cases = verb(reads.list_cases)
    list_due = verb(duties.list_due)
    get_note = verb(reads.get_note)
    get_parties = verb(revealing.get_parties)
    reveal_field = verb(revealing.reveal_field)

    finding_handed_over = listens(
        "screening",
        "finding_handed_over",
        ask=following.ask_finding,
        commit=following.register_finding,
    )
    mediation_ended = listens(
        "mediation_session", "mediation_ended", commit=following.end_with_mediation
    )
    performance_recorded = listens(
        "mediation_session", "performance_recorded", commit=following.end_with_performance
    )

    file_paper = job(ask=papers.make, commit=papers.note_phones)
    count_due = job(ask=duties.ask_due, commit=duties.set_due)
