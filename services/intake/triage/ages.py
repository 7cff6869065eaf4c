"""Ages in a text: 62岁, 七十多了, 今年七十八, 才八个月."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from services.intake.triage.lexicon import read
from services.intake.triage.numerals import Numeral, numerals
from services.intake.triage.templates import Template, template
from services.intake.triage.words import Passage


@dataclass(frozen=True)
class Age:
    """An age in full years, and where it stands."""

    start: int
    end: int
    years: int


def ages(passage: Passage) -> Iterator[Age]:
    """Find the ages of people the text states."""
    for numeral in numerals(passage):
        if 0 < numeral.value < _oldest() and _is_age(passage, numeral):
            yield Age(numeral.start, numeral.end, int(numeral.value))


def _is_age(passage: Passage, numeral: Numeral) -> bool:
    begin, _ = passage.clause(numeral.start)
    if _pattern("after").at(passage, numeral.end):
        return True
    if numeral.value < _grown() or not _pattern("bare_after").at(passage, numeral.end):
        return False
    return numeral.start == begin or _pattern("before").fits(passage, begin, numeral.start)


def _oldest() -> int:
    return int(read("ages")["oldest"]["value"])


def _grown() -> int:
    return int(read("ages")["old_from"]["value"])


@cache
def _pattern(name: str) -> Template:
    return template(*read("ages")[name]["match"])
