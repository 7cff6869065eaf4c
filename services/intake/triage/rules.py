"""A rule of the lexicon, and how it is found in a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from services.intake.triage.stance import Stance, stance
from services.intake.triage.templates import Hit, Template, template
from services.intake.triage.words import Passage


@dataclass(frozen=True)
class Rule:
    """One entry: what it looks for, what cancels it, what it says.

    `unless` cancels when it fits in the same sentence, `needs` must fit somewhere in the text,
    `never` must not. `gives` are points by code, `grade` the level the entry alone suggests.
    """

    match: Template
    gives: Mapping[str, float]
    why: str
    unless: Template | None = None
    needs: Template | None = None
    never: Template | None = None
    stances: frozenset[Stance] = field(default_factory=frozenset)
    grade: str | None = None

    def found(self, passage: Passage) -> Hit | None:
        """Give the first place where the rule holds."""
        if not self._asked(passage):
            return None
        return next((hit for hit in self.match.hits(passage) if self._holds(passage, hit)), None)

    def _asked(self, passage: Passage) -> bool:
        if self.never is not None and self.never.fits(passage):
            return False
        return self.needs is None or self.needs.fits(passage)

    def _holds(self, passage: Passage, hit: Hit) -> bool:
        if self.unless is not None and self.unless.fits(passage, *passage.sentence(hit.start)):
            return False
        return not self.stances or stance(passage, hit) in self.stances


def rule(entry: Mapping[str, Any]) -> Rule:
    """Compile one entry of the lexicon. Raises KeyError where `match` or `why` is missing."""
    conditions = {name: template(*entry[name]) for name in _CONDITIONS if name in entry}
    return Rule(
        match=template(*entry["match"]),
        gives=entry.get("gives") or {entry["code"]: 1},
        why=entry["why"],
        stances=frozenset(entry.get("stance", ())),
        grade=entry.get("grade"),
        **conditions,
    )


_CONDITIONS = ("unless", "needs", "never")


def found(rules: tuple[Rule, ...], passage: Passage) -> Iterator[tuple[Rule, Hit]]:
    """Give every rule that holds in the text, with its first place."""
    for each in rules:
        if hit := each.found(passage):
            yield each, hit
