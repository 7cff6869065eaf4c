"""Topic words: weak evidence for a category, by the different words of a field of life."""

from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from services.intake.triage.lexicon import read_folder
from services.intake.triage.templates import Hit, Template, template
from services.intake.triage.words import Passage

# a field named by three words is named; a tenth adds nothing
_COUNTED = 3
# a short word must stand by itself, a longer one is hardly ever a part of another
_SHORT = 2


@dataclass(frozen=True)
class Topic:
    """Words of one field of life, and the points each of them gives to categories."""

    words: Template
    gives: dict[str, float]
    why: str
    unless: Template | None

    def found(self, passage: Passage) -> tuple[Hit, ...]:
        """Give the places of different words of the field, the first three of them."""
        if self.unless is not None and self.unless.fits(passage):
            return ()
        different = {passage.text[hit.start : hit.end]: hit for hit in self.words.hits(passage)}
        return tuple(islice(different.values(), _COUNTED))


@cache
def topics() -> tuple[Topic, ...]:
    """Give the topics of the lexicon."""
    return tuple(_topic(entry) for entry in read_folder("topics"))


def _topic(entry: dict[str, Any]) -> Topic:
    words = entry["words"].split()
    short = "|".join(word for word in words if len(word) <= _SHORT)
    long = "|".join(sorted((word for word in words if len(word) > _SHORT), key=len, reverse=True))
    variants = [variant for variant in (f"<{short}>" if short else "", long) if variant]
    unless = template(*entry["unless"]) if "unless" in entry else None
    return Topic(template(*variants), entry["gives"], entry["why"], unless)
