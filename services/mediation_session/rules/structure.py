"""Whether each clause says who – to whom – what – how much – when – how – what if not, and whether
its sums and days are right (domain.md §5.4, §12.4).
"""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice, pairwise

from services.mediation_session.rules.clauses import PERIODS_LIMIT, Clause, obligations
from services.mediation_session.rules.recurring import DAYS, Recurring

LARGEST_FEN = 10**14 - 1  # what can be written in capitals


def check(clause: Clause, parties: Collection[str], on: date) -> Iterator[str]:
    """Codes of what is wrong with one clause on a day."""
    yield from _people(clause, parties)
    yield from _matter(clause)
    yield from _time(clause)
    if any(o.due_on < on for o in islice(obligations(clause), 1)):
        yield "date_past"
    if clause.kind == "refrain":
        return
    if not clause.how:
        yield "how_missing"
    on_the_spot = clause.once is not None and clause.once <= on
    if not clause.if_not and not on_the_spot:
        yield "if_not_missing"


def _people(clause: Clause, parties: Collection[str]) -> Iterator[str]:
    if clause.who is None:
        yield "who_missing"
    if any(p not in parties for p in clause.debtors):
        yield "who_unknown"
    if clause.to_whom is None and clause.kind != "refrain":
        yield "to_whom_missing"
    if clause.to_whom is not None and clause.to_whom not in parties:
        yield "to_whom_unknown"
    if clause.to_whom is not None and clause.to_whom in clause.debtors:
        yield "same_person"


def _matter(clause: Clause) -> Iterator[str]:
    if clause.kind == "pay":
        yield from _sum(clause)
        return
    if not clause.object:
        yield "object_missing"
    if clause.amount_fen or (clause.recurring and clause.recurring.amount_fen):
        yield "amount_misplaced"


def _sum(clause: Clause) -> Iterator[str]:
    said = [clause.amount_fen, *(p.amount_fen for p in clause.instalments)]
    if clause.recurring is not None:
        said.append(clause.recurring.amount_fen)
    if any(fen is not None and fen > LARGEST_FEN for fen in said):
        yield "amount_too_large"
    due = clause.recurring.amount_fen if clause.recurring else clause.amount_fen
    if not due and not clause.instalments:
        yield "amount_missing"


def _time(clause: Clause) -> Iterator[str]:
    if clause.times_said == 0 and clause.kind != "refrain":
        yield "when_missing"
    if clause.times_said > 1:
        yield "when_ambiguous"
    if clause.instalments:
        yield from _instalments(clause) if clause.kind == "pay" else ("when_unfit",)
    if clause.recurring is not None:
        yield from _recurring(clause, clause.recurring)


def _instalments(clause: Clause) -> Iterator[str]:
    parts = clause.instalments
    if any(not part.amount_fen for part in parts):
        yield "instalment_amount_missing"
    if any(later.due_on <= sooner.due_on for sooner, later in pairwise(parts)):
        yield "instalments_order"
    if clause.amount_fen != sum(part.amount_fen or 0 for part in parts):
        yield "instalments_sum"


def _recurring(clause: Clause, recurring: Recurring) -> Iterator[str]:
    if not 1 <= recurring.day <= DAYS[recurring.every]:
        yield "recurring_day"
    elif recurring.until is not None:
        yield from _periods(clause, recurring)
    if recurring.until is None and not recurring.until_event:
        yield "recurring_end_missing"
    if recurring.until is not None and recurring.until_event:
        yield "recurring_end_ambiguous"


def _periods(clause: Clause, recurring: Recurring) -> Iterator[str]:
    periods = sum(1 for _ in islice(recurring.days(), PERIODS_LIMIT + 1))
    if periods == 0:
        yield "recurring_empty"
    if periods > PERIODS_LIMIT:
        yield "recurring_long"
    total = periods * (recurring.amount_fen or 0)
    if clause.kind == "pay" and clause.amount_fen and clause.amount_fen != total:
        yield "recurring_sum"
