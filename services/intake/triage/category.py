"""The category (纠纷类别) by points: who is against whom about what outweighs topic words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read, read_folder
from services.intake.triage.rules import Rule, found, rule
from services.intake.triage.topics import topics
from services.intake.triage.words import Passage

OTHER = "other"
# a runner-up with less than this share of the winner's points is no closer than its usual neighbour
_CLOSE = 0.25
_REASONS_SHOWN = 4


@dataclass(frozen=True)
class Evidence:
    """Words of the text and the points they give to categories."""

    gives: Mapping[str, float]
    words: str
    why: str


def category(passage: Passage) -> tuple[str, str | None, tuple[Reason, ...]]:
    """Give the category, the second guess and the reasons of the first.

    A text in which nothing is recognised is "other" without a second guess.
    """
    everything = tuple(evidence(passage))
    points = sum_up(everything)
    if not points:
        return OTHER, None, (_nothing(),)
    ranked = sorted(points, key=lambda code: (-points[code], code))
    return ranked[0], _second(ranked, points), _reasons(everything, ranked[0])


def evidence(passage: Passage) -> Iterator[Evidence]:
    """Find all the evidence of a text: the rules that hold, then the topics touched."""
    for each, hit in found(_rules(), passage):
        yield Evidence(each.gives, passage.text[hit.start : hit.end], each.why)
    for topic in topics():
        hits = topic.found(passage)
        if hits:
            gives = {code: given * len(hits) for code, given in topic.gives.items()}
            words = "、".join(passage.text[hit.start : hit.end] for hit in hits)
            yield Evidence(gives, words, topic.why)


def sum_up(everything: tuple[Evidence, ...]) -> dict[str, float]:
    """Add up the points of each category."""
    points: dict[str, float] = defaultdict(float)
    for each in everything:
        for code, given in each.gives.items():
            points[code] += given
    return points


def _second(ranked: list[str], points: Mapping[str, float]) -> str:
    if len(ranked) > 1 and points[ranked[1]] >= _CLOSE * points[ranked[0]]:
        return ranked[1]
    return str(read("neighbours")[ranked[0]]["second"])


def _reasons(everything: tuple[Evidence, ...], first: str) -> tuple[Reason, ...]:
    telling = [each for each in everything if each.gives.get(first)]
    telling.sort(key=lambda each: -each.gives[first])
    return tuple(
        Reason("category", first, each.words, each.why) for each in telling[:_REASONS_SHOWN]
    )


def _nothing() -> Reason:
    return Reason("category", "nothing_recognised", "", "没有认出纠纷的类别，请人工判断")


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule(entry) for entry in read_folder("categories"))
