"""Mediation sessions (调解) on the bus."""

from services.mediation_session.procedures import (
    afterwards,
    drafting,
    ending,
    escalations,
    following,
    notices,
    opening,
    oral,
    papers,
    reads,
    sessions,
    signing,
    timing,
)
from shared.bus.service import Service, job, listens, verb
from shared.contracts.mediation_session import CONTRACT


class MediationSession(Service):
    """Mediations with their clocks, and agreements."""

    name = "mediation_session"
    contract = CONTRACT
    needs = ("registry", "document_archive", "intake")

    open_mediation = verb(opening.open_mediation)
    give_notice = verb(notices.give_notice)
    schedule_session = verb(sessions.schedule_session)
    record_session = verb(sessions.record_session)

    pause_mediation = verb(timing.pause_mediation)
    resume_mediation = verb(timing.resume_mediation)
    extend_mediation = verb(timing.extend_mediation)
    mark_overdue = job(commit=timing.mark_overdue)

    report_escalation = verb(escalations.report_escalation)
    pass_on = job(ask=escalations.pass_on, commit=escalations.passed_on)
    end_mediation = verb(ending.end_mediation)

    draft_agreement = verb(drafting.draft_agreement)
    freeze_agreement = verb(drafting.freeze_agreement)
    sign_agreement = verb(signing.sign_agreement)
    seal_agreement = verb(signing.seal_agreement)
    record_oral_agreement = verb(oral.record_oral_agreement)

    record_performance = verb(afterwards.record_performance)
    record_follow_up = verb(afterwards.record_follow_up)
    plan_follow_up = job(ask=afterwards.follow_up_days, commit=afterwards.plan_follow_up)
    follow_up_due = job(commit=afterwards.tell_follow_up_due)

    print_agreement = verb(papers.print_agreement)
    file_paper = job(ask=papers.make, commit=papers.keep)

    get_mediation = verb(reads.get_mediation)
    list_mediations = verb(reads.list_mediations)
    list_due = verb(reads.list_due)
    get_agreement = verb(reads.get_agreement)

    case_accepted = listens(
        "intake", "case_accepted", ask=following.ask_case, commit=following.open_accepted
    )
    case_assigned = listens(
        "intake", "case_assigned", ask=following.ask_mediators, commit=following.keep_mediators
    )
