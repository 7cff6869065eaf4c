"""Supervision (监督指导) on the bus."""

from services.supervision import clients
from services.supervision.procedures import behind, case_table, following, replaying
from shared.bus.service import Service, listens, verb
from shared.contracts.supervision import CONTRACT


class Supervision(Service):
    """The read side: figures made from what others tell."""

    name = "supervision"
    contract = CONTRACT
    needs = clients.SOURCES

    get_case_table = verb(case_table.get_case_table)
    export_case_table = verb(case_table.export_case_table)
    list_cases_behind = verb(behind.list_cases_behind)
    rebuild = verb(replaying.rebuild)
    get_progress = verb(replaying.get_progress)

    committee_registered = listens(
        "registry", "committee_registered", commit=following.note_committee
    )
    committee_dissolved = listens(
        "registry", "committee_dissolved", commit=following.note_committee_dissolved
    )

    visit_recorded = listens("screening", "visit_recorded", commit=following.note_round)
    zero_reported = listens("screening", "zero_reported", commit=following.note_round)
    finding_ended = listens("screening", "finding_ended", commit=following.note_finding_ended)

    case_registered = listens("intake", "case_registered", commit=following.note_case)
    case_triaged = listens("intake", "case_triaged", commit=following.note_case)
    case_accepted = listens("intake", "case_accepted", commit=following.note_case)
    number_cancelled = listens("intake", "number_cancelled", commit=following.note_case)
    case_ended = listens("intake", "case_ended", commit=following.note_case)

    agreement_effective = listens(
        "mediation_session", "agreement_effective", commit=following.note_case
    )
    mediation_ended = listens("mediation_session", "mediation_ended", commit=following.note_case)
    performance_recorded = listens(
        "mediation_session", "performance_recorded", commit=following.note_case
    )
    follow_up_held = listens("mediation_session", "follow_up_held", commit=following.note_case)

    confirmation_ended = listens(
        "judicial_confirmation", "confirmation_ended", commit=following.note_case
    )
    volume_archived = listens("document_archive", "volume_archived", commit=following.note_case)
