"""What judicial_confirmation takes: commands and queries."""

from shared.contracts import fields
from shared.contracts.judicial_confirmation.codes import RESULTS, SIGNING_WAYS, STATES, WISHES
from shared.contracts.language import Command, Query


class OpenConfirmation(Command):
    """For an agreement whose entry has not come yet, or once more within the period after an
    application was withdrawn or not accepted.
    """

    agreement = fields.id_(required=True)


class OfConfirmation(Command):
    """A command about one confirmation."""

    confirmation = fields.id_(required=True)


class RecordWish(OfConfirmation):
    """What one party says: apply together, or not (art. 33 人民调解法: 共同申请)."""

    party = fields.id_(required=True)
    answer = fields.code(WISHES, required=True)


class PrepareApplication(OfConfirmation):
    """Make the application and its packet. `court` may be left out where only one is competent;
    `reason` says why this one; `papers` are further ones from the archive, where they are allowed.
    """

    court = fields.id_(load_default=None, allow_none=True)
    reason = fields.line(load_default=None, allow_none=True)
    papers = fields.many(fields.code(), load_default=list)


class SignApplication(OfConfirmation):
    """One party signs the application as it stands."""

    party = fields.id_(required=True)
    way = fields.code(SIGNING_WAYS, required=True)


class AcceptApplication(OfConfirmation):
    """The court accepts (受理) under its own number."""

    court_number = fields.line(required=True)


class RequestSupplement(OfConfirmation):
    """The court asks for more by a day (限期补充), 民事诉讼法解释 354, 356."""

    items = fields.many(fields.line(), least=1, required=True)
    until = fields.day(required=True)


class RefuseApplication(OfConfirmation):
    """The court does not accept (不予受理), 民事诉讼法解释 355."""

    ground = fields.code(required=True)


class RuleConfirmation(OfConfirmation):
    """The ruling (裁定书); `happened_at` is its day, `served_at` when the parties got it. A scan
    may be added and goes into the archive.
    """

    result = fields.code(RESULTS, required=True)
    grounds = fields.many(fields.code(), load_default=list)
    ruling_number = fields.line(required=True)
    served_at = fields.moment(required=True)
    ruling_base64 = fields.file(load_default=None, allow_none=True)


class ConfirmationQuery(Query):
    """One confirmation, or the latest of a case."""

    confirmation = fields.id_(load_default=None, allow_none=True)
    case = fields.id_(load_default=None, allow_none=True)


class OneConfirmation(Query):
    """One confirmation."""

    confirmation = fields.id_(required=True)


class ConfirmationsQuery(Query):
    """Confirmations under a division, newest first."""

    division = fields.division(load_default=None, allow_none=True)
    case = fields.id_(load_default=None, allow_none=True)
    state = fields.code(STATES, load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=50)


class DueQuery(Query):
    """What is due under a division up to and with a day, the most urgent first."""

    division = fields.division(load_default=None, allow_none=True)
    until = fields.day(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=100)
