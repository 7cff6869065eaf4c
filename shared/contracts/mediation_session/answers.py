"""What mediation_session answers to a command: ids, states, days, versions."""

from shared.contracts import fields
from shared.contracts.language import Answer
from shared.contracts.mediation_session.codes import AGREEMENT_STATES, SEVERITIES, STATES


class MediationDone(Answer):
    """The mediation, its state and version."""

    case = fields.id_()
    state = fields.code(STATES)
    version = fields.count()


class Clocked(MediationDone):
    """With the last day, none while the clock stands still."""

    due_on = fields.day(allow_none=True)
    provisional = fields.flag()


class Noticed(MediationDone):
    """With the parties that have no notice yet."""

    waiting = fields.many(fields.id_())


class SessionDone(MediationDone):
    """With the session's id."""

    session = fields.id_()


class EscalationDone(MediationDone):
    """With the report's id here; `pending` until intake has it."""

    escalation = fields.id_()
    pending = fields.flag()


class AgreementDone(Answer):
    """The agreement, its state, and the version of its mediation."""

    case = fields.id_()
    agreement = fields.id_()
    state = fields.code(AGREEMENT_STATES)
    version = fields.count()


class Finding(Answer):
    """What the linter says of a draft; `clause` counts from 1, none: of the whole."""

    code = fields.code()
    clause = fields.count(allow_none=True)
    severity = fields.code(SEVERITIES)
    why_zh = fields.line()
    article = fields.line(allow_none=True)


class Drafted(AgreementDone):
    """With all findings, and whether a court could confirm it or why not."""

    findings = fields.many(Finding)
    confirmable = fields.flag()
    reasons = fields.many(fields.code())
    paper_only = fields.flag()


class Frozen(AgreementDone):
    """With the hash that every rendition prints."""

    hash = fields.line()
    number = fields.line(allow_none=True)
    paper_only = fields.flag()


class Waiting(Answer):
    """What an agreement still waits for (art. 29)."""

    parties = fields.many(fields.id_())
    mediator = fields.flag()
    seal = fields.flag()


class Signed(AgreementDone):
    """With what is missing, or the moment from which it binds."""

    waiting = fields.one(Waiting)
    effective_at = fields.moment(allow_none=True)


class OralDone(AgreementDone):
    """With the moment from which it binds."""

    hash = fields.line()
    effective_at = fields.moment()


class PerformanceDone(AgreementDone):
    """With the record's id, and whether nothing is left open."""

    performance = fields.id_()
    complete = fields.flag()


class FollowUpDone(AgreementDone):
    """With the visit's id."""

    follow_up = fields.id_()
