"""The level (难易程度): ordinary, difficult (疑难) or major (重大), from what was found."""

from collections.abc import Iterator
from functools import cache

from services.intake.triage.amounts import Disputed
from services.intake.triage.judgement import Level, Reason
from services.intake.triage.lexicon import read
from services.intake.triage.people import Group
from services.intake.triage.risks import Risk
from services.intake.triage.rules import Rule, found, rule
from services.intake.triage.thresholds import Thresholds
from services.intake.triage.words import Passage


def level(
    passage: Passage,
    risks: tuple[Risk, ...],
    groups: tuple[Group, ...],
    amount: Disputed | None,
    thresholds: Thresholds,
) -> tuple[Level, tuple[Reason, ...]]:
    """Give the level with every reason for it; ordinary says so by one reason."""
    major = (*_graded(risks, "major"), *_major(passage, groups, thresholds))
    if major:
        return "major", major
    difficult = (
        *_graded(risks, "difficult"),
        *_difficult(passage, groups, amount, thresholds),
    )
    if difficult:
        return "difficult", difficult
    return "ordinary", (Reason("level", "ordinary", "", "没有看到疑难或重大的情形"),)


def _graded(risks: tuple[Risk, ...], grade: str) -> Iterator[Reason]:
    for risk in risks:
        if risk.grade == grade:
            yield Reason("level", risk.code, risk.words, risk.why)


def _major(passage: Passage, groups: tuple[Group, ...], thresholds: Thresholds) -> Iterator[Reason]:
    for group in groups:
        if group.number.exceeds(thresholds.major_people_above):
            yield Reason("level", "many_people", _words(passage, group), "一方人数多")


def _difficult(
    passage: Passage, groups: tuple[Group, ...], amount: Disputed | None, thresholds: Thresholds
) -> Iterator[Reason]:
    for group in groups:
        if group.number.exceeds(thresholds.difficult_people_above):
            yield Reason("level", "several_people", _words(passage, group), "牵涉好几个人、好几户")
    if amount is not None and amount.fen >= thresholds.difficult_fen:
        yield Reason("level", "considerable_sum", amount.words, "争的数额较大")
    for each, hit in found(_rules(), passage):
        (code,) = each.gives
        yield Reason("level", code, passage.text[hit.start : hit.end], each.why)


def _words(passage: Passage, group: Group) -> str:
    return passage.text[group.start : group.end]


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule(entry) for entry in read("difficult"))
