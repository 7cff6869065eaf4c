"""Templates: how the lexicon writes what it looks for.

Regular expressions with four additions. `{kin}` is any word of a set in lexicon/words.yaml; `~` a
gap of at most eight characters inside a clause; `…` one of at most 24 inside a sentence; what
stands between `<` and `>` must be whole words, and is the head whose negation and tense count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.intake.triage.lexicon import word_sets
from services.intake.triage.words import Passage

_NOTATION = re.compile(r"\(\?<?[=!:]|\((?!\?)|[<>~…]|\{[a-z_]+\}")
# the heads that are plain words; `(?<!` and `(?<=` are no heads
_HEAD = re.compile(r"(?<!\?)<([^<>()=!]+)>")
_PLAIN = {
    "(": "(?:",
    "<": "(",
    ">": ")",
    "~": r"[^，。！？；：\n]{0,8}?",
    "…": r"[^。！？\n]{0,24}?",
}


@dataclass(frozen=True)
class Hit:
    """Where a template was found; `head` is the span of its first head, else of the whole."""

    start: int
    end: int
    head: tuple[int, int]


@dataclass(frozen=True)
class Template:
    """One compiled template: variants of which any may fit."""

    variants: tuple[re.Pattern[str], ...]

    def hits(self, passage: Passage, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Find every place between `start` and `end` where a variant fits, one after the other."""
        stop = len(passage.text) if end is None else end
        for variant in self.variants:
            yield from _hits(variant, passage, start, stop)

    def at(self, passage: Passage, start: int) -> re.Match[str] | None:
        """Give the match of the first variant that fits exactly from `start` on."""
        found = (variant.match(passage.text, start) for variant in self.variants)
        return next((match for match in found if match), None)

    def fits(self, passage: Passage, start: int = 0, end: int | None = None) -> bool:
        """Say whether the template fits anywhere between `start` and `end`."""
        return next(self.hits(passage, start, end), None) is not None


def template(*variants: str) -> Template:
    """Compile variants of which any may fit. Raises KeyError for an unknown set of words."""
    return Template(tuple(re.compile(_NOTATION.sub(_plain, _ordered(each))) for each in variants))


def _ordered(variant: str) -> str:
    # of two words that begin alike the longer must be tried first, or it would never be found
    return _HEAD.sub(lambda head: f"<{_longest_first(head[1])}>", variant)


def _longest_first(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


def _hits(variant: re.Pattern[str], passage: Passage, start: int, stop: int) -> Iterator[Hit]:
    while found := variant.search(passage.text, start, stop):
        hit = _hit(found, passage)
        if hit is not None:
            yield hit
        start = max(found.end(), found.start() + 1) if hit else found.start() + 1


def _plain(sign: re.Match[str]) -> str:
    text = sign[0]
    return f"(?:{word_sets()[text[1:-1]]})" if text[0] == "{" else _PLAIN.get(text, text)


def _hit(found: re.Match[str], passage: Passage) -> Hit | None:
    heads = [span for span in found.regs[1:] if span[0] >= 0]
    if not all(passage.stands(*span) for span in heads):
        return None
    return Hit(found.start(), found.end(), heads[0] if heads else found.span())
