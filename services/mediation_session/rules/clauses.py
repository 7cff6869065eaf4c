"""Clauses as data: who owes whom what, how much, when, how, and what if not (domain.md §12.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from services.mediation_session.rules.recurring import Recurring

PERIODS_LIMIT = 5000  # as many as a machine may be asked to count; the linter says when it is more


@dataclass(frozen=True)
class Instalment:
    """One part of a sum and its last day."""

    due_on: date
    amount_fen: int | None


@dataclass(frozen=True)
class Obligation:
    """What falls due on one day: `period` counts from 1, None where there is only one."""

    clause: int
    period: int | None
    due_on: date
    amount_fen: int | None


@dataclass(frozen=True)
class Clause:
    """One clause of an agreement, `no` from 1. `kind` is pay (给付), do (作为), refrain (不作为);
    `who` and `to_whom` are party ids; money is in fen. Of `once`, `instalments` and `recurring`
    a settled clause has one.
    """

    no: int
    kind: str
    who: str | None
    jointly_with: tuple[str, ...]
    to_whom: str | None
    amount_fen: int | None
    object: str | None
    once: date | None
    instalments: tuple[Instalment, ...]
    recurring: Recurring | None
    how: str | None
    if_not: str | None

    @property
    def debtors(self) -> tuple[str, ...]:
        """Who owes it, the first named first."""
        return tuple(p for p in (self.who, *self.jointly_with) if p)

    @property
    def times_said(self) -> int:
        """In how many ways it says when; one is right."""
        return sum((self.once is not None, bool(self.instalments), self.recurring is not None))

    @property
    def texts(self) -> Mapping[str, str]:
        """Its free words by field."""
        event = self.recurring.until_event if self.recurring else None
        said = {"object": self.object, "how": self.how, "if_not": self.if_not, "event": event}
        return {field: text for field, text in said.items() if text}


def read(clauses: Sequence[Mapping[str, Any]]) -> tuple[Clause, ...]:
    """Clauses from their JSON form, as rows and the wire keep them."""
    return tuple(_clause(no, data) for no, data in enumerate(clauses, 1))


def _clause(no: int, data: Mapping[str, Any]) -> Clause:
    when = data.get("when") or {}
    return Clause(
        no=no,
        kind=data["kind"],
        who=data.get("who"),
        jointly_with=tuple(data.get("jointly_with") or ()),
        to_whom=data.get("to_whom"),
        amount_fen=data.get("amount_fen"),
        object=data.get("object"),
        once=date.fromisoformat(when["once"]) if when.get("once") else None,
        instalments=tuple(_instalment(part) for part in when.get("instalments") or ()),
        recurring=Recurring.read(when["recurring"]) if when.get("recurring") else None,
        how=data.get("how"),
        if_not=data.get("if_not"),
    )


def _instalment(data: Mapping[str, Any]) -> Instalment:
    return Instalment(date.fromisoformat(data["date"]), data.get("amount_fen"))


def total_fen(clause: Clause) -> int | None:
    """What a clause pays in all; None where nobody can say, such as until an event."""
    if clause.kind != "pay":
        return 0
    if clause.instalments:
        return sum(part.amount_fen or 0 for part in clause.instalments)
    if clause.recurring is None:
        return clause.amount_fen
    if clause.recurring.until is None:
        return None
    periods = sum(1 for _ in islice(clause.recurring.days(), PERIODS_LIMIT))
    return periods * (clause.recurring.amount_fen or 0)


def amount_fen(clauses: Sequence[Clause]) -> int | None:
    """The sum of all that can be counted; None where nothing is paid."""
    paid = [total_fen(clause) for clause in clauses if clause.kind == "pay"]
    counted = [fen for fen in paid if fen is not None]
    return sum(counted) if counted else None


def obligations(clause: Clause) -> Iterator[Obligation]:
    """What falls due of a clause, day by day; without end where it recurs until an event. A
    clause to refrain falls due on no day.
    """
    if clause.once is not None:
        if clause.kind != "refrain":
            yield Obligation(clause.no, None, clause.once, clause.amount_fen)
        return
    for period, part in enumerate(clause.instalments, 1):
        yield Obligation(clause.no, period, part.due_on, part.amount_fen)
    if clause.recurring is not None and clause.kind != "refrain":
        for period, day in enumerate(clause.recurring.days(), 1):
            yield Obligation(clause.no, period, day, clause.recurring.amount_fen)


def last_due_on(clauses: Sequence[Clause]) -> date | None:
    """The last day of performance (履行期限); None if it hangs on an event or none is said."""
    if any(c.recurring is not None and c.recurring.until is None for c in clauses):
        return None
    days = [o.due_on for c in clauses for o in islice(obligations(c), PERIODS_LIMIT)]
    return max(days, default=None)
