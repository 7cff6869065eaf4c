"""What screening's entries carry: ids, codes, amounts; the words stay with it."""

from shared.contracts import fields
from shared.contracts.language import Data
from shared.contracts.screening.codes import LEVELS, MODES, OUTCOMES, RECEIVERS, TRIGGERS


class PlanData(Data):
    """What a plan's entries carry."""

    division = fields.division()
    mode = fields.code(MODES)
    trigger = fields.code(TRIGGERS)
    targets = fields.count()


class VisitData(Data):
    """A visit or a zero report."""

    division = fields.division()
    target = fields.count()
    found = fields.flag()
    happened_at = fields.moment()


class FindingData(Data):
    """What a finding's entries carry; the words stay here."""

    version = fields.count()
    division = fields.division()
    plan = fields.id_(allow_none=True)
    happened_at = fields.moment()
    level = fields.code(LEVELS, allow_none=True)
    reasons = fields.many(fields.code())
    to_division = fields.division(allow_none=True)
    case = fields.id_(allow_none=True)
    outcome = fields.code(OUTCOMES, allow_none=True)
    escalation = fields.id_(allow_none=True)
    to = fields.code(RECEIVERS, allow_none=True)
    text_hash = fields.line(allow_none=True)
