"""What intake's entries carry: ids, codes, amounts; names and words stay with it."""

from shared.contracts import fields
from shared.contracts.intake.codes import (
    ANSWERS,
    APPOINTMENTS,
    COURT_STAGES,
    KINDS,
    LEVELS,
    ORIGINS,
    RECEIVERS,
    REFUSALS,
    REPORT_WAYS,
    SECTOR_CHECKS,
    SENDERS,
    SENSITIVE,
    SIDES,
    SOURCES,
    STAND_INS,
)
from shared.contracts.language import Data


class CaseData(Data):
    """What every entry about a case carries; one transaction has one version."""

    version = fields.count()
    happened_at = fields.moment()


class OriginData(Data):
    """Where a case came from."""

    kind = fields.code(ORIGINS)
    id = fields.id_(allow_none=True)


class RegisteredData(CaseData):
    """A case came in; `sender` and `stage` of a referral."""

    origin = fields.one(OriginData)
    source = fields.code(SOURCES)
    division = fields.division()
    sender = fields.code(SENDERS, allow_none=True)
    stage = fields.code(COURT_STAGES, allow_none=True)


class PartyData(CaseData):
    """A party is new, or more is known of it."""

    party = fields.id_()
    role = fields.code((*SIDES, *STAND_INS))
    kind = fields.code(KINDS)


class TriagedData(CaseData):
    """What was decided; the codes of why, `by_person` among them where a person departed."""

    category = fields.code()
    sector = fields.code(allow_none=True)
    level = fields.code(LEVELS)
    reasons = fields.many(fields.code())


class ContactData(CaseData):
    """An attempt to reach a party."""

    party = fields.id_()
    way = fields.code()
    reached = fields.flag()


class ConsentData(CaseData):
    """A party's answer."""

    party = fields.id_()
    answer = fields.code(ANSWERS)
    way = fields.code()


class PinsData(Data):
    """Which versions hold for the case."""

    profile = fields.line()
    profile_version = fields.count()
    manifest = fields.line(allow_none=True)


class AcceptedData(CaseData):
    """All that others count and open by."""

    number = fields.line()
    committee = fields.id_()
    host_type = fields.code()
    division = fields.division()
    category = fields.code()
    sector = fields.code(allow_none=True)
    level = fields.code(LEVELS)
    source = fields.code(SOURCES)
    sender = fields.code(SENDERS, allow_none=True)
    people_count = fields.count(allow_none=True)
    amount_fen = fields.fen(allow_none=True)
    pins = fields.one(PinsData)
    accepted_at = fields.moment()
    note_id = fields.id_(allow_none=True)
    sector_check = fields.code(SECTOR_CHECKS)


class AssignedData(CaseData):
    """Who mediates; `replaces` whom."""

    mediator = fields.id_()
    how = fields.code(APPOINTMENTS)
    replaces = fields.id_(allow_none=True)


class SectorData(CaseData):
    """How the sector's check stands."""

    sector_check = fields.code(SECTOR_CHECKS)


class RefusedData(CaseData):
    """Why it goes no further."""

    reason = fields.code(REFUSALS)
    ground = fields.code(allow_none=True)


class CancelledData(CaseData):
    """A number that stays, cancelled."""

    number = fields.line()


class EndedData(CaseData):
    """How it ended; the form of the agreement if there is one."""

    how = fields.code()
    form = fields.code(("oral", "written"), allow_none=True)


class ReferralData(CaseData):
    """What the sender of a referral is told."""

    sender = fields.code(SENDERS)
    outcome = fields.code()


class EscalationData(CaseData):
    """A report upward, its receipt or a follow-up."""

    escalation = fields.id_()
    to = fields.code(RECEIVERS)
    way = fields.code(REPORT_WAYS)
    text_hash = fields.line(allow_none=True)


class UnitData(CaseData):
    """A unit was asked, or replied."""

    request = fields.id_()
    due_on = fields.day(allow_none=True)


class RevealedData(Data):
    """Sensitive fields left in full: which, to whom (the actor), for what; the reason's hash."""

    party = fields.id_()
    fields_revealed = fields.many(fields.code(SENSITIVE))
    purpose = fields.code()
    reason_hash = fields.line(allow_none=True)
