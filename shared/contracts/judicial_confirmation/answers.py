"""What judicial_confirmation answers."""

from marshmallow import fields as raw

from shared.contracts import fields
from shared.contracts.judicial_confirmation.codes import (
    DUTIES,
    ENDS,
    FORMS,
    NOT_OFFERED,
    RESULTS,
    SIGNING_WAYS,
    STATES,
    VERDICTS,
    WISHES,
)
from shared.contracts.language import Answer


class ConfirmationDone(Answer):
    """The confirmation, its state and version."""

    confirmation = fields.id_()
    state = fields.code(STATES)
    version = fields.count()


class Opened(ConfirmationDone):
    """With the last day to apply; none for an oral agreement."""

    deadline = fields.day(allow_none=True)
    provisional = fields.flag()


class WaitingDone(ConfirmationDone):
    """With the parties who have not said, or signed, yet."""

    waiting = fields.many(fields.id_())


class CheckShown(Answer):
    """One rule of the pre-check; `found` are codes and places of what is wrong, no words of it."""

    code = fields.code()
    verdict = fields.code(VERDICTS)
    words = fields.line()
    article = fields.text()
    found = fields.many(fields.line())


class Prepared(WaitingDone):
    """With the packet that was made and what a person should look at again."""

    attempt = fields.count()
    packet = fields.id_()
    sha256 = fields.line()
    court = fields.id_()
    warnings = fields.many(fields.code())


class Sent(ConfirmationDone):
    """With the number under which the packet goes."""

    packet = fields.id_()


class Ruled(ConfirmationDone):
    """With the days that follow from the ruling."""

    result = fields.code(RESULTS)
    objection_until = fields.day()
    enforcement_until = fields.day(allow_none=True)


class WishShown(Answer):
    """What a party wishes."""

    party = fields.id_()
    answer = fields.code(WISHES)
    at = fields.moment()


class SignatureShown(Answer):
    """Who signed the present text."""

    party = fields.id_()
    way = fields.code(SIGNING_WAYS)
    at = fields.moment()


class PaperShown(Answer):
    """One paper of a packet; `document` is None where it was printed for it."""

    title = fields.line()
    form = fields.code(allow_none=True)
    document = fields.id_(allow_none=True)
    pages = fields.count()
    sha256 = fields.line()


class ApplicationShown(Answer):
    """One packet: to which court and why, what lies in it, when it came there."""

    attempt = fields.count()
    packet = fields.id_()
    sha256 = fields.line()
    manifest = fields.many(PaperShown)
    checks = fields.many(CheckShown)
    court = fields.id_()
    court_name = fields.line()
    court_why = fields.line(allow_none=True)
    court_reason = fields.line(allow_none=True)
    prepared_at = fields.moment()
    signatures = fields.many(SignatureShown)
    sent_at = fields.moment(allow_none=True)
    receipt = fields.line(allow_none=True)
    received_at = fields.moment(allow_none=True)


class SupplementShown(Answer):
    """What the court wants by when."""

    items = fields.many(fields.line())
    asked_at = fields.moment()
    until = fields.day()
    answered_at = fields.moment(allow_none=True)


class RulingShown(Answer):
    """What the court decided, and until when what may follow."""

    result = fields.code(RESULTS)
    grounds = fields.many(fields.code())
    number = fields.line()
    ruled_at = fields.moment()
    served_at = fields.moment()
    objection_until = fields.day()
    enforcement_until = fields.day(allow_none=True)


class MessageShown(Answer):
    """A message of the court's driver; not applied where the state did not allow it any more."""

    message = fields.line()
    kind = fields.code()
    applied = fields.flag()


class ConfirmationRow(ConfirmationDone):
    """A confirmation in a list."""

    case = fields.id_()
    agreement = fields.id_()
    division = fields.division()
    how = fields.code(ENDS, allow_none=True)
    deadline = fields.day(allow_none=True)


class ConfirmationShown(ConfirmationRow):
    """A confirmation as its readers see it: ids, states and days; names stay with intake."""

    hash = fields.line(allow_none=True)
    form = fields.code(FORMS)
    reason = fields.code(NOT_OFFERED, allow_none=True)
    advice = fields.line(allow_none=True)
    confirmable = fields.flag(allow_none=True)
    reasons = fields.many(fields.code())
    effective_at = fields.moment()
    counts_from = fields.day()
    provisional = fields.flag()
    article = fields.text(allow_none=True)
    days_left = raw.Integer(allow_none=True)
    parties = fields.many(fields.id_())
    wishes = fields.many(WishShown)
    applications = fields.many(ApplicationShown)
    supplements = fields.many(SupplementShown)
    court_number = fields.line(allow_none=True)
    submitted_at = fields.moment(allow_none=True)
    accepted_at = fields.moment(allow_none=True)
    ended_at = fields.moment(allow_none=True)
    grounds = fields.many(fields.code())
    ruling = fields.one(RulingShown, allow_none=True)
    messages = fields.many(MessageShown)


class Confirmations(Answer):
    """A list of confirmations."""

    confirmations = fields.many(ConfirmationRow)


class CourtShown(Answer):
    """A court that is competent, and why."""

    court = fields.id_()
    name = fields.line()
    division = fields.division()
    why = fields.line(allow_none=True)


class Courts(Answer):
    """The courts to choose from."""

    courts = fields.many(CourtShown)


class PacketShown(Answer):
    """The packet as it would go, to be read and signed."""

    packet = fields.id_()
    sha256 = fields.line()
    packet_base64 = raw.String()


class Duty(Answer):
    """One thing that is due; `days_left` is negative once it is over."""

    kind = fields.code(DUTIES)
    confirmation = fields.id_()
    case = fields.id_()
    state = fields.code(STATES)
    due_on = fields.day()
    days_left = raw.Integer()


class Duties(Answer):
    """What is due."""

    due = fields.many(Duty)
