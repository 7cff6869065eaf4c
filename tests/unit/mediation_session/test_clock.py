"""The clock of a mediation against counting day by day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.mediation_session.rules import clock
from shared.calendar.clock import SHANGHAI
from shared.calendar.days import classify
from shared.contracts.refused import Refused

GENERAL = {"length": 30, "unit": "days", "rolls": True, "provisional": False}
MEDICAL = {"length": 30, "unit": "working_days", "rolls": False, "provisional": False}


def brute(settings, started_on, pauses, extensions):
    """Count one day after the other."""
    day, counted = started_on, 0
    wanted = settings["length"] + sum(extensions)
    while True:
        day += timedelta(days=1)
        covering = [p for p in pauses if clock.pause(p).covers(day)]
        if any(p["until"] is None for p in covering):
            return None
        if covering:
            continue
        if settings["unit"] == "days" or classify(day).working:
            counted += 1
        if counted >= wanted and (not settings["rolls"] or classify(day).working):
            return day


@st.composite
def histories(draw):
    """A start, pauses one after the other, extensions."""
    start = draw(st.dates(date(2024, 1, 1), date(2026, 6, 1)))
    at, pauses = start, []
    for _ in range(draw(st.integers(0, 3))):
        since = at + timedelta(days=draw(st.integers(0, 20)))
        at = since + timedelta(days=draw(st.integers(0, 40)))
        is_open = draw(st.booleans()) and draw(st.booleans())
        pauses.append({"since": since, "until": None if is_open else at})
        if is_open:
            break
    return start, pauses, draw(st.lists(st.integers(1, 60), max_size=2))


@given(st.sampled_from([GENERAL, MEDICAL]), histories())
def test_reading_is_what_counting_gives(settings, history):
    start, pauses, extensions = history
    reading = clock.read(settings, start, pauses, extensions)
    assert reading.due_on == brute(settings, start, pauses, extensions)


@pytest.mark.parametrize(
    ("settings", "start", "due"),
    [  # domain.md §12.5
        (GENERAL, "2026-09-01", "2026-10-08"),
        (GENERAL, "2026-01-20", "2026-02-24"),
        (GENERAL, "2026-03-02", "2026-04-01"),
        (GENERAL, "2026-09-10", "2026-10-10"),
        (MEDICAL, "2026-09-21", "2026-11-09"),
        (MEDICAL, "2026-01-05", "2026-02-14"),
    ],
)
def test_published_vectors(settings, start, due):
    reading = clock.read(settings, date.fromisoformat(start))
    assert (reading.due_on, reading.provisional) == (date.fromisoformat(due), False)


def test_reading_is_provisional_with_its_period_or_its_days():
    assert clock.read({**GENERAL, "provisional": True}, date(2026, 3, 2)).provisional is True
    assert clock.read(GENERAL, date(2027, 3, 2)).provisional is True


@pytest.mark.parametrize(
    ("category", "length", "unit"),
    [
        ("neighbour", 30, "days"),
        ("medical", 30, "working_days"),
        ("labour", 15, "days"),
        ("wage_arrears", 15, "days"),
    ],
)
def test_published_clock_where_nobody_gives_one(category, length, unit):
    found = clock.published_clock(category, date(2026, 3, 2))
    assert (found["length"], found["unit"], found["provisional"]) == (length, unit, True)


def test_last_day_runs_until_midnight():
    assert clock.morning_after(date(2026, 4, 1)) == datetime(2026, 4, 2, tzinfo=SHANGHAI)
    assert [clock.is_over(date(2026, 4, 1), date(2026, 4, day)) for day in (1, 2)] == [False, True]
    assert clock.is_over(None, date(2026, 4, 2)) is False


def test_expiry_needs_a_time_that_is_over():
    clock.check_expired("no_agreement", None, date(2026, 4, 1))
    clock.check_expired("expired", date(2026, 4, 1), date(2026, 4, 2))
    for due_on in (None, date(2026, 4, 2)):
        with pytest.raises(Refused, match="not_expired"):
            clock.check_expired("expired", due_on, date(2026, 4, 2))


def test_moments_are_kept_in_beijing_time():
    assert clock.local("2026-03-01T20:30:00+00:00") == "2026-03-02T04:30:00+08:00"
