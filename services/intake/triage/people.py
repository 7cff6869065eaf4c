"""How many people: groups named with a number, and the two sides of an ordinary dispute."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read
from services.intake.triage.numerals import Numeral, numerals
from services.intake.triage.templates import Template, template
from services.intake.triage.words import Passage

_LEAST_GROUP = 3
_TWO_SIDES = 2
# for a crowd the number is rough already, nobody is added to it
_ROUGH_FROM = 50


@dataclass(frozen=True)
class Group:
    """People or households that take part, with their number."""

    start: int
    end: int
    number: Numeral
    households: bool

    @property
    def count(self) -> int:
        """Give the number as the text says it."""
        return int(self.number.value)


def groups(passage: Passage) -> tuple[Group, ...]:
    """Find the groups that take part in the dispute: no animals, tour members or bystanders."""
    return tuple(each for each in _groups(passage) if _takes_part(passage, each))


def involved(
    passage: Passage, found: tuple[Group, ...], voice: str
) -> tuple[int | None, Reason | None]:
    """Count the people involved (涉及人数), with the reason; None where no other side is plain.

    An applicant who speaks counts as one side; of a report by others both sides must be named.
    """
    largest = max(found, key=lambda group: group.number.value, default=None)
    if largest is not None:
        count = largest.count + (1 if largest.count < _ROUGH_FROM else 0)
        words = passage.text[largest.start : largest.end]
        return count, Reason("people", "group", words, "文中说了人数，再算上另一方")
    name = "two_sides_of_applicant" if voice == "applicant" else "two_sides"
    sides = next(_pattern(name).hits(passage), None)
    if sides is None:
        return None, None
    words = passage.text[sides.start : sides.end]
    return _TWO_SIDES, Reason("people", "two_sides", words, "双方各一人，诉说的人也算在内")


def _groups(passage: Passage) -> Iterator[Group]:
    for numeral in numerals(passage):
        measure = _measure(passage, numeral)
        if measure is not None and numeral.value >= _LEAST_GROUP:
            yield Group(numeral.start, measure.end(), numeral, measure[0][0] in "户家")


def _measure(passage: Passage, numeral: Numeral) -> re.Match[str] | None:
    found = _pattern("measures").at(passage, numeral.end)
    if found is not None and found.end() in passage.ends:
        return found
    begin = passage.clause(numeral.start)[0]
    if _pattern("people_before").fits(passage, begin, numeral.start):
        return re.compile("个").match(passage.text, numeral.end)
    return None


def _takes_part(passage: Passage, group: Group) -> bool:
    begin, stop = passage.clause(group.start)
    if _pattern("bystanders_before").fits(passage, begin, group.start):
        return False
    if _pattern("bystanders_behind").at(passage, group.end):
        return False
    return not _pattern("bystanders_after").fits(passage, group.end, stop)


@cache
def _pattern(name: str) -> Template:
    return template(*read("people")[name]["match"])
