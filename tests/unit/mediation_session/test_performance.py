"""Performance: what falls due next, and when nothing is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.mediation_session.rules import clauses, performance
from shared.contracts.refused import Refused
from tests.unit.mediation_session.drafts import FIX, PAY, QUIET, recurring

READ = clauses.read([PAY, FIX, QUIET])
ACTS = st.lists(
    st.tuples(
        st.sampled_from([(1, 1), (1, 2), (2, None), (1, None), (None, None)]),
        st.sampled_from(["performed", "partly_performed", "not_performed"]),
    ),
    max_size=10,
)


def records(acts):
    return [{"clause": c, "period": p, "state": s} for (c, p), s in acts]


@given(ACTS)
def test_complete_means_that_nothing_falls_due(acts):
    done = performance.latest(records(acts))
    settled = {key for key, state in done.items() if state == "performed"}
    whole = (None, None) in settled
    first = (1, None) in settled or {(1, 1), (1, 2)} <= settled
    assert performance.is_complete(READ, done) == (whole or (first and (2, None) in settled))
    due = [performance.next_open(clause, done) for clause in READ]
    assert (not any(due)) == performance.is_complete(READ, done)


def test_the_latest_word_counts():
    acts = [((2, None), "performed"), ((2, None), "not_performed")]
    done = performance.latest(records(acts))
    assert performance.next_open(READ[1], done).clause == 2


def test_next_is_the_first_that_is_open():
    done = performance.latest(records([((1, 1), "performed")]))
    found = performance.next_open(READ[0], done)
    assert (found.period, found.amount_fen, found.due_on.isoformat()) == (2, 600_000, "2026-05-01")


def test_until_an_event_it_goes_on_until_somebody_says_so():
    read = clauses.read([recurring(until=None, until_event="老人去世")])
    done = performance.latest(records([((1, n), "performed") for n in range(1, 40)]))
    assert performance.next_open(read[0], done).period == 40
    assert performance.is_complete(read, done) is False
    assert performance.is_complete(read, performance.latest(records([((1, None), "performed")])))


def test_agreement_without_clauses_is_complete_when_somebody_says_so():
    assert performance.is_complete((), {}) is False
    assert performance.is_complete((), {(None, None): "performed"}) is True


def record(clause, period=None, amount_fen=None, state="performed"):
    return {"clause": clause, "period": period, "amount_fen": amount_fen, "state": state}


@pytest.mark.parametrize(
    ("said", "before", "code"),
    [
        (record(1, 1, 600_000), [], None),
        (record(1, 1, 700_000), [], None),
        (record(1, 1), [], None),
        (record(1, 1, 1), [], "amount_differs"),
        (record(1, 1, 1, "partly_performed"), [], None),
        (record(1, 1, 1), [record(1, 1, 599_999)], None),
        (record(1, 1, 1), [record(1, 2, 599_999)], "amount_differs"),
        (record(2), [], None),
        (record(4), [], "no_such_clause"),
        (record(1, 3), [], "no_such_clause"),
        (record(2, 1), [], "no_such_clause"),
        (record(None, 1), [], "no_such_clause"),
        (record(None), [], None),
    ],
)
def test_record_names_what_exists_and_is_enough(said, before, code):
    if code is None:
        performance.check_record(READ, said, before)
        return
    with pytest.raises(Refused) as no:
        performance.check_record(READ, said, before)
    assert no.value.code == code
