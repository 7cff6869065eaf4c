"""What judicial_confirmation's entries carry: ids, codes, days; no names and no words."""

from shared.contracts import fields
from shared.contracts.judicial_confirmation.codes import (
    ENDS,
    NOT_OFFERED,
    RESULTS,
    SIGNING_WAYS,
    WISHES,
)
from shared.contracts.language import Data


class ConfirmationData(Data):
    """What all entries of a confirmation carry; their subject is the case."""

    version = fields.count()
    confirmation = fields.id_()
    division = fields.division()
    happened_at = fields.moment()


class OpenedData(ConfirmationData):
    """A confirmation of one agreement hash was opened, or could not be offered."""

    agreement = fields.id_()
    hash = fields.line(allow_none=True)
    deadline = fields.day(allow_none=True)
    provisional = fields.flag()
    reason = fields.code(NOT_OFFERED, allow_none=True)


class WishData(ConfirmationData):
    """What a party said."""

    party = fields.id_()
    answer = fields.code(WISHES)


class PacketData(ConfirmationData):
    """A packet was made, sent or taken back."""

    attempt = fields.count()
    packet = fields.id_()
    sha256 = fields.line()
    court = fields.id_()
    receipt = fields.line(allow_none=True)


class SignatureData(ConfirmationData):
    """A party signed."""

    party = fields.id_()
    way = fields.code(SIGNING_WAYS)


class CourtData(ConfirmationData):
    """The court said something."""

    court = fields.id_()
    court_number = fields.line(allow_none=True)
    wanted = fields.count(allow_none=True)  # marshmallow would take `items` from the dict
    until = fields.day(allow_none=True)


class RulingData(ConfirmationData):
    """The ruling, with the days that follow from it."""

    result = fields.code(RESULTS)
    grounds = fields.many(fields.code())
    court_number = fields.line(allow_none=True)
    ruling_number = fields.line()
    ruled_on = fields.day()
    objection_until = fields.day()
    enforcement_until = fields.day(allow_none=True)


class NearData(ConfirmationData):
    """The last day to apply comes near."""

    deadline = fields.day()
    days_left = fields.count()


class EndedData(ConfirmationData):
    """How it ended."""

    how = fields.code(ENDS)
    grounds = fields.many(fields.code())
