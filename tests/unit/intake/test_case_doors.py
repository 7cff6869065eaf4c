"""Three doors, and codes of the published tables."""

from datetime import date

import pytest

from services.intake.rules import codes, doors
from shared.contracts.refused import Refused

LETTER = {"sender": "police", "stage": None}


@pytest.mark.parametrize(
    ("source", "way", "referral", "code"),
    [
        ("application", None, None, "way_missing"),
        ("referral", None, None, "referral_missing"),
        ("initiative", None, LETTER, "invalid"),
    ],
)
def test_each_door_asks_for_its_own(source, way, referral, code):
    with pytest.raises(Refused) as caught:
        doors.check(source, way, referral)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("source", "way", "referral"),
    [("application", "phone", None), ("referral", None, LETTER), ("initiative", None, None)],
)
def test_who_says_it_comes_in(source, way, referral):
    assert doors.check(source, way, referral) is None


@pytest.mark.parametrize(
    ("sender", "told", "stage"),
    [
        ("court", None, "before_filing"),
        ("court", "summary", "summary"),
        ("police", "summary", None),
    ],
)
def test_only_a_court_sends_at_a_stage(sender, told, stage):
    assert doors.stage_of({"sender": sender, "stage": told}) == stage


def test_triage_reads_the_voice_of_who_tells():
    voices = [doors.voice(kind) for kind in ("finding", "application", "initiative", "past")]
    assert voices == ["grid", "applicant", "mediator", "mediator"]


def test_a_code_counts_from_its_day_on():
    codes.check("categories", "ecommerce", date(2026, 3, 2), "category")
    with pytest.raises(Refused) as caught:
        codes.check("categories", "ecommerce", date(2015, 1, 1), "category")
    assert caught.value.details == {"field": "category", "table": "categories"}


def test_a_code_of_another_day_is_printed_as_it_stands():
    on = date(2015, 1, 1)
    assert (codes.zh("categories", "family", on), codes.zh("categories", None, on)) == (
        "family",
        None,
    )
