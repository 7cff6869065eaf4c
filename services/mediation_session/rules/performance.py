"""Performance (履行, art. 31): what falls due next, what was done, what is left."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from services.mediation_session.rules.clauses import (
    PERIODS_LIMIT,
    Clause,
    Obligation,
    obligations,
)
from shared.contracts.refused import Refused

SETTLED = ("performed", "performed_after_urging", "enforced", "changed")
Done = Mapping[tuple[int | None, int | None], str]  # (clause, period) → its latest state


def latest(records: Iterable[Mapping[str, Any]]) -> Done:
    """The latest state of each clause and period; `records` in the order of recording."""
    return {(r["clause"], r["period"]): r["state"] for r in records}


def next_open(clause: Clause, done: Done) -> Obligation | None:
    """The first obligation of a clause that is not settled; None if there is none."""
    if done.get((None, None)) in SETTLED or done.get((clause.no, None)) in SETTLED:
        return None
    due = islice(obligations(clause), PERIODS_LIMIT)
    return next((o for o in due if done.get((o.clause, o.period)) not in SETTLED), None)


def is_complete(clauses: Sequence[Clause], done: Done) -> bool:
    """Whether nothing that can be counted is left open. What recurs until an event never is by
    itself: a person says so of the whole clause or of the agreement.
    """
    if done.get((None, None)) in SETTLED:
        return True
    return bool(clauses) and all(next_open(clause, done) is None for clause in clauses)


def check_record(
    clauses: Sequence[Clause], record: Mapping[str, Any], before: Sequence[Mapping[str, Any]]
) -> None:
    """A record names a clause and period that exist; what was paid `before` of the same counts.
    Refuses `no_such_clause`; `amount_differs` where less than what is due is called performed.
    """
    if record["clause"] is None:
        if record["period"] is not None:
            raise Refused("no_such_clause", field="period")
        return
    clause = next((c for c in clauses if c.no == record["clause"]), None)
    if clause is None:
        raise Refused("no_such_clause", field="clause")
    _check_amount(_due(clause, record["period"]), record, before)


def _due(clause: Clause, period: int | None) -> Obligation | None:
    due = islice(obligations(clause), PERIODS_LIMIT)
    found = next((o for o in due if o.period == period), None)
    if found is None and period is not None:
        raise Refused("no_such_clause", field="period")
    return found


def _check_amount(
    due: Obligation | None, record: Mapping[str, Any], before: Sequence[Mapping[str, Any]]
) -> None:
    if due is None or due.amount_fen is None or record["amount_fen"] is None:
        return
    same = [r for r in before if (r["clause"], r["period"]) == (due.clause, due.period)]
    paid = record["amount_fen"] + sum(r["amount_fen"] or 0 for r in same)
    if record["state"] in SETTLED and paid < due.amount_fen:
        raise Refused("amount_differs", field="amount_fen", due=due.amount_fen, paid=paid)
