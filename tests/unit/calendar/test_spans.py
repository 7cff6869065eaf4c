from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.calendar.days import classify
from shared.calendar.spans import Due, Pause, Span, days_left, last_day

CONFIRMATION = Span(30, "days", rolls=True)
MEDICAL = Span(30, "working_days", rolls=True)
PLAIN = Span(30, "days", rolls=False)


def certain(year, month, day):
    return Due(date(year, month, day), provisional=False)


@pytest.mark.parametrize(
    ("effective", "raw", "to_act"),
    [
        (date(2026, 9, 1), certain(2026, 10, 1), certain(2026, 10, 8)),  # National Day
        (date(2026, 1, 20), certain(2026, 2, 19), certain(2026, 2, 24)),  # Spring Festival
        (date(2026, 3, 2), certain(2026, 4, 1), certain(2026, 4, 1)),
        (date(2026, 9, 5), certain(2026, 10, 5), certain(2026, 10, 8)),
        (date(2026, 5, 14), certain(2026, 6, 13), certain(2026, 6, 15)),  # Saturday
        (date(2026, 9, 10), certain(2026, 10, 10), certain(2026, 10, 10)),  # make-up Saturday
    ],
)
def test_confirmation_thirty_days(effective, raw, to_act):
    assert last_day(effective, PLAIN) == raw
    assert last_day(effective, CONFIRMATION) == to_act


@pytest.mark.parametrize(
    ("accepted", "to_act"),
    [
        (date(2026, 9, 21), certain(2026, 11, 9)),
        (date(2026, 1, 5), certain(2026, 2, 14)),  # a make-up working Saturday
    ],
)
def test_medical_thirty_working_days(accepted, to_act):
    assert last_day(accepted, MEDICAL) == to_act


def test_last_day_in_a_year_without_list_is_provisional():
    assert last_day(date(2026, 12, 2), CONFIRMATION) == Due(date(2027, 1, 4), provisional=True)
    assert last_day(date(2026, 12, 1), CONFIRMATION) == certain(2026, 12, 31)
    assert last_day(date(2026, 12, 30), Span(2, "working_days", rolls=True)) == Due(
        date(2027, 1, 4), provisional=True
    )


def test_last_day_that_does_not_roll_needs_no_list():
    assert last_day(date(2026, 12, 20), PLAIN) == certain(2027, 1, 19)


def test_pause_counts_the_day_it_begins_and_none_up_to_its_end():
    pause = Pause(date(2026, 3, 5), date(2026, 3, 15))
    assert last_day(date(2026, 3, 2), PLAIN, [pause]) == certain(2026, 4, 11)


def test_pauses_that_overlap_are_taken_off_once():
    pauses = [
        Pause(date(2026, 3, 5), date(2026, 3, 15)),
        Pause(date(2026, 3, 10), date(2026, 3, 15)),
    ]
    assert last_day(date(2026, 3, 2), PLAIN, pauses) == certain(2026, 4, 11)


def test_pause_that_was_over_before_the_start_changes_nothing():
    pause = Pause(date(2026, 2, 1), date(2026, 3, 2))
    assert last_day(date(2026, 3, 2), PLAIN, [pause]) == certain(2026, 4, 1)


def test_open_pause_leaves_no_last_day():
    assert last_day(date(2026, 3, 2), MEDICAL, [Pause(date(2026, 3, 5), None)]) is None


def test_open_pause_after_the_last_day_changes_nothing():
    pause = Pause(date(2026, 4, 1), None)
    assert last_day(date(2026, 3, 2), CONFIRMATION, [pause]) == certain(2026, 4, 1)


def test_last_day_never_falls_into_a_pause_it_rolls_over():
    saturday = date(2026, 6, 13)
    pause = Pause(saturday, date(2026, 6, 16))
    assert last_day(date(2026, 5, 14), CONFIRMATION, [pause]) == certain(2026, 6, 17)
    assert last_day(date(2026, 5, 14), CONFIRMATION, [Pause(saturday, None)]) is None


def test_extensions_add_in_the_unit_of_the_span():
    assert last_day(date(2026, 3, 2), PLAIN, extensions=[10, 5]) == certain(2026, 4, 16)
    assert last_day(date(2026, 9, 21), MEDICAL, extensions=[1]) == certain(2026, 11, 10)


@pytest.mark.parametrize("extension", [0, -5])
def test_extension_under_one_day_is_refused(extension):
    with pytest.raises(ValueError, match="extension"):
        last_day(date(2026, 3, 2), PLAIN, extensions=[extension])


@pytest.mark.parametrize(("length", "unit"), [(0, "days"), (-1, "working_days"), (30, "months")])
def test_span_refuses_what_is_no_period(length, unit):
    with pytest.raises(ValueError, match="span"):
        Span(length, unit, rolls=True)


def test_pause_refuses_to_end_before_it_begins():
    with pytest.raises(ValueError, match="pause"):
        Pause(date(2026, 3, 5), date(2026, 3, 4))


@pytest.mark.parametrize(
    ("today", "left"),
    [(date(2026, 10, 1), 7), (date(2026, 10, 8), 0), (date(2026, 10, 9), -1)],
)
def test_days_left(today, left):
    assert days_left(certain(2026, 10, 8), today) == left


FIRST = date(2025, 11, 1)
DAYS = st.integers(0, 500).map(lambda n: FIRST + timedelta(n))
SPANS = st.builds(
    Span, st.integers(1, 45), st.sampled_from(["days", "working_days"]), st.booleans()
)
CLOSED = st.tuples(DAYS, st.integers(0, 40)).map(lambda p: Pause(p[0], p[0] + timedelta(p[1])))
OPEN = DAYS.map(lambda since: Pause(since, None))
PAUSES = st.lists(CLOSED, max_size=3).flatmap(
    lambda closed: st.lists(OPEN, max_size=1).map(lambda still: closed + still)
)
LONGEST = 800  # days; more than 85 working days and three pauses of 40 days can take


def is_paused(day, pauses):
    return any(p.since < day and (p.until is None or day <= p.until) for p in pauses)


def brute_force(start, span, pauses, extensions):
    """Step day by day and keep the books: what is still to be counted, what was looked up."""
    to_count, looked_up = span.length + sum(extensions), []
    must_be_working = span.rolls or span.unit == "working_days"
    for today in (start + timedelta(n) for n in range(1, LONGEST)):
        if is_paused(today, pauses):
            continue
        known = classify(today)
        to_count -= span.unit == "days" or known.working
        if span.unit == "working_days" or (span.rolls and to_count <= 0):
            looked_up.append(known.provisional)
        if to_count <= 0 and (known.working or not must_be_working):
            return Due(today, any(looked_up))
    return None


@given(DAYS, SPANS, PAUSES, st.lists(st.integers(1, 20), max_size=2))
@example(date(2026, 5, 14), CONFIRMATION, [Pause(date(2026, 6, 13), None)], [])
@example(date(2026, 12, 2), CONFIRMATION, [], [])
def test_last_day_equals_the_brute_force_count(start, span, pauses, extensions):
    assert last_day(start, span, pauses, extensions) == brute_force(start, span, pauses, extensions)


@given(DAYS, SPANS, CLOSED)
def test_a_pause_never_brings_the_last_day_forward(start, span, pause):
    assert last_day(start, span, [pause]).day >= last_day(start, span).day


@given(DAYS, SPANS)
def test_a_rolling_last_day_is_a_working_day(start, span):
    due = last_day(start, Span(span.length, span.unit, rolls=True))
    assert classify(due.day).working
