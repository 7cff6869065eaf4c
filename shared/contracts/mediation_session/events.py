"""What mediation_session's entries carry: ids, codes, amounts, days. Words stay here, those of
one side do not even leave a hash.
"""

from shared.contracts import fields
from shared.contracts.language import Data
from shared.contracts.mediation_session.codes import (
    FORMS,
    NOTICE_WAYS,
    OUTCOMES,
    PAUSES,
    RECEIVERS,
    REPORT_WAYS,
    SESSION_WAYS,
    SIGNERS,
    SIGNING_WAYS,
)


class MediationData(Data):
    """What every entry carries; one transaction has one version."""

    version = fields.count()
    happened_at = fields.moment()


class OpenedData(MediationData):
    """The clock starts."""

    started_on = fields.day()
    due_on = fields.day(allow_none=True)
    provisional = fields.flag()


class NoticeData(MediationData):
    """One party has its notice."""

    party = fields.id_()
    way = fields.code(NOTICE_WAYS)


class ScheduledData(MediationData):
    """An appointment."""

    session = fields.id_()
    way = fields.code(SESSION_WAYS)
    starts_at = fields.moment()


class LawData(Data):
    """An article that was explained."""

    statute = fields.code()
    article = fields.count()


class SessionData(MediationData):
    """A sitting; its words stay here."""

    session = fields.id_()
    way = fields.code(SESSION_WAYS)
    law = fields.many(LawData)


class PausedData(MediationData):
    """The clock stands still."""

    why = fields.code(PAUSES)
    since = fields.day()


class ResumedData(MediationData):
    """The clock runs again."""

    on = fields.day()
    due_on = fields.day(allow_none=True)


class ExtendedData(MediationData):
    """More time."""

    days = fields.count()
    due_on = fields.day(allow_none=True)


class OverdueData(MediationData):
    """The time is over; a person ends the mediation, never the clock."""

    due_on = fields.day()


class EscalationData(MediationData):
    """A report of danger; `pending` until intake has it, `reported` its id there."""

    escalation = fields.id_()
    to = fields.code(RECEIVERS)
    way = fields.code(REPORT_WAYS)
    pending = fields.flag()
    reported = fields.id_(allow_none=True)
    text_hash = fields.line(allow_none=True)


class AgreementData(MediationData):
    """What every entry about an agreement carries."""

    agreement = fields.id_()


class DraftedData(AgreementData):
    """A draft; codes of what the linter found, and whether a court could confirm it."""

    replaces = fields.id_(allow_none=True)
    findings = fields.many(fields.code())
    confirmable = fields.flag()
    reasons = fields.many(fields.code())


class FrozenData(AgreementData):
    """The text is fixed; SHA-256 of its line."""

    hash = fields.line()


class SignedData(AgreementData):
    """One signature."""

    signer_kind = fields.code(SIGNERS)
    party = fields.id_(allow_none=True)
    way = fields.code(SIGNING_WAYS)


class EffectiveData(AgreementData):
    """It binds (art. 29-31). `reasons` say why a court would not confirm it; `parties_signed_at`
    the moment by which all parties had signed.
    """

    form = fields.code(FORMS)
    hash = fields.line()
    effective_at = fields.moment()
    parties_signed_at = fields.moment(allow_none=True)
    amount_fen = fields.fen(allow_none=True)
    confirmable = fields.flag()
    reasons = fields.many(fields.code())
    division = fields.division()
    committee = fields.id_(allow_none=True)
    replaces = fields.id_(allow_none=True)


class PreventedData(Data):
    """What was kept from happening, in people."""

    kind = fields.code()
    people = fields.count()


class EndedData(MediationData):
    """How a mediation ended; `defects` of one that was recorded afterwards."""

    how = fields.code(OUTCOMES)
    form = fields.code(FORMS, allow_none=True)
    agreement = fields.id_(allow_none=True)
    prevented = fields.many(PreventedData)
    defects = fields.many(fields.code())


class PerformanceData(AgreementData):
    """What was performed; `complete` once nothing that can be counted is left open."""

    clause = fields.count(allow_none=True)
    period = fields.count(allow_none=True)
    state = fields.code()
    amount_fen = fields.fen(allow_none=True)
    complete = fields.flag()


class FollowUpData(AgreementData):
    """A follow-up visit."""

    performed = fields.flag()


class FollowUpDueData(AgreementData):
    """A follow-up visit has fallen due."""

    due_on = fields.day()
