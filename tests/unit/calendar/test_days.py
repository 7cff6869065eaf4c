from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.calendar.days import (
    OVERRIDES,
    Day,
    classify,
    days_after,
    next_working_day,
    working_days,
)

STATUTORY_HOLIDAYS_OF_2027 = {
    date(2027, 1, 1),
    *(date(2027, 2, day) for day in (5, 6, 7, 8)),
    date(2027, 4, 5),
    date(2027, 5, 1),
    date(2027, 5, 2),
    date(2027, 6, 9),
    date(2027, 9, 15),
    *(date(2027, 10, day) for day in (1, 2, 3)),
}


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 9, 18), True),  # Friday
        (date(2026, 9, 19), False),  # Saturday
        (date(2026, 9, 20), True),  # Sunday, made up for National Day
        (date(2026, 9, 25), False),  # Friday, Mid-Autumn
        (date(2026, 10, 1), False),  # Thursday, National Day
        (date(2026, 10, 7), False),  # Wednesday, last of the week off
        (date(2026, 10, 10), True),  # Saturday, made up
        (date(2026, 2, 14), True),  # Saturday, made up for Spring Festival
        (date(2026, 2, 23), False),  # Monday, in lieu
    ],
)
def test_classify_follows_the_published_list(day, working):
    assert classify(day) == Day(day, working=working, provisional=False)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2027, 1, 4), True),  # Monday
        (date(2027, 1, 8), True),  # Friday
        (date(2027, 1, 9), False),  # Saturday
        (date(2027, 1, 10), False),  # Sunday
        (date(2003, 10, 1), True),  # no list before 2004 either
    ],
)
def test_classify_year_without_list_is_monday_to_friday_and_provisional(day, working):
    assert classify(day) == Day(day, working=working, provisional=True)


def test_shipped_overrides_are_the_statutory_holidays_of_2027():
    assert set(OVERRIDES) == STATUTORY_HOLIDAYS_OF_2027
    assert set(OVERRIDES.values()) == {False}


def test_classify_statutory_holiday_is_certain_before_the_list_is_published():
    assert classify(date(2027, 1, 1)) == Day(date(2027, 1, 1), working=False, provisional=False)


def test_overrides_win_over_the_published_list():
    national_day, monday = date(2026, 10, 1), date(2026, 9, 14)
    overrides = {national_day: True, monday: False}
    assert classify(national_day, overrides) == Day(national_day, working=True, provisional=False)
    assert classify(monday, overrides) == Day(monday, working=False, provisional=False)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2026, 9, 30), Day(date(2026, 10, 8), working=True, provisional=False)),
        (date(2026, 10, 9), Day(date(2026, 10, 10), working=True, provisional=False)),
        (date(2026, 10, 8), Day(date(2026, 10, 9), working=True, provisional=False)),
        (date(2026, 12, 31), Day(date(2027, 1, 4), working=True, provisional=True)),
    ],
)
def test_next_working_day(day, following):
    assert next_working_day(day) == following


def test_working_days_stay_provisional_once_a_provisional_day_was_looked_at():
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2), date(2026, 12, 30)]
    assert [(found.day, found.provisional) for found in working_days(days)] == [
        (date(2026, 12, 31), False),
        (date(2026, 12, 30), True),
    ]


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_days_after_begin_tomorrow_and_leave_none_out(day):
    assert list(islice(days_after(day), 400)) == [day + timedelta(n) for n in range(1, 401)]
