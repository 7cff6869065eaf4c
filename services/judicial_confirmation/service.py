"""Judicial confirmation (司法确认) on the bus."""

from collections.abc import Mapping
from typing import Any

from services.judicial_confirmation.drivers.simulator import Simulator
from services.judicial_confirmation.procedures import (
    alarms,
    court,
    drafting,
    filing,
    messages,
    opening,
    reads,
    ruling,
    sending,
    wishes,
    withdrawing,
)
from shared.bus.service import Service, job, listens, verb
from shared.bus.site import Site
from shared.contracts.judicial_confirmation import CONTRACT


class JudicialConfirmation(Service):
    """The joint application to the court, from the agreement to the ruling."""

    name = "judicial_confirmation"
    contract = CONTRACT
    needs = ("registry", "document_archive", "intake", "mediation_session")

    open_confirmation = verb(opening.open_confirmation)
    record_wish = verb(wishes.record_wish)
    list_courts = verb(drafting.list_courts)
    prepare_application = verb(drafting.prepare_application)
    sign_application = verb(drafting.sign_application)
    submit_application = verb(sending.submit_application)
    answer_supplement = verb(sending.answer_supplement)
    withdraw_application = verb(withdrawing.withdraw_application)

    accept_application = verb(court.as_verb(court.accept))
    request_supplement = verb(court.as_verb(court.ask_more))
    refuse_application = verb(court.as_verb(court.refuse))
    deem_withdrawn = verb(court.as_verb(court.deem_withdrawn))
    rule_confirmation = verb(court.as_verb(ruling.rule))

    get_confirmation = verb(reads.get_confirmation)
    list_confirmations = verb(reads.list_confirmations)
    list_due = verb(reads.list_due)
    get_packet = verb(reads.get_packet)

    agreement_effective = listens(
        "mediation_session",
        "agreement_effective",
        ask=opening.ask_on_effect,
        commit=opening.open_on_effect,
    )
    case_assigned = listens(
        "intake",
        "case_assigned",
        ask=opening.ask_on_assignment,
        commit=opening.keep_on_assignment,
    )

    ring_alarm = job(commit=alarms.ring_alarm)
    lapse = job(commit=alarms.lapse)
    send_packet = job(ask=sending.send, commit=sending.settle)
    poll_court = job(ask=messages.fetch, commit=messages.apply)
    file_paper = job(ask=filing.file_paper)
    file_ruling = job(ask=ruling.file_scan, commit=ruling.drop_scan)

    @classmethod
    def make_drivers(cls, site: Site) -> Mapping[str, Any]:
        """The way to the court: a folder, until a court has one of its own."""
        return {"needs": cls.needs, "court": Simulator(site.settings.data / "court")}
