"""What screening answers."""

from shared.contracts import fields
from shared.contracts.language import Answer
from shared.contracts.screening.codes import (
    FINDING_STATES,
    LEVELS,
    MODES,
    OUTCOMES,
    RECEIVERS,
    TARGET_KINDS,
    TRIGGERS,
    WAYS,
)


class PlanDone(Answer):
    """The plan and its version."""

    plan = fields.id_()
    version = fields.count()


class FindingDone(Answer):
    """The finding, its state and version."""

    finding = fields.id_()
    state = fields.code(FINDING_STATES)
    version = fields.count()


class Graded(FindingDone):
    """With the level and why."""

    level = fields.code(LEVELS)
    reasons = fields.many(fields.code())
    provisional = fields.flag()


class Escalated(FindingDone):
    """With the escalation's id."""

    escalation = fields.id_()


class TargetShown(Answer):
    """A target and when it was last visited."""

    no = fields.count()
    label = fields.name()
    kind = fields.code(TARGET_KINDS)
    visited_at = fields.moment(allow_none=True)


class PlanShown(Answer):
    """A plan with its targets."""

    plan = fields.id_()
    version = fields.count()
    title = fields.name()
    division = fields.division()
    mode = fields.code(MODES)
    trigger = fields.code(TRIGGERS)
    since = fields.day()
    until = fields.day()
    visits = fields.count()
    zero_reports = fields.count()
    targets = fields.many(TargetShown)


class SideShown(Answer):
    """A side, its phone masked."""

    label = fields.name()
    phone = fields.line(allow_none=True)


class EscalationShown(Answer):
    """A report upward and its receipt."""

    escalation = fields.id_()
    to = fields.code(RECEIVERS)
    way = fields.code(WAYS)
    at = fields.moment()
    receiver = fields.name(allow_none=True)
    received_at = fields.moment(allow_none=True)


class FindingShown(FindingDone):
    """A finding as its readers see it."""

    division = fields.division()
    place = fields.line()
    text = fields.text()
    sides = fields.many(SideShown)
    reported_at = fields.moment()
    reported_by = fields.line()
    plan = fields.id_(allow_none=True)
    level = fields.code(LEVELS, allow_none=True)
    reasons = fields.many(fields.code())
    people_count = fields.count(allow_none=True)
    amount_fen = fields.fen(allow_none=True)
    to_division = fields.division(allow_none=True)
    case = fields.id_(allow_none=True)
    outcome = fields.code(OUTCOMES, allow_none=True)
    escalations = fields.many(EscalationShown)


class FindingRow(FindingDone):
    """A finding in a list."""

    division = fields.division()
    place = fields.line()
    reported_at = fields.moment()
    level = fields.code(LEVELS, allow_none=True)
    case = fields.id_(allow_none=True)


class Findings(Answer):
    """A list of findings."""

    findings = fields.many(FindingRow)


class Targets(Answer):
    """Targets of a plan."""

    targets = fields.many(TargetShown)


class Band(Answer):
    """One line of the summary: a level or a head-count band and how many."""

    key = fields.line()
    found = fields.count()
    ended = fields.count()


class Summary(Answer):
    """The summary table (汇总表) by level and by people involved."""

    total = fields.count()
    by_level = fields.many(Band)
    by_people = fields.many(Band)
