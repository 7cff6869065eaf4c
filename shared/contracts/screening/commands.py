"""What screening takes: commands and queries."""

from shared.contracts import fields
from shared.contracts.language import Command, Part, Query
from shared.contracts.screening.codes import (
    FACTS,
    FINDING_STATES,
    LEVELS,
    MODES,
    RECEIVERS,
    TARGET_KINDS,
    TRIGGERS,
    WAYS,
)


class Target(Part):
    """One household, place or matter that a plan means to reach."""

    label = fields.name(required=True)
    kind = fields.code(TARGET_KINDS, load_default="household")


class OpenPlan(Command):
    """A screening plan with its own list of targets."""

    title = fields.name(required=True)
    division = fields.division(required=True)
    mode = fields.code(MODES, required=True)
    trigger = fields.code(TRIGGERS, required=True)
    since = fields.day(required=True)
    until = fields.day(required=True)
    targets = fields.many(Target, least=1, required=True)


class RecordVisit(Command):
    """A visit to one target of a plan; `target` counts from 1."""

    plan = fields.id_(required=True)
    target = fields.count(limit=500, required=True)
    found = fields.flag(required=True)
    note = fields.text(load_default=None, allow_none=True)


class ReportZero(Command):
    """Zero report (零报告): nothing found is said, not left out."""

    plan = fields.id_(required=True)
    day = fields.day(required=True)


class Side(Part):
    """Somebody the finding is about, as far as known."""

    label = fields.name(required=True)
    phone = fields.line(load_default=None, allow_none=True)


class ReportFinding(Command):
    """A dispute that somebody heard of."""

    division = fields.division(required=True)
    place = fields.line(required=True)
    text = fields.text(required=True)
    sides = fields.many(Side, load_default=list)
    plan = fields.id_(load_default=None, allow_none=True)
    target = fields.count(limit=500, load_default=None, allow_none=True)


class OfFinding(Command):
    """A command about one finding."""

    finding = fields.id_(required=True)


class GradeFinding(OfFinding):
    """The facts that a person ticks; `level` and `reason` only to depart from the rule."""

    facts = fields.many(fields.code(FACTS), load_default=list)
    people_count = fields.count(load_default=None, allow_none=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)
    level = fields.code(LEVELS, load_default=None, allow_none=True)
    reason = fields.line(load_default=None, allow_none=True)


class HandOverFinding(OfFinding):
    """To the division whose committee takes it."""

    to_division = fields.division(required=True)
    reason = fields.line(load_default=None, allow_none=True)


class EscalateFinding(OfFinding):
    """Report upward (上报): to whom, how, in which words."""

    to = fields.code(RECEIVERS, required=True)
    way = fields.code(WAYS, required=True)
    text = fields.text(required=True)


class RecordReceipt(OfFinding):
    """The receiver says that it has it."""

    escalation = fields.id_(required=True)
    receiver = fields.name(required=True)


class EndFinding(OfFinding):
    """A finding that needs no case ends with a reason."""

    outcome = fields.code(("settled_on_the_spot", "unfounded", "transferred"), required=True)
    reason = fields.line(required=True)


class PlanQuery(Query):
    """One plan."""

    plan = fields.id_(required=True)


class FindingQuery(Query):
    """One finding."""

    finding = fields.id_(required=True)


class FindingsQuery(Query):
    """Findings under a division, newest first."""

    division = fields.division(load_default=None, allow_none=True)
    state = fields.code(FINDING_STATES, load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=50)


class SummaryQuery(Query):
    """Findings reported in a span of days."""

    division = fields.division(required=True)
    since = fields.day(required=True)
    until = fields.day(required=True)
