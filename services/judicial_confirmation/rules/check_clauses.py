"""Pre-check of the clauses: clear, in agreement with themselves, without words that bar them."""

import re
from collections.abc import Callable, Sequence

from services.judicial_confirmation.rules.clauses import Clause
from shared.reference.money import parse_capitals
from shared.reference.tables import Row

Check = Callable[[Sequence[Clause], Row], Sequence[str]]
TWICE = re.compile(r"([\d,]+(?:\.\d{1,2})?)元[（(]大写[:：]?([^）)]+)[）)]")


def says(clauses: Sequence[Clause], row: Row) -> Sequence[str]:
    """Clauses with one of the rule's words; the clause is named, the words are not repeated."""
    signs = [re.compile(sign) for sign in row.more["words"].split()]
    return [f"clause:{c.no}" for c in clauses if any(sign.search(c.words) for sign in signs)]


def clear(clauses: Sequence[Clause], _row: Row) -> Sequence[str]:
    """Content clear (内容明确): else the court rejects it, 民事诉讼法解释 358(5)."""
    faults = [f"clause:{c.no}:{gap}" for c in clauses for gap in _gaps(c)]
    return faults or ([] if clauses else ["no_clause"])


def _gaps(clause: Clause) -> list[str]:
    is_pay, is_refrain = clause.kind == "pay", clause.kind == "refrain"
    needs = {
        "who": bool(clause.debtors),
        "to_whom": clause.creditor is not None or is_refrain,
        "amount": clause.amount_fen is not None or bool(clause.parts) or not is_pay,
        "object": bool(clause.object) or is_pay,
        "when": clause.has_time or is_refrain,
    }
    return [name for name, there in needs.items() if not there]


def manner(clauses: Sequence[Clause], _row: Row) -> Sequence[str]:
    """How it is performed (履行方式)."""
    return [f"clause:{c.no}" for c in clauses if c.kind != "refrain" and not c.how]


def amounts(clauses: Sequence[Clause], _row: Row) -> Sequence[str]:
    """The instalments add up to the total; figures and capitals say the same."""
    sums = [f"clause:{c.no}:instalments" for c in clauses if not _adds_up(c)]
    return sums + [f"clause:{c.no}:capitals" for c in clauses if not _written_alike(c.words)]


def _adds_up(clause: Clause) -> bool:
    shares = [fen for _, fen in clause.parts]
    if clause.kind != "pay" or not shares:
        return True
    whole = None not in shares
    return whole and clause.amount_fen in (None, sum(fen or 0 for fen in shares))


def _written_alike(words: str) -> bool:
    return all(_same_sum(written[1], written[2]) for written in TWICE.finditer(words))


def _same_sum(figures: str, capitals: str) -> bool:
    yuan, _, cents = figures.replace(",", "").partition(".")
    try:
        return parse_capitals(capitals.strip()) == int(yuan) * 100 + int(cents.ljust(2, "0"))
    except ValueError:
        return False
