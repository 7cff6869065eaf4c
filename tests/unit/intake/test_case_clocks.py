"""Clocks (§12.2) and numbers (§2.3)."""

from datetime import date
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.rules.clocks import due_on, mediation_period
from services.intake.rules.numbers import number, pattern_of, reference, series
from shared.calendar.days import classify
from shared.contracts.refused import Refused

DAYS = {"unit": "days", "rolls": True}
CLOCKS = {
    "mediation_general": {"length": 30, **DAYS},
    "court_delegated": {"length": 29, **DAYS},
    "court_entrusted": {"length": 15, **DAYS},
    "court_entrusted_summary": {"length": 7, **DAYS},
    "labour": {"length": 14, **DAYS},
}
MEDICAL = {"clocks": {"mediation": {"length": 30, "unit": "working_days"}}}
ACCEPTANCE = {"length": 3, "unit": "working_days", "rolls": True}
PATTERN = "（{year}）{short}人调字第{n}号"


@pytest.mark.parametrize(
    ("sector", "manifest", "stage", "length", "provisional"),
    [
        (None, None, None, 30, False),
        (None, None, "before_filing", 29, False),
        (None, None, "ordinary", 15, False),
        (None, None, "summary", 7, False),
        ("medical", None, None, 30, True),
        ("medical", MEDICAL, None, 30, False),
        ("medical", MEDICAL, "summary", 7, False),
        ("labour", None, None, 14, True),
        ("consumer", {"clocks": {}}, None, 30, True),
    ],
)
def test_which_period_holds(sector, manifest, stage, length, provisional):
    period = mediation_period(CLOCKS, sector, manifest, stage)
    assert (period.length, period.provisional) == (length, provisional)


def test_labour_counts_from_the_application_all_others_from_acceptance():
    starts = [mediation_period(CLOCKS, s, None, None).starts_on for s in (None, "labour")]
    assert starts == ["accepted", "registered"]


@pytest.mark.parametrize("clocks", [{}, {"mediation_general": None}])
def test_a_period_that_the_profile_lacks_is_refused(clocks):
    with pytest.raises(Refused) as caught:
        mediation_period(clocks, None, None, None)
    assert caught.value.code == "clock_missing"


@pytest.mark.parametrize(
    ("start", "due"),
    [("2026-02-27", "2026-03-03"), ("2026-03-06", "2026-03-11"), ("2026-09-29", "2026-10-09")],
)
def test_acceptance_is_due_in_working_days_with_make_up_days(start, due):
    assert due_on(date.fromisoformat(start), ACCEPTANCE) == date.fromisoformat(due)


def test_without_a_clock_nothing_is_due():
    assert due_on(date(2026, 3, 2), None) is None


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.integers(1, 20))
def test_working_days_count_exactly_so_many(start, length):
    due = due_on(start, {**ACCEPTANCE, "length": length})
    between = (date.fromordinal(n) for n in range(start.toordinal() + 1, due.toordinal() + 1))
    assert sum(classify(day).working for day in between) == length
    assert classify(due).working


@given(st.integers(2000, 2100), st.integers(1, 10**6))
def test_a_number_carries_year_committee_and_place(year, n):
    assert number(PATTERN, year, "岭下", n) == f"（{year}）岭下人调字第{n}号"


def test_a_series_is_one_committee_in_one_year():
    assert len({series(c, y) for c in ("c-1", "c-2") for y in (2025, 2026)}) == 4


@pytest.mark.parametrize("settings", [{}, {"numbering": None}, {"numbering": {"pattern": None}}])
def test_without_a_pattern_no_number_is_made_up(settings):
    with pytest.raises(Refused) as caught:
        pattern_of(settings)
    assert caught.value.code == "numbering_missing"


@given(st.uuids(), st.uuids())
def test_a_reference_is_short_and_can_be_read_out(one, other):
    text = reference(str(one))
    assert len(text) == 11
    assert set(text) - set("-0123456789") <= set(ascii_uppercase) - set("ILOU")
    assert (text == reference(str(other))) == (one == other)
