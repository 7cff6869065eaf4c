"""What intake answers to a command: ids, numbers, states, versions."""

from shared.contracts import fields
from shared.contracts.intake.codes import DEFECTS, LEVELS, SECTOR_CHECKS, STATES, WARNINGS
from shared.contracts.language import Answer


class CaseDone(Answer):
    """The case, its state and version."""

    case = fields.id_()
    state = fields.code(STATES)
    version = fields.count()


class Registered(CaseDone):
    """With what goes on the receipt: the reference and the exact moment of the request.
    `provisional`: the days are not known yet, the registry is away.
    """

    reference = fields.line()
    receipt_at = fields.moment()
    acceptance_due_on = fields.day(allow_none=True)
    reply_due_on = fields.day(allow_none=True)
    provisional = fields.flag()


class PartyDone(CaseDone):
    """With the party's id and what is to be seen to."""

    party = fields.id_()
    warnings = fields.many(fields.code(WARNINGS))


class Triaged(CaseDone):
    """What was decided, what was proposed, and the codes of why."""

    category = fields.code()
    runner_up = fields.code(allow_none=True)
    sector = fields.code(allow_none=True)
    level = fields.code(LEVELS)
    reasons = fields.many(fields.code())
    acceptance_doubt = fields.code(allow_none=True)
    provisional = fields.flag()


class ClockShown(Answer):
    """The period of mediation; `starts_on` is the day of the event that starts it."""

    length = fields.count()
    unit = fields.code(("days", "working_days"))
    rolls = fields.flag()
    starts_on = fields.day()
    provisional = fields.flag()


class Accepted(CaseDone):
    """With number, committee and clock."""

    number = fields.line()
    committee = fields.id_()
    committee_name = fields.line()
    clock = fields.one(ClockShown)
    sector_check = fields.code(SECTOR_CHECKS)


class PastRegistered(Accepted):
    """With what was wrong with the mediation: shown, not refused."""

    reference = fields.line()
    defects = fields.many(fields.code(DEFECTS))


class EscalationDone(CaseDone):
    """With the report's id."""

    escalation = fields.id_()


class RequestDone(CaseDone):
    """With the id of what a unit is asked."""

    request = fields.id_()
