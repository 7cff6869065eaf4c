"""Consistency checks of the table: they hold for true figures and find each false one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.supervision.rules.checks import Check, Finding, run
from services.supervision.rules.columns import case_form

COUNT = st.integers(0, 10**6)


def check(kind, **more):
    row = {"code": "c", "zh": "甲乙相等", "left": ["a", "b"], "is": kind, "right": ["c"], **more}
    return Check.of(row)


@given(COUNT, COUNT, COUNT)
def test_equal_at_most_at_least_compare_the_sums(a, b, c):
    figures = {"a": a, "b": b, "c": c}
    assert run(check("equal"), figures, {}).ok is (a + b == c)
    assert run(check("at_most"), figures, {}).ok is (a + b <= c)
    assert run(check("at_least", times=2), figures, {}).ok is (a + b >= 2 * c)


@given(COUNT, COUNT)
def test_steady_allows_half_up_or_down(now, before):
    steady = check("steady", left=["a"], right=[], percent=50)
    ok = run(steady, {"a": now}, {"a": before}).ok
    assert ok is (before == 0 or before / 2 <= now <= before * 1.5)


def test_failure_names_both_figures():
    found = run(check("equal"), {"a": 1, "b": 2, "c": 4}, {})
    assert found == Finding("c", ok=False, why_zh="甲乙相等：现为 3 与 4")
    assert run(check("equal"), {"a": 1, "b": 3, "c": 4}, {}).why_zh == "甲乙相等"


def test_unknown_kind_is_an_error():
    with pytest.raises(ValueError, match="nearly"):
        check("nearly")


def test_checks_of_the_form():
    assert [(c.code, c.kind) for c in case_form().checks] == [
        ("sources", "equal"),
        ("referrals", "equal"),
        ("categories", "equal"),
        ("hosts", "equal"),
        ("agreed", "at_most"),
        ("forms", "equal"),
        ("performed", "at_most"),
        ("people", "at_least"),
        ("growth", "steady"),
    ]
