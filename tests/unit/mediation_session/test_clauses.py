"""Clauses as data: sums of instalments, what recurs, what falls due, sentences."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.mediation_session.rules import clauses
from services.mediation_session.rules.recurring import Recurring
from services.mediation_session.rules.sentences import sentence
from shared.reference.money import parse_capitals
from tests.unit.mediation_session.drafts import FIX, MONTHLY, PAY, QUIET, codes, recurring

NAMES = {"p-1": "张某", "p-2": "李某", "p-3": "王某"}
FEN = st.lists(st.integers(1, 10**9), min_size=1, max_size=30)


def instalments(amounts, total):
    first = date(2026, 4, 1)
    parts = [
        {"date": (first + timedelta(days=30 * n)).isoformat(), "amount_fen": fen}
        for n, fen in enumerate(amounts)
    ]
    return {**PAY, "amount_fen": total, "when": {"instalments": parts}}


def one(data):
    (clause,) = clauses.read([data])
    return clause


@given(FEN)
def test_instalments_that_sum_up_are_right_and_counted(amounts):
    clause = instalments(amounts, sum(amounts))
    assert codes(clause) == set()
    due = list(clauses.obligations(one(clause)))
    assert [o.amount_fen for o in due] == amounts
    assert [o.period for o in due] == list(range(1, len(amounts) + 1))
    assert clauses.amount_fen([one(clause)]) == sum(amounts)


@given(FEN, st.integers(-(10**9), 10**9).filter(bool))
def test_instalments_that_do_not_sum_up_are_found(amounts, off):
    assert "instalments_sum" in codes(instalments(amounts, max(0, sum(amounts) + off)))


def brute(every, day, since, until):
    """Every day of the span, asked one by one."""
    found = []
    for n in range((until - since).days + 1):
        today = since + timedelta(days=n)
        last = (today.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        is_day = today.day == min(day, last.day)
        matches = {
            "week": today.isoweekday() == day,
            "month": is_day,
            "year": is_day and today.month == since.month,
        }
        found += [today] if matches[every] else []
    return found


@given(
    st.sampled_from(["week", "month", "year"]),
    st.integers(1, 31),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.integers(0, 1500),
)
def test_recurring_days_are_those_of_the_calendar(every, day, since, length):
    day = (day - 1) % 7 + 1 if every == "week" else day
    until = since + timedelta(days=length)
    days = Recurring(every, day, since, until, None, 1).days()
    assert list(days) == brute(every, day, since, until)


def test_recurring_goes_on_to_the_end_of_the_calendar():
    days = Recurring("year", 29, date(9990, 2, 1), None, "老人去世", 1).days()
    assert next(iter(days)) == date(9990, 2, 28)


def test_total_until_a_day_is_counted_until_an_event_is_not():
    assert clauses.total_fen(one(MONTHLY)) == 9 * 50_000
    assert clauses.total_fen(one(recurring(until=None, until_event="老人去世"))) is None
    assert clauses.amount_fen(clauses.read([PAY, recurring(until=None, until_event="去世")])) == (
        1_200_000
    )
    assert clauses.amount_fen(clauses.read([FIX])) is None


@pytest.mark.parametrize(
    ("drafted", "last"),
    [
        ([PAY], date(2026, 5, 1)),
        ([PAY, FIX], date(2026, 5, 1)),
        ([MONTHLY], date(2026, 12, 5)),
        ([recurring(until=None, until_event="去世"), PAY], None),
        ([QUIET], None),
    ],
)
def test_last_day_of_performance(drafted, last):
    assert clauses.last_due_on(clauses.read(drafted)) == last


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (
            PAY,
            (
                "李某向张某支付人民币12,000.00元（大写：壹万贰仟元整），分2期付清："
                "第1期于2026年4月1日前（含当日）支付人民币6,000.00元（大写：陆仟元整）；"
                "第2期于2026年5月1日前（含当日）支付人民币6,000.00元（大写：陆仟元整）。"
                "方式：银行转账。不按约定履行的：张某可以要求一次付清余款。"
            ),
        ),
        (
            {**FIX, "jointly_with": ["p-3"]},
            (
                "李某、王某共同于2026年3月20日前（含当日）向张某履行：修好漏水的水管。"
                "方式：请专业人员上门。不按约定履行的：张某请人修，费用由李某承担。"
            ),
        ),
        ({**QUIET, "object": "不得在夜间装修"}, "李某向张某承诺不得在夜间装修。"),
        (
            recurring(until=None, until_event="张某去世"),
            (
                "自2026年4月1日起至张某去世止，每月5日前，李某向张某支付人民币500.00元"
                "（大写：伍佰元整）。方式：银行转账。不按约定履行的：张某可以要求一次付清余款。"
            ),
        ),
    ],
)
def test_sentence_says_all_of_a_clause(clause, said):
    assert sentence(one(clause), NAMES) == said


@given(FEN)
def test_sentence_names_every_sum_in_capitals(amounts):
    said = sentence(one(instalments(amounts, sum(amounts))), NAMES)
    capitals = [part.split("）")[0] for part in said.split("（大写：")[1:]]
    assert [parse_capitals(text) for text in capitals] == [sum(amounts), *amounts]
