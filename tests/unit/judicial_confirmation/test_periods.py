"""Thirty days, fifteen days, two years: the vectors of domain.md §12.5 and a slow count."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.judicial_confirmation.rules import periods
from shared.calendar.days import classify
from shared.contracts.refused import Refused

DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 1))
TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("effective", "last"),
    [
        ("2026-09-01", "2026-10-08"),
        ("2026-01-20", "2026-02-24"),
        ("2026-03-02", "2026-04-01"),
        ("2026-09-05", "2026-10-08"),
        ("2026-05-14", "2026-06-15"),
        ("2026-09-10", "2026-10-10"),
    ],
)
def test_last_day_to_apply(effective, last):
    window = periods.window(date.fromisoformat(effective), None)
    assert (window.deadline, window.provisional) == (date.fromisoformat(last), False)


@given(DAYS)
def test_last_day_is_the_first_working_day_from_the_thirtieth_on(effective):
    day = effective + timedelta(days=30)
    while not classify(day).working:
        day += timedelta(days=1)
    assert periods.window(effective, None).deadline == day


def test_last_day_in_a_year_without_published_list_is_provisional():
    assert periods.window(date(2027, 9, 1), None).provisional is True


def test_articles_of_the_period_are_cited():
    assert periods.window(date(2026, 3, 2), None).article == (
        "《中华人民共和国人民调解法》第三十三条、《中华人民共和国民事诉讼法》第二百零五条、"
        "《中华人民共和国民事诉讼法》第八十五条"
    )


def test_profile_says_otherwise():
    clock = {"length": 20, "unit": "days", "rolls": False}
    settings = {"clocks": {"confirmation": clock}, "confirmation": {"alarms": [1, 10]}}
    window = periods.window(date(2026, 5, 4), settings)
    assert (window.deadline, window.alarms) == (date(2026, 5, 24), (10, 1))


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"clocks": {}, "confirmation": {}},
        {"clocks": {"confirmation": {"length": None, "unit": "days", "rolls": True}}},
    ],
)
def test_silent_profile_leaves_the_published_period(settings):
    assert periods.window(date(2026, 3, 2), settings) == periods.window(date(2026, 3, 2), None)


def test_window_of_a_court_entrusted_agreement_counts_from_the_signatures():
    sealed, signed = (datetime.fromisoformat(f"2026-03-0{n}T10:00:00+08:00") for n in (4, 2))
    assert periods.counts_from(sealed, signed) == date(2026, 3, 2)
    assert periods.counts_from(sealed, None) == date(2026, 3, 4)


def test_alarms_lie_ahead_or_are_of_today():
    deadline = date(2026, 4, 1)
    assert periods.alarm_days((30, 15, 7, 3, 1), deadline, date(2026, 3, 17)) == [
        (15, date(2026, 3, 17)),
        (7, date(2026, 3, 25)),
        (3, date(2026, 3, 29)),
        (1, date(2026, 3, 31)),
    ]


@given(st.integers(-5, 40))
def test_one_alarm_at_most_fits_a_day(left):
    alarms = (30, 15, 7, 3, 1)
    standing = [alarm for alarm in alarms if periods.alarm_stands(alarm, alarms, left)]
    slow = [a for a in alarms if 0 <= left <= a and all(b >= a or b < left for b in alarms)]
    assert standing == slow
    assert len(standing) == (1 if 0 <= left <= 30 else 0)


def test_nothing_goes_out_after_the_last_day():
    periods.check_in_time(TODAY, TODAY)
    with pytest.raises(Refused, match="deadline_passed"):
        periods.check_in_time(TODAY, TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("served", "last"),
    [("2026-03-02", "2026-03-17"), ("2026-09-17", "2026-10-08"), ("2026-03-06", "2026-03-23")],
)
def test_objection_of_a_party(served, last):
    assert periods.objection_until(date.fromisoformat(served)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("performance", "last"),
    [
        ("2024-05-30", "2026-06-01"),  # 2026-05-30 and -31 are a weekend
        ("2024-02-29", "2026-02-28"),  # no such day; a make-up working Saturday
        ("2024-03-13", "2026-03-13"),
        ("2024-10-02", "2026-10-08"),
    ],
)
def test_enforcement_within_two_years(performance, last):
    assert periods.enforcement_until(date.fromisoformat(performance)) == date.fromisoformat(last)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 5))
def test_anniversary_keeps_the_day_or_ends_the_month(day, years):
    found = periods.anniversary(day, years)
    assert (found.year, found.month) == (day.year + years, day.month)
    assert found.day in (day.day, 28)


def test_an_act_does_not_precede_the_one_before():
    at = datetime.fromisoformat("2026-03-02T10:00:00+08:00")
    periods.check_order(at, at, "happened_at")
    periods.check_order(at, None, "happened_at")
    with pytest.raises(Refused, match="dates_reversed"):
        periods.check_order(at - timedelta(seconds=1), at, "happened_at")
