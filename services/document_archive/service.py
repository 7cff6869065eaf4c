"""Document archive (文书档案) on the bus."""

from collections.abc import Mapping
from typing import Any

from services.document_archive.drivers import binder
from services.document_archive.drivers.objects import Objects
from services.document_archive.drivers.press import press
from services.document_archive.procedures import (
    checking,
    closing,
    filing,
    following,
    packets,
    reads,
    sweeping,
    volume_reads,
)
from shared.bus.service import Service, job, listens, verb
from shared.bus.site import Site
from shared.contracts.document_archive import CONTRACT


class DocumentArchive(Service):
    """Papers, packets, volumes."""

    name = "document_archive"
    contract = CONTRACT
    needs = ("registry", "intake", "mediation_session", "judicial_confirmation")

    file_document = verb(filing.file_document)
    file_scan = verb(filing.file_scan)
    render_form = verb(packets.render_form)
    assemble_packet = verb(packets.assemble_packet)
    read_document = verb(reads.read_document)
    get_document = verb(reads.get_document)
    list_documents = verb(reads.list_documents)
    search = verb(reads.search)

    check_volume = verb(checking.check_volume)
    explain_lack = verb(checking.explain_lack)
    close_volume = verb(closing.close_volume)
    archive_volume = verb(closing.archive_volume)
    get_volume = verb(volume_reads.get_volume)
    get_volume_manifest = verb(volume_reads.get_volume_manifest)
    list_volumes = verb(volume_reads.list_volumes)

    profile_published = listens("registry", "profile_published", commit=following.keep_profile)
    case_registered = listens("intake", "case_registered", commit=following.know_place)
    case_accepted = listens("intake", "case_accepted", commit=following.open_volume)
    case_assigned = listens("intake", "case_assigned", commit=following.assign)
    escalation_reported = listens("intake", "escalation_reported", commit=following.note_escalation)
    case_ended = listens("intake", "case_ended", commit=following.note_case_end)
    agreement_effective = listens(
        "mediation_session", "agreement_effective", commit=following.note_agreement
    )
    mediation_ended = listens(
        "mediation_session", "mediation_ended", commit=following.note_mediation_end
    )
    follow_up_held = listens("mediation_session", "follow_up_held", commit=following.note_follow_up)
    confirmation_opened = listens(
        "judicial_confirmation", "confirmation_opened", commit=following.note_confirmation
    )
    confirmation_ended = listens(
        "judicial_confirmation", "confirmation_ended", commit=following.note_confirmation_end
    )

    sweep_objects = job(ask=sweeping.sweep)

    @classmethod
    def make_drivers(cls, site: Site) -> Mapping[str, Any]:
        """The press, the binder, the store of objects, and the word stamped on every page."""
        return {
            "needs": cls.needs,
            "objects": Objects(site.settings.data / "objects", site.vault),
            "press": press,
            "binder": binder,
            "stamp": site.settings.stamp,
        }
