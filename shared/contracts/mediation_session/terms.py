"""What an agreement is made of and what is done with it: commands."""

from shared.contracts import fields
from shared.contracts.language import Command, Part
from shared.contracts.mediation_session.codes import (
    CLAUSE_KINDS,
    FOLLOW_UP_WAYS,
    INTERVALS,
    SATISFACTION,
    SIGNERS,
    SIGNING_FOR,
    SIGNING_WAYS,
)
from shared.contracts.mediation_session.sittings import OfCase, Prevented


class Instalment(Part):
    """One part of a sum, due on a day."""

    date = fields.day(required=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)


# `from` is a word of Python, so this shape cannot be written as a class body
Recurring = Part.from_dict(
    {
        "every": fields.code(INTERVALS, required=True),
        "day": fields.count(limit=31, required=True),
        "from": fields.day(required=True),
        "until": fields.day(load_default=None, allow_none=True),
        "until_event": fields.line(load_default=None, allow_none=True),
        "amount_fen": fields.fen(load_default=None, allow_none=True),
    },
    name="Recurring",
)
"""Again and again: on the n-th day of the month, of the week (Monday is 1) or, for a year, of the
month of `from`; up to a day or an event.
"""


class When(Part):
    """One of three: once by a day, in instalments, or recurring."""

    once = fields.day(load_default=None, allow_none=True)
    instalments = fields.many(Instalment, load_default=list)
    recurring = fields.one(Recurring, load_default=None, allow_none=True)


class Clause(Part):
    """Who – to whom – what – how much – when – how – what if not. A draft may leave out what is
    not settled; the linter says what is missing.
    """

    kind = fields.code(CLAUSE_KINDS, required=True)
    who = fields.id_(load_default=None, allow_none=True)
    jointly_with = fields.many(fields.id_(), load_default=list)
    to_whom = fields.id_(load_default=None, allow_none=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)
    object = fields.text(load_default=None, allow_none=True)
    when = fields.one(When, load_default=None, allow_none=True)
    how = fields.line(load_default=None, allow_none=True)
    if_not = fields.line(load_default=None, allow_none=True)


class DraftAgreement(OfCase):
    """A written agreement (art. 29) in draft; `replaces` the one before it."""

    facts = fields.text(load_default=None, allow_none=True)
    matters = fields.text(load_default=None, allow_none=True)
    liability = fields.text(load_default=None, allow_none=True)
    clauses = fields.many(Clause, load_default=list)
    replaces = fields.id_(load_default=None, allow_none=True)


class OfAgreement(Command):
    """A command about one agreement; `version` is that of its case's mediation."""

    agreement = fields.id_(required=True)


class FreezeAgreement(OfAgreement):
    """From now on one line of text, named by its hash."""


class OfText(OfAgreement):
    """An act on the very text that the actor saw."""

    hash = fields.line(required=True)


class SignAgreement(OfText):
    """One signature: of a party, by itself or who acts for it, or of a mediator. `document` is
    the filed scan of what was signed on paper. `happened_at` is the moment of signing.
    """

    signer_kind = fields.code(SIGNERS, required=True)
    party = fields.id_(load_default=None, allow_none=True)
    mediator = fields.id_(load_default=None, allow_none=True)
    signed_by = fields.code(SIGNING_FOR, load_default="self")
    way = fields.code(SIGNING_WAYS, required=True)
    document = fields.id_(load_default=None, allow_none=True)


class SealAgreement(OfText):
    """The committee's seal; `happened_at` is the moment of sealing."""

    prevented = fields.many(Prevented, load_default=list)


class RecordOralAgreement(OfCase):
    """An oral agreement (口头协议, art. 28, 30), in effect on the day it was reached."""

    terms = fields.text(required=True)
    reached_at = fields.moment(required=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)
    prevented = fields.many(Prevented, load_default=list)


class RecordPerformance(OfAgreement):
    """What was performed of a clause (counted from 1) and, where it falls due more than once, of
    which period. Without a clause: of the agreement as a whole. `proof` is a filed document.
    """

    clause = fields.count(limit=500, load_default=None, allow_none=True)
    period = fields.count(load_default=None, allow_none=True)
    state = fields.code(required=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)
    proof = fields.id_(load_default=None, allow_none=True)


class RecordFollowUp(OfAgreement):
    """A follow-up (回访, art. 31)."""

    way = fields.code(FOLLOW_UP_WAYS, required=True)
    performed = fields.flag(required=True)
    satisfaction = fields.code(SATISFACTION, load_default=None, allow_none=True)
    found = fields.text(required=True)
    measures = fields.text(load_default=None, allow_none=True)
