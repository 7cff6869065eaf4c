"""Screening's rules, as they would be on paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.screening import rules
from shared.contracts.refused import Refused
from shared.contracts.screening.codes import FACTS

THRESHOLDS = {
    "major": {"facts": ["death", "crowd"], "people_over": 10, "amount_fen": 30_000_000},
    "difficult": {"facts": ["mediation_failed"], "amount_fen": 10_000_000},
}


@pytest.mark.parametrize(
    ("facts", "people", "amount", "level", "reasons"),
    [
        ([], None, None, "ordinary", ()),
        (["death"], None, None, "major", ("death",)),
        (["death", "mediation_failed"], 11, None, "major", ("death", "many_people")),
        ([], 10, None, "ordinary", ()),
        ([], 11, None, "major", ("many_people",)),
        ([], None, 29_999_999, "difficult", ("large_sum",)),
        ([], None, 30_000_000, "major", ("large_sum",)),
        (["mediation_failed"], None, None, "difficult", ("mediation_failed",)),
    ],
)
def test_grade(facts, people, amount, level, reasons):
    grade = rules.grade(facts, people, amount, THRESHOLDS)
    assert (grade.level, grade.reasons, grade.provisional) == (level, reasons, False)


@given(st.lists(st.sampled_from(FACTS)), st.integers(0, 99), st.integers(0, 10**9))
def test_one_more_fact_never_lowers_the_level(facts, people, amount):
    order = ("ordinary", "difficult", "major")
    before = rules.grade(facts, people, amount, THRESHOLDS).level
    after = rules.grade([*facts, "death"], people, amount, THRESHOLDS).level
    assert order.index(after) >= order.index(before)


def test_to_depart_from_the_rule_needs_a_reason():
    by_rule = rules.grade(["death"], None, None, THRESHOLDS)
    with pytest.raises(Refused, match="reason_missing"):
        rules.choose(by_rule, "ordinary", None)
    chosen = rules.choose(by_rule, "ordinary", "当事人已和解")
    assert (chosen.level, chosen.reasons) == ("ordinary", ("death", "by_person"))


@given(st.lists(st.sampled_from(sorted(rules.FINDING_STEPS))))
def test_no_way_round_grading_and_handing_over(verbs):
    state, seen = "reported", {"reported"}
    for verb in verbs:
        try:
            state = rules.step(state, verb)
        except Refused:
            continue
        seen.add(state)
        if state == "taken":
            assert {"graded", "handed_over"} <= seen
        if state == "handed_over":
            assert "graded" in seen


@given(st.sampled_from(sorted(rules.FINDING_STEPS)))
def test_an_ended_finding_takes_nothing_but_a_receipt(verb):
    if verb == "record_receipt":
        assert rules.step("ended", verb) == "ended"
    else:
        with pytest.raises(Refused, match="wrong_state"):
            rules.step("ended", verb)


def test_plan_that_ends_before_it_begins_is_refused():
    with pytest.raises(Refused, match="plan_dates_reversed"):
        rules.check_plan(date(2018, 4, 30), date(2016, 12, 1))


def test_day_outside_the_plan_is_refused():
    rules.check_day(date(2026, 3, 31), date(2026, 3, 1), date(2026, 3, 31))
    with pytest.raises(Refused, match="outside_plan"):
        rules.check_day(date(2026, 4, 1), date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("people", "band"),
    [
        (None, "50人以下"),
        (49, "50人以下"),
        (50, "50—100人"),
        (100, "100—500人"),
        (500, "500人以上"),
    ],
)
def test_head_count_band(people, band):
    assert rules.head_count_band(people) == band
