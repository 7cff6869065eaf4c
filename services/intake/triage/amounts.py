"""Sums of money in a text, in fen, and which of them the dispute is about.

What is claimed counts: not what was advanced or offered, nor a unit price; what is still owed beats
what was once lent. The words that tell these apart are data (lexicon/amounts.yaml).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read
from services.intake.triage.numerals import Numeral, evaluate, numerals
from services.intake.triage.templates import Template, template
from services.intake.triage.words import Passage

_YUAN = re.compile(
    r"(?:块钱|块(?![地田石布板玻木砖肉牌山林菜空水])|元钱|元|圆)(?:(?P<jiao>[\d一二两三四五六七八九])(?:[角毛](?:(?P<fen>[\d一二三四五六七八九])分)?"
    r"|(?=[，。！？；：、\n的钱]|$)))?"
)
_PHONE_DIGITS = 8
_NEXT_CLAUSE = 10
_SIDES = ("before", "after", "opening")
_LEAST_WITHOUT_UNIT = 100
_FEW_PIECES = 10


@dataclass(frozen=True)
class Role:
    """What a sum is in the dispute. `points` order the roles; with none the sum never counts.

    `before` and `after` stand in the clause of the sum, `opening` in the clause before a sum that
    opens its own. `claimed` says that somebody asks for it, `large` that it may make the dispute
    a large one: what was merely spent or invested may not.
    """

    code: str
    points: float
    why: str
    claimed: bool
    large: bool
    before: Template | None
    after: Template | None
    opening: Template | None


@dataclass(frozen=True)
class Sum:
    """One sum of money: where it stands, how many fen, and its role."""

    start: int
    end: int
    fen: int
    role: Role


@dataclass(frozen=True)
class Disputed:
    """The sum in dispute (争议金额): how many fen, from which words, in which role."""

    fen: int
    words: str
    role: Role

    def reason(self) -> Reason:
        """Give the reason to show."""
        return Reason("amount", self.role.code, self.words, self.role.why)


def sums(passage: Passage) -> tuple[Sum, ...]:
    """Find every sum of money of the text with its role."""
    return tuple(_sums(passage))


def disputed(passage: Passage, all_sums: tuple[Sum, ...]) -> Disputed | None:
    """Choose the sum in dispute, or None where the text names none."""
    counting = [each for each in all_sums if each.role.points]
    if not counting:
        return None
    chosen = max(counting, key=lambda each: (each.role.points, each.fen))
    together = [chosen, *(each for each in counting if _is_added(passage, each, chosen))]
    words = "，".join(passage.text[each.start : each.end] for each in together)
    return Disputed(sum(each.fen for each in together), words, chosen.role)


def _sums(passage: Passage) -> Iterator[Sum]:
    for numeral in numerals(passage):
        unit = _unit(passage, numeral)
        if unit is None and not _is_money(passage, numeral):
            continue
        end = unit.end() if unit else numeral.end
        yield Sum(numeral.start, end, _fen(numeral, unit), _role(passage, numeral.start, end))


def _unit(passage: Passage, numeral: Numeral) -> re.Match[str] | None:
    found = _YUAN.match(passage.text, numeral.end)
    # 一块 and 两块 are pieces, or "together", where nothing else talks of money
    if found and found[0] == "块" and numeral.value < _FEW_PIECES:
        return found if _talks_of_money(passage, numeral) else None
    return found


def _fen(numeral: Numeral, unit: re.Match[str] | None) -> int:
    small = [evaluate(unit[part] or "零")[0] for part in ("jiao", "fen")] if unit else [0, 0]
    return int(numeral.value * 100 + small[0] * 10 + small[1])


def _is_money(passage: Passage, numeral: Numeral) -> bool:
    text = passage.text[numeral.start : numeral.end]
    if _pattern("other_measures").at(passage, numeral.end):
        return False
    if _pattern("not_money").fits(passage, passage.clause(numeral.start)[0], numeral.start):
        return False
    if "万" in text:
        return True
    if numeral.value < _LEAST_WITHOUT_UNIT or len(text) > _PHONE_DIGITS:
        return False
    return _talks_of_money(passage, numeral)


def _talks_of_money(passage: Passage, numeral: Numeral) -> bool:
    begin, stop = passage.clause(numeral.start)
    before, after = _pattern("money_words"), _pattern("money_after")
    return before.fits(passage, begin, numeral.start) or after.fits(passage, numeral.end, stop)


def _role(passage: Passage, start: int, end: int) -> Role:
    begin, stop = passage.clause(start)
    asked = passage.clause(begin - 1)[0] if start == begin and begin else begin
    for role in _roles():
        if role.before is not None and role.before.fits(passage, begin, start):
            return role
        if role.after is not None and role.after.fits(passage, end, stop):
            return role
        if role.opening is not None and role.opening.fits(passage, asked, begin):
            return role
    return _roles()[-1]


def _is_added(passage: Passage, each: Sum, chosen: Sum) -> bool:
    if not chosen.role.claimed or not 0 < each.start - chosen.end <= _NEXT_CLAUSE:
        return False
    return _pattern("adding").fits(passage, passage.clause(each.start)[0], each.start)


@cache
def _roles() -> tuple[Role, ...]:
    return tuple(_read_role(entry) for entry in read("amounts")["roles"])


def _read_role(entry: dict[str, Any]) -> Role:
    sides = {side: template(*entry[side]) if side in entry else None for side in _SIDES}
    return Role(
        code=entry["role"],
        points=entry["points"],
        why=entry["why"],
        claimed=entry.get("claimed", False),
        large=entry.get("large", False),
        **sides,
    )


@cache
def _pattern(name: str) -> Template:
    return template(*read("amounts")[name]["match"])
