"""What mediation_session shows to those who may read it."""

from marshmallow import fields as values

from shared.contracts import fields
from shared.contracts.language import Answer
from shared.contracts.mediation_session.answers import AgreementDone, Clocked, Finding
from shared.contracts.mediation_session.codes import (
    DUTIES,
    FOLLOW_UP_WAYS,
    FORMS,
    NOTICE_WAYS,
    OUTCOMES,
    PAUSES,
    RECEIVERS,
    REPORT_WAYS,
    RESULTS,
    SATISFACTION,
    SECTOR_CHECKS,
    SESSION_WAYS,
    SIGNED_BY,
    SIGNERS,
    SIGNING_FOR,
    SIGNING_WAYS,
)
from shared.contracts.mediation_session.events import LawData, PreventedData


class NoticeShown(Answer):
    """A party's notice of rights and duties."""

    party = fields.id_()
    way = fields.code(NOTICE_WAYS)
    signed_by = fields.code(SIGNED_BY)
    happened_at = fields.moment()


class InvitedShown(Answer):
    """Somebody who joined with the parties' consent."""

    label = fields.name()
    relation = fields.code()
    consents = fields.many(fields.id_())


class LawShown(LawData):
    """An article as it was explained."""

    words = fields.text(allow_none=True)


class SessionShown(Answer):
    """A sitting. `joint_words` for all who read the case, `file_words` for the committee."""

    session = fields.id_()
    state = fields.code(("scheduled", "held"))
    way = fields.code(SESSION_WAYS)
    place = fields.line()
    starts_at = fields.moment()
    ended_at = fields.moment(allow_none=True)
    parties = fields.many(fields.id_())
    mediators = fields.many(fields.id_())
    invited = fields.many(InvitedShown)
    recorder = fields.name(allow_none=True)
    joint_words = fields.text(allow_none=True)
    file_words = fields.text(allow_none=True)
    law = fields.many(LawShown)
    custom = fields.text(allow_none=True)
    open = fields.flag()
    result = fields.code(RESULTS, allow_none=True)


class PrivateWords(Answer):
    """Words of one side or of oneself; only the assigned mediator ever gets one."""

    audience = fields.id_()
    words = fields.text()
    at = fields.moment()


class PauseShown(Answer):
    """Time that is not counted."""

    why = fields.code(PAUSES)
    since = fields.day()
    until = fields.day(allow_none=True)
    reason = fields.line(allow_none=True)


class ExtensionShown(Answer):
    """Time that was added, and who agreed."""

    days = fields.count()
    consents = fields.many(fields.id_())
    happened_at = fields.moment()


class EscalationShown(Answer):
    """A report of danger; `pending` until intake has it."""

    escalation = fields.id_()
    to = fields.code(RECEIVERS)
    way = fields.code(REPORT_WAYS)
    text = fields.text()
    danger = fields.text()
    at = fields.moment()
    pending = fields.flag()
    reported = fields.id_(allow_none=True)


class PaperShown(Answer):
    """A paper of this mediation; until it is filed it waits for the archive."""

    form = fields.code()
    filed = fields.flag()
    document = fields.id_(allow_none=True)


class AgreementRow(AgreementDone):
    """An agreement in its mediation."""

    form = fields.code(FORMS)
    replaces = fields.id_(allow_none=True)
    effective_at = fields.moment(allow_none=True)


class MediationRow(Clocked):
    """A mediation in a list."""

    number = fields.line(allow_none=True)
    division = fields.division()
    category = fields.code()
    started_on = fields.day()
    overdue = fields.flag()
    ended_how = fields.code(OUTCOMES, allow_none=True)
    ended_at = fields.moment(allow_none=True)


class Mediations(Answer):
    """A list of mediations."""

    mediations = fields.many(MediationRow)


class MediationShown(MediationRow):
    """A mediation as its reader may see it."""

    committee = fields.id_(allow_none=True)
    committee_name = fields.line()
    mediators = fields.many(fields.id_())
    oral_allowed = fields.flag()
    reason = fields.text(allow_none=True)
    prevented = fields.many(PreventedData)
    defects = fields.many(fields.code())
    notices = fields.many(NoticeShown)
    sessions = fields.many(SessionShown)
    private_words = fields.many(PrivateWords)
    pauses = fields.many(PauseShown)
    extensions = fields.many(ExtensionShown)
    escalations = fields.many(EscalationShown)
    agreements = fields.many(AgreementRow)
    papers = fields.many(PaperShown)


class SignatureShown(Answer):
    """Who signed, when, how."""

    signer_kind = fields.code(SIGNERS)
    party = fields.id_(allow_none=True)
    mediator = fields.id_(allow_none=True)
    signed_by = fields.code(SIGNING_FOR)
    way = fields.code(SIGNING_WAYS)
    at = fields.moment()
    document = fields.id_(allow_none=True)


class PerformanceShown(Answer):
    """What was performed."""

    clause = fields.count(allow_none=True)
    period = fields.count(allow_none=True)
    state = fields.code()
    amount_fen = fields.fen(allow_none=True)
    happened_at = fields.moment()
    proof = fields.id_(allow_none=True)


class FollowUpShown(Answer):
    """A follow-up visit."""

    way = fields.code(FOLLOW_UP_WAYS)
    performed = fields.flag()
    satisfaction = fields.code(SATISFACTION, allow_none=True)
    found = fields.text()
    measures = fields.text(allow_none=True)
    happened_at = fields.moment()


class AgreementShown(AgreementRow):
    """An agreement. `line` is the frozen text whose SHA-256 is `hash`; `sentences` its clauses in
    Chinese; `clauses` the same as data; `mediator` who signed. Of an oral one: `terms`.
    """

    hash = fields.line(allow_none=True)
    line = fields.sealed_line(allow_none=True)
    number = fields.line(allow_none=True)
    facts = fields.text(allow_none=True)
    matters = fields.text(allow_none=True)
    liability = fields.text(allow_none=True)
    clauses = fields.many(fields.facts())
    sentences = fields.many(fields.text())
    terms = fields.text(allow_none=True)
    parties = fields.many(fields.id_())
    division = fields.division()
    committee = fields.id_(allow_none=True)
    mediator = fields.id_(allow_none=True)
    amount_fen = fields.fen(allow_none=True)
    findings = fields.many(Finding)
    confirmable = fields.flag()
    reasons = fields.many(fields.code())
    paper_only = fields.flag()
    sector_check = fields.code(SECTOR_CHECKS)
    signatures = fields.many(SignatureShown)
    sealed_at = fields.moment(allow_none=True)
    parties_signed_at = fields.moment(allow_none=True)
    performance_due_on = fields.day(allow_none=True)
    performances = fields.many(PerformanceShown)
    complete = fields.flag()
    follow_up_on = fields.day(allow_none=True)
    follow_ups = fields.many(FollowUpShown)


class Printed(Answer):
    """The frozen text on paper, as a PDF in base64; it prints its own hash."""

    agreement = fields.id_()
    hash = fields.line()
    pages = fields.count()
    pdf_base64 = values.String()


class Duty(Answer):
    """One thing that is due; `overdue` once its day is over."""

    kind = fields.code(DUTIES)
    case = fields.id_()
    number = fields.line(allow_none=True)
    agreement = fields.id_(allow_none=True)
    clause = fields.count(allow_none=True)
    period = fields.count(allow_none=True)
    amount_fen = fields.fen(allow_none=True)
    due_on = fields.day()
    provisional = fields.flag()
    overdue = fields.flag()


class Duties(Answer):
    """What is due."""

    due = fields.many(Duty)
