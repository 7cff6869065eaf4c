"""The clauses of an agreement as mediation_session hands them over, read into one shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Clause:
    """Who – to whom – what – how much – when – how (domain.md §12.4).

    parts     (day, fen) of a single payment or of instalments
    has_time  a day, instalments, or the end of what comes again and again
    words     the clause in Chinese, as the frozen text has it
    """

    no: int
    kind: str
    debtors: tuple[str, ...]
    creditor: str | None
    amount_fen: int | None
    object: str
    parts: tuple[tuple[date, int | None], ...]
    has_time: bool
    how: str
    words: str


def read(agreement: Mapping[str, Any]) -> tuple[Clause, ...]:
    """The clauses of an agreement, numbered from 1, each with its sentence."""
    pairs = zip(agreement["clauses"], agreement["sentences"], strict=True)
    return tuple(_clause(no, raw, words) for no, (raw, words) in enumerate(pairs, 1))


def _clause(no: int, raw: Mapping[str, Any], words: str) -> Clause:
    when = raw.get("when") or {}
    again = when.get("recurring") or {}
    parts = _parts(when, raw.get("amount_fen"))
    debtors = [raw.get("who"), *(raw.get("jointly_with") or [])]
    return Clause(
        no=no,
        kind=raw["kind"],
        debtors=tuple(debtor for debtor in debtors if debtor),
        creditor=raw.get("to_whom"),
        amount_fen=raw.get("amount_fen") or again.get("amount_fen"),
        object=raw.get("object") or "",
        parts=parts,
        has_time=bool(parts or again.get("until") or again.get("until_event")),
        how=raw.get("how") or "",
        words=words,
    )


def _parts(when: Mapping[str, Any], total: int | None) -> tuple[tuple[date, int | None], ...]:
    if when.get("once"):
        return ((date.fromisoformat(when["once"]), total),)
    rows = when.get("instalments") or []
    return tuple((date.fromisoformat(row["date"]), row.get("amount_fen")) for row in rows)
