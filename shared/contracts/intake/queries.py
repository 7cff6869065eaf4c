"""What intake is asked: queries."""

from shared.contracts import fields
from shared.contracts.intake.codes import SENSITIVE, STATES
from shared.contracts.language import Query


class CaseQuery(Query):
    """One case."""

    case = fields.id_(required=True)


class CasesQuery(Query):
    """Cases under a division, newest first; `mine` leaves those that the asker is assigned to."""

    state = fields.code(STATES, load_default=None, allow_none=True)
    mine = fields.flag(load_default=False)
    division = fields.division(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=50)


class PartiesQuery(CaseQuery):
    """The parties of a case; phone and identity number in full only where named in `fields`
    together with a purpose, a code that is journalled.
    """

    purpose = fields.code(load_default=None, allow_none=True)
    fields = fields.many(  # type: ignore[assignment]  # the wire's name; last, it hides the module
        fields.line(), load_default=list
    )


class RevealQuery(CaseQuery):
    """One sensitive field of one party, for a purpose and a reason that are kept."""

    party = fields.id_(required=True)
    field = fields.code(SENSITIVE, required=True)
    purpose = fields.code(required=True)
    reason = fields.line(required=True)


class DueQuery(Query):
    """What is due under a division up to and with a day, the most urgent first."""

    division = fields.division(load_default=None, allow_none=True)
    until = fields.day(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=100)
