"""The text as words: segmented first, then corrected by the lexicon's own compounds.

A verb that is only a part of a place name or of a noun is the commonest false alarm of a plain
search; so a rule may ask that its word stands by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import rjieba

from services.intake.triage.lexicon import read

# all of them but the comma, which in full width never stands inside a number
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != ord("，")}
_MARKS = str.maketrans("!?;:\r\t", "！？；：\n ")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_COMMA_NOT_IN_A_NUMBER = re.compile(r"(?<!\d),|,(?!\d{3})")
_SENTENCE_END = "。！？\n"
_CLAUSE_END = _SENTENCE_END + "，；："


@dataclass(frozen=True)
class Passage:
    """One text with the places where its words begin and end (offsets in characters)."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]

    def stands(self, start: int, end: int) -> bool:
        """Say whether text[start:end] is made of whole words."""
        return start in self.starts and end in self.ends

    def clause(self, start: int) -> tuple[int, int]:
        """Give the bounds of the clause around `start`."""
        return self._between(start, _CLAUSE_END)

    def sentence(self, start: int) -> tuple[int, int]:
        """Give the bounds of the sentence around `start`."""
        return self._between(start, _SENTENCE_END)

    def _between(self, place: int, marks: str) -> tuple[int, int]:
        begin = max(self.text.rfind(mark, 0, place) for mark in marks) + 1
        ends = [at for mark in marks if (at := self.text.find(mark, place)) >= 0]
        return begin, min(ends, default=len(self.text))


def passage(text: str) -> Passage:
    """Normalise and segment any text. Offsets stay those of the text given."""
    plain = _normalise(text)
    bounds = list(_words(plain))
    return Passage(plain, frozenset(a for a, _ in bounds), frozenset(b for _, b in bounds))


def _normalise(text: str) -> str:
    plain = _LONE_SURROGATE.sub("\ufffd", text).translate(_HALF_WIDTH)
    return _COMMA_NOT_IN_A_NUMBER.sub("，", plain.translate(_MARKS))


def _words(text: str) -> Iterator[tuple[int, int]]:
    # without the hidden Markov model: it joins words that no dictionary knows
    held = [match.span() for match in _compounds().finditer(text)]
    inside = {place for start, end in held for place in range(start + 1, end)}
    cuts = {place for _, *span in rjieba.tokenize(text, hmm=False) for place in span}
    cuts |= {place for span in held for place in span}
    edges = sorted(cuts - inside)
    return pairwise(edges)


@cache
def _compounds() -> re.Pattern[str]:
    words = sorted(read("compounds")["words"].split(), key=len, reverse=True)
    return re.compile("|".join(words))
