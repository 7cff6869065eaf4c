"""Words that must not, or had better not, stand in an agreement: the list is data."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from services.mediation_session.rules.clauses import Clause
from services.mediation_session.rules.published import rows
from shared.reference.money import parse_capitals

_SUM = re.compile(r"(\d[\d,]*(?:\.\d{1,2})?)\s*(万?)元[（(，,]?\s*大写[：:]?\s*([^）)，,。；]+)")
_FIGURES = re.compile(r"\d[\d,.]*\s*万?元")


def of_clause(clause: Clause) -> Iterator[str]:
    """Codes of the wording of one clause."""
    for row in rows("wording"):
        fields = row.get("in", clause.texts)
        texts = [text for field, text in clause.texts.items() if field in fields]
        if "any" in row and _any(row, texts):
            yield row["code"]
    yield from unequal_amounts(clause.texts.values())
    if any(_FIGURES.search(_SUM.sub("", text)) for text in clause.texts.values()):
        yield "amount_in_words"


def of_whole(clauses: Sequence[Clause], liability: str | None) -> Iterator[str]:
    """Codes of the wording of the whole: the text on liability, and pairs of words that differ
    in law.
    """
    said = [liability] if liability else []
    for row in rows("wording"):
        if "any" in row and "in" not in row and _any(row, said):
            yield row["code"]
    everything = "\n".join([*said, *(t for c in clauses for t in c.texts.values())])
    for row in rows("wording"):
        if "all" in row and all(_found(group, everything) for group in row["all"]):
            yield row["code"]


def unequal_amounts(texts: Iterable[str | None]) -> Iterator[str]:
    """Codes of sums that stand in words with figures and capitals that do not agree."""
    for text in texts:
        for figures, wan, capitals in _SUM.findall(text or ""):
            yield from _pair(figures, wan, capitals)


def touches_status(texts: Iterable[str | None]) -> bool:
    """Whether words say that it is about personal status (人身关系, 电子签名法 3)."""
    said = [text for text in texts if text]
    return any(_any(row, said) for row in rows("wording") if row.get("status"))


def _any(row: Mapping[str, Any], texts: Iterable[str]) -> bool:
    return any(_found(pattern, text) for text in texts for pattern in row["any"])


def _found(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _pair(figures: str, wan: str, capitals: str) -> Iterator[str]:
    yuan, _, cents = figures.replace(",", "").partition(".")
    fen = (int(yuan) * 100 + int(cents.ljust(2, "0") or 0)) * (10_000 if wan else 1)
    try:
        if parse_capitals(capitals.strip()) != fen:
            yield "amounts_unequal"
    except ValueError:
        yield "capitals_wrong"
