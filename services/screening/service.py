"""Screening (矛盾纠纷排查) on the bus."""

from services.screening.procedures import findings, following, plans, reads, reports
from shared.bus.service import Service, listens, verb
from shared.contracts.screening import CONTRACT


class Screening(Service):
    """Plans, visits and findings."""

    name = "screening"
    contract = CONTRACT
    needs = ("registry", "intake")

    open_plan = verb(plans.open_plan)
    record_visit = verb(plans.record_visit)
    report_zero = verb(plans.report_zero)
    get_plan = verb(plans.get_plan)
    list_unvisited = verb(plans.list_unvisited)

    report_finding = verb(findings.report_finding)
    grade_finding = verb(findings.grade_finding)
    hand_over_finding = verb(findings.hand_over_finding)
    end_finding = verb(findings.end_finding)

    escalate_finding = verb(reports.escalate_finding)
    record_receipt = verb(reports.record_receipt)

    get_finding = verb(reads.get_finding)
    list_findings = verb(reads.list_findings)
    summarise_findings = verb(reads.summarise_findings)

    case_registered = listens("intake", "case_registered", commit=following.mark_taken)
    case_refused = listens("intake", "case_refused", commit=following.end_with_case)
    case_ended = listens("intake", "case_ended", commit=following.end_with_case)
