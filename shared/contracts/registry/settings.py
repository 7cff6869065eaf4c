"""What a region profile (地区配置) may say. Each profile says only what differs from the one above
it, so nothing is required; null says that nobody knows yet, and an overlay may tell.
"""

from typing import Any, ClassVar

from marshmallow import fields as values

from shared.contracts import fields
from shared.contracts.language import Part
from shared.contracts.registry.codes import (
    CASE_ENDS,
    CLOCK_UNITS,
    CLOCKS,
    DIVISION_LEVELS,
    FREQUENCIES,
    WRITTEN_GROUNDS,
)
from shared.contracts.screening.codes import FACTS


class LevelRule(Part):
    """When a dispute has a level: ticked facts, more people than, an amount of at least."""

    facts = fields.many(fields.code(FACTS))
    people_over = fields.count(allow_none=True)
    amount_fen = fields.fen(allow_none=True)


class Levels(Part):
    """The two levels above ordinary."""

    major = fields.one(LevelRule)
    difficult = fields.one(LevelRule)


class Numbering(Part):
    """How a case number is written; `{year}`, `{short}` and `{n}` stand in the pattern."""

    pattern = fields.line()
    short_rule = fields.line(allow_none=True)


class ClockRule(Part):
    """A period: `rolls` if a last day that is a rest day moves on (民法典 203)."""

    length = fields.count(limit=1000)
    unit = fields.code(CLOCK_UNITS)
    rolls = fields.flag()


class RetentionClass(Part):
    """A class of retention (保管期限); `years` is absent where it is permanent."""

    code = fields.code(required=True)
    label = fields.name(required=True)
    permanent = fields.flag()
    years = fields.count(limit=200, allow_none=True)


class Retention(Part):
    """Which class a volume gets."""

    default = fields.code(allow_none=True)


class Volume(Part):
    """Order of papers by form code, retention."""

    order = fields.many(fields.code())
    retention = fields.one(Retention)
    retention_classes = fields.many(RetentionClass)


class FollowUp(Part):
    """Days from the agreement to the follow-up visit (回访)."""

    days = fields.count(limit=1000, allow_none=True)


class Confirmation(Part):
    """Days before the last day of judicial confirmation on which people are told."""

    alarms = fields.many(fields.count(limit=1000))


class Screening(Part):
    """How often each level of division screens."""

    frequency = values.Dict(
        keys=fields.code(DIVISION_LEVELS), values=fields.code(FREQUENCIES, allow_none=True)
    )


class Committees(Part):
    """Whether committees need minority members, art. 8 人民调解法."""

    multi_ethnic = fields.flag()


class Settings(Part):
    """All that a profile may say. The last block holds what is asked of the bureau (domain.md §13):
    its shape is open until the answer is known. `unknown` lists the keys whose value is null.
    """

    class Meta(Part.Meta):
        include: ClassVar[dict[str, Any]] = {"unknown": fields.many(fields.line())}  # a taken name

    levels = fields.one(Levels)
    numbering = fields.one(Numbering)
    clocks = values.Dict(keys=fields.code(CLOCKS), values=fields.one(ClockRule, allow_none=True))
    volume = fields.one(Volume)
    case_ends_on = fields.code(CASE_ENDS)
    follow_up = fields.one(FollowUp)
    confirmation = fields.one(Confirmation)
    screening = fields.one(Screening)
    written_required_when = fields.many(fields.code(WRITTEN_GROUNDS))
    committees = fields.one(Committees)
    languages = fields.many(fields.code(), least=1)

    subsidy = fields.facts()
    rating = fields.facts()
    certificate = fields.facts()
    filing = fields.facts()
    statistics = fields.facts()
    signing = fields.facts()
    court = fields.facts()
    sectors = fields.facts()
