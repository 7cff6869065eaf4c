"""The linter of a written agreement: what must be put right before it is frozen, what needs
another look, and whether a court could confirm it (domain.md §5.4, §12.4).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.mediation_session.rules import structure, wording
from services.mediation_session.rules.clauses import Clause
from services.mediation_session.rules.finding import Finding
from services.mediation_session.rules.people import Party
from services.mediation_session.rules.published import rows


@dataclass(frozen=True)
class Draft:
    """What is to be agreed: facts, disputed matters, liability (art. 29) and the clauses."""

    facts: str | None
    matters: str | None
    liability: str | None
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Assessment:
    """All findings in the order of the draft; `reasons` are codes of why a court would not
    confirm it; `paper_only`: signed on paper alone (电子签名法 3).
    """

    findings: tuple[Finding, ...]
    reasons: tuple[str, ...]
    paper_only: bool

    @property
    def confirmable(self) -> bool:
        """Whether nothing speaks against confirmation by a court."""
        return not self.reasons

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be put right first."""
        return tuple(f for f in self.findings if f.is_error)


def assess(draft: Draft, parties: Sequence[Party], category: str, on: date) -> Assessment:
    """Read a draft as of a day."""
    found = tuple(dict.fromkeys(_findings(draft, parties, category, on)))
    reasons = [f.not_confirmable for f in found if f.not_confirmable]
    paper_only = "paper_only" in _rules_of(category) or wording.touches_status(
        [draft.matters, draft.liability, *_texts(draft.clauses)]
    )
    return Assessment(found, tuple(dict.fromkeys(reasons)), paper_only)


def _findings(draft: Draft, parties: Sequence[Party], category: str, on: date) -> Iterator[Finding]:
    yield from map(Finding, _whole(draft))
    yield from map(Finding, _parties(parties))
    for clause in draft.clauses:
        codes = structure.check(clause, {p.id for p in parties}, on)
        yield from (Finding(code, clause.no) for code in codes)
        yield from (Finding(code, clause.no) for code in wording.of_clause(clause))
    yield from (Finding("duplicate", no) for no in _duplicates(draft.clauses))
    yield from map(Finding, wording.of_whole(draft.clauses, draft.liability))
    yield from _matter(draft.clauses, category)


def _whole(draft: Draft) -> Iterator[str]:
    if not draft.facts:
        yield "facts_missing"
    if not draft.matters:
        yield "matters_missing"
    if not draft.clauses:
        yield "clauses_missing"
    yield from wording.unequal_amounts((draft.facts, draft.matters, draft.liability))


def _parties(parties: Sequence[Party]) -> Iterator[str]:
    if any(not party.name for party in parties):
        yield "name_missing"
    if any(not party.address for party in parties):
        yield "address_missing"
    if any(party.is_minor and not party.represented for party in parties):
        yield "guardian_missing"
    if any(party.is_minor for party in parties):
        yield "minor_interest"


def _matter(clauses: Sequence[Clause], category: str) -> Iterator[Finding]:
    rules = _rules_of(category)
    if "family" in rules:
        yield Finding("family_money_only")
    if "payment_only" in rules:
        yield from (Finding("labour_not_payment", c.no) for c in clauses if c.kind != "pay")


def _duplicates(clauses: Sequence[Clause]) -> Iterator[int]:
    seen: set[tuple[Any, ...]] = set()
    for c in clauses:
        key = (c.kind, c.debtors, c.to_whom, c.amount_fen, c.object, c.once, c.instalments)
        if (key, c.recurring) in seen:
            yield c.no
        seen.add((key, c.recurring))


def _texts(clauses: Sequence[Clause]) -> list[str]:
    return [text for clause in clauses for text in clause.texts.values()]


def _rules_of(category: str) -> set[str]:
    return {row["rule"] for row in rows("matters") if row["category"] == category}


def draft_of(row: Mapping[str, Any], clauses: tuple[Clause, ...]) -> Draft:
    """A draft from a row or command that has its three texts."""
    return Draft(row["facts"], row["matters"], row["liability"], clauses)
