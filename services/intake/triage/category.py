"""The category (纠纷类别) by points: who is against whom about what weighs more than topic words."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read, read_folder
from services.intake.triage.rules import Rule, found, rule
from services.intake.triage.templates import Hit
from services.intake.triage.words import Passage

OTHER = "other"
# a runner-up with less than this share of the winner's points is no closer than the usual neighbour
_CLOSE = 0.25
_REASONS_SHOWN = 4


def category(passage: Passage) -> tuple[str, str | None, tuple[Reason, ...]]:
    """Give the category, the second guess and the reasons of the first.

    A text in which nothing is recognised is "other" without a second guess.
    """
    evidence = tuple(found(_rules(), passage))
    points = _points(evidence)
    if not points:
        return OTHER, None, (_nothing(),)
    ranked = sorted(points, key=lambda code: (-points[code], code))
    first = ranked[0]
    return first, _second(ranked, points), tuple(_reasons(passage, evidence, first))


def _points(evidence: Iterable[tuple[Rule, Hit]]) -> dict[str, float]:
    points: dict[str, float] = defaultdict(float)
    for each, _ in evidence:
        for code, given in each.gives.items():
            points[code] += given
    return points


def _second(ranked: list[str], points: dict[str, float]) -> str:
    if len(ranked) > 1 and points[ranked[1]] >= _CLOSE * points[ranked[0]]:
        return ranked[1]
    return str(read("neighbours")[ranked[0]]["second"])


def _reasons(
    passage: Passage, evidence: Iterable[tuple[Rule, Hit]], first: str
) -> Iterable[Reason]:
    telling = [(each, hit) for each, hit in evidence if each.gives.get(first)]
    telling.sort(key=lambda pair: -pair[0].gives[first])
    for each, hit in telling[:_REASONS_SHOWN]:
        yield Reason("category", first, passage.text[hit.start : hit.end], each.why)


def _nothing() -> Reason:
    return Reason("category", "nothing_recognised", "", "没有认出纠纷的类别，请人工判断")


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule(entry) for entry in read_folder("categories"))
