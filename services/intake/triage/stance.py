"""Negation and tense: 没动手, 差点打起来, 打起来了 and 怕打起来 are four different things."""

from functools import cache
from typing import Literal

from services.intake.triage.lexicon import read
from services.intake.triage.templates import Hit, Template, template
from services.intake.triage.words import Passage

Stance = Literal["happened", "near", "threatened", "feared", "denied"]

_IN_THIS_ORDER: tuple[Stance, ...] = ("near", "feared", "denied")


def stance(passage: Passage, hit: Hit) -> Stance:
    """Say how the text puts the head of `hit`: as happened unless a word of its clause says else.

    Only words before the head in its own clause are asked, and the one just behind it.
    """
    start, end = hit.head
    before = (passage.clause(start)[0], start)
    for each in _IN_THIS_ORDER:
        if _cues()[each].fits(passage, *before):
            return each
    if _cues()["done"].fits(passage, end, end + 2):
        return "happened"
    return "threatened" if _cues()["threatened"].fits(passage, *before) else "happened"


@cache
def _cues() -> dict[str, Template]:
    return {name: template(*entry["match"]) for name, entry in read("stance").items()}
