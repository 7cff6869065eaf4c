"""Mediators: adults, in office, of an active committee, with a certificate."""

from datetime import date

import pytest

from services.registry.rules.certificates import Act
from services.registry.rules.codes import check_code, check_specialities
from services.registry.rules.days import check_order, holds, years_after
from services.registry.rules.limits import limit
from services.registry.rules.mediators import check_adult, reasons_on
from shared.contracts.refused import Refused
from shared.testing.people import identity_number

ON = date(2026, 3, 2)
ISSUED = [Act("issue", date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31))]
MEDIATOR = {"since": "2024-03-01", "removed_on": None}
COMMITTEE = {"since": "2024-01-01", "ended_on": None}


@pytest.mark.parametrize(
    ("mediator", "committee", "acts", "reasons"),
    [
        ({}, {}, ISSUED, []),
        ({"since": "2026-03-02"}, {}, ISSUED, []),
        ({"since": "2026-03-03"}, {}, ISSUED, ["not_registered_yet"]),
        ({"removed_on": "2026-03-03"}, {}, ISSUED, []),
        ({"removed_on": "2026-03-02"}, {}, ISSUED, ["removed"]),
        ({}, {"ended_on": "2026-03-03"}, ISSUED, []),
        ({}, {"ended_on": "2026-03-02"}, ISSUED, ["committee_not_active"]),
        ({}, {"since": "2026-03-03"}, ISSUED, ["committee_not_active"]),
        ({}, {}, [], ["certificate_missing"]),
        ({"removed_on": "2026-01-01"}, {"ended_on": "2026-01-01"}, [],
         ["removed", "committee_not_active", "certificate_missing"]),
    ],
)  # fmt: skip
def test_reasons_on(mediator, committee, acts, reasons):
    assert reasons_on({**MEDIATOR, **mediator}, {**COMMITTEE, **committee}, acts, ON) == reasons


def test_a_mediator_is_eighteen_on_the_first_day():
    check_adult(identity_number("20080302"), ON)
    with pytest.raises(Refused) as no:
        check_adult(identity_number("20080303"), ON)
    assert no.value.code == "not_adult"


def test_limits_hold_from_their_day():
    assert (limit("members_most", date(2010, 12, 31)), limit("members_most", ON)) == (None, 9)
    assert (limit("host_term_years", date(2025, 12, 31)), limit("host_term_years", ON)) == (None, 5)


def test_codes_are_those_of_the_tables_on_the_day():
    check_code("sectors", None, ON, "sector")
    check_code("sectors", "medical", ON, "sector")
    check_specialities(["neighbour", "insurance"], ON)
    for check in (
        lambda: check_code("sectors", "medical", date(2017, 12, 31), "sector"),
        lambda: check_code("host_types", "club", ON, "host_type"),
        lambda: check_specialities(["neighbour", "cooking"], ON),
    ):
        with pytest.raises(Refused) as no:
            check()
        assert no.value.code == "code_unknown"


def test_days():
    assert [holds(ON, "2026-03-02", "2026-03-02"), holds(ON, "2026-03-03")] == [True, False]
    assert holds(ON, "2026-01-01", "2026-03-01") is False
    assert holds(ON, "2026-01-01", None, "2026-03-02") is False
    assert years_after(date(2024, 2, 29), 1) == date(2025, 3, 1)
    assert years_after(date(9998, 1, 1), 3) == date.max
    check_order(ON, ON)
    with pytest.raises(Refused) as no:
        check_order(ON, date(2026, 3, 1))
    assert no.value.code == "dates_reversed"
