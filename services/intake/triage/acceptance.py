"""Doubt about acceptance (受理, art. 22 人民调解工作若干规定): only a hint, a person decides."""

from functools import cache

from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read
from services.intake.triage.rules import Rule, found, rule
from services.intake.triage.words import Passage


def acceptance_doubt(passage: Passage) -> tuple[str | None, Reason | None]:
    """Give the first doubt of the lexicon's order, with its reason, or None."""
    for each, hit in found(_rules(), passage):
        (code,) = each.gives
        return code, Reason("acceptance", code, passage.text[hit.start : hit.end], each.why)
    return None, None


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule(entry) for entry in read("acceptance"))
