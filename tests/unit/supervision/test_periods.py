"""Days as the law counts them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.supervision.rules import rows
from services.supervision.rules.columns import case_form
from services.supervision.rules.periods import check_period, day_of, last_year
from shared.contracts.refused import Refused


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-01-31T23:59:59+08:00", "2026-01-31"),
        ("2026-01-31T16:00:00+00:00", "2026-02-01"),
        ("2026-02-01T00:00:00+08:00", "2026-02-01"),
    ],
)
def test_day_of_a_moment_is_that_of_shanghai(moment, day):
    assert day_of(moment) == day


def test_period_may_be_one_day_but_not_end_before_it_begins():
    check_period(date(2026, 1, 1), date(2026, 1, 1))
    with pytest.raises(Refused, match="period_reversed"):
        check_period(date(2026, 1, 2), date(2026, 1, 1))


@example(date(2024, 2, 29))
@given(st.dates())
def test_last_year_is_the_same_day_or_the_last_of_february(day):
    before = last_year(day)
    assert (before.year, before.month) == (max(day.year - 1, 1), day.month)
    assert before.day == (28 if (day.month, day.day) == (2, 29) else day.day)


def test_rows_are_no_more_than_a_list_holds():
    rows.check_rows(500)
    with pytest.raises(Refused, match="rows_too_many"):
        rows.check_rows(501)


def test_cells_are_nought_where_known_and_none_where_not():
    form = case_form()
    cells = dict(zip((c.code for c in form.columns), rows.cells(form, {"total": 3}), strict=True))
    assert (cells["total"], cells["agreed"], cells["judgment_void"]) == (3, 0, None)
    of_committee = rows.cells(form, {"total": 3}, rows.WITH_COMMITTEE)
    cells = dict(zip((c.code for c in form.columns), of_committee, strict=True))
    assert (cells["total"], cells["screenings"], cells["prevented_disputes"]) == (3, None, None)
