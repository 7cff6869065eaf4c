"""Committees: what the law would have is said code by code, and blocks nothing."""

from dataclasses import replace
from datetime import date

import pytest

from services.registry.rules.committees import Committee, Seat, Term, check_name, warnings
from shared.contracts.refused import Refused

ON = date(2026, 3, 2)
TERM = Term(date(2024, 3, 1), date(2027, 3, 1))
DIRECTOR = Seat("director", "2", minority=False, term=TERM)
MAN = Seat("member", "1", minority=False, term=TERM)
MINORITY = replace(MAN, minority=True)
GOOD = Committee(
    name="农安镇十里堡村人民调解委员会",
    host_type="village",
    division="220122100207",
    host_term=Term(date(2022, 1, 1), date(2027, 1, 1)),
    seats=(DIRECTOR, MAN, MINORITY),
)


def found(on=ON, *, multi_ethnic=True, **changes):
    return warnings(replace(GOOD, **changes), on, multi_ethnic=multi_ethnic)


def test_a_committee_by_the_book_has_no_warning():
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"seats": (DIRECTOR, MINORITY)}, ["members_few"]),
        ({"seats": (DIRECTOR, MINORITY, *[MAN] * 7)}, []),
        ({"seats": (DIRECTOR, MINORITY, *[MAN] * 8)}, ["members_many"]),
        ({"seats": (replace(DIRECTOR, role="deputy"), MAN, MINORITY)}, ["director_missing"]),
        ({"seats": (DIRECTOR, DIRECTOR, MINORITY)}, ["directors_several"]),
        ({"seats": (replace(DIRECTOR, sex="1"), MAN, MINORITY)}, ["woman_missing"]),
        ({"seats": (DIRECTOR, MAN, MAN)}, ["minority_missing"]),
        ({"host_term": Term(date(2022, 1, 1), date(2027, 1, 2))}, ["host_term_long"]),
        ({"host_term": Term(date(2021, 1, 1), date(2026, 1, 1))}, ["host_term_over"]),
        ({"host_term": None}, []),
        ({"division": "220122100000"}, ["host_level_unusual"]),
        ({"host_type": "street", "division": "222401002000"}, []),
        ({"host_type": "organisation", "division": "220122000000"}, []),
        ({"name": "十里堡村调委会"}, ["name_unusual"]),
    ],
)
def test_each_departure_has_its_code(changes, expected):
    assert found(**changes) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2027, 3, 1), []),
        (date(2027, 3, 2), ["member_term_long"]),
        (date(2026, 3, 2), []),
        (date(2026, 3, 1), ["member_term_over"]),
    ],
)
def test_a_member_serves_three_years(until, expected):
    seat = replace(MAN, term=Term(TERM.since, until))
    assert found(seats=(DIRECTOR, seat, MINORITY)) == expected


def test_minority_members_are_asked_for_only_where_several_peoples_live():
    assert found(seats=(DIRECTOR, MAN, MAN), multi_ethnic=False) == []


def test_before_the_law_its_numbers_are_not_asked_for():
    seats = (replace(MAN, term=Term(date(2010, 1, 1), date(2010, 6, 1))),)
    assert found(date(2010, 5, 1), seats=seats, host_term=None) == []


def test_a_term_from_a_leap_day_ends_on_the_first_of_march():
    seat = replace(MAN, term=Term(date(2024, 2, 29), date(2027, 3, 1)))
    assert found(seats=(DIRECTOR, seat, MINORITY)) == []


def test_commercial_mediation_is_not_registered_as_a_committee():
    with pytest.raises(Refused) as no:
        check_name("农安县商事调解中心")
    assert no.value.code == "commercial_mediation"
