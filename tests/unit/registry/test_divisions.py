"""Divisions: a tree by digits, with days and successors; an import may be repeated."""

from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registry.rules.divisions import (
    digest,
    existing,
    level,
    line,
    on_day,
    plan_import,
    prefix,
)
from shared.access.principal import division_prefix
from shared.contracts.refused import Refused
from shared.reference.divisions import seed

OLD = {
    "code": "220122100000", "name": "农安镇", "level": "township", "parent": "220122000000",
    "valid_from": "2020-01-01", "valid_to": None, "replaced_by": None,
}  # fmt: skip
COUNTY = {**OLD, "code": "220122000000", "level": "county", "parent": "220100000000"}
PREFECTURE = {**OLD, "code": "220100000000", "level": "prefecture", "parent": "220000000000"}
PROVINCE = {**OLD, "code": "220000000000", "level": "province", "parent": None}
ABOVE = [COUNTY, PREFECTURE, PROVINCE]


def seed_rows():
    rows = [asdict(division) for division in seed()]
    return [{**row, "valid_from": row["valid_from"].isoformat()} for row in rows]


def test_the_whole_seed_is_new_once_and_nothing_the_second_time():
    rows = seed_rows()
    assert (len(plan_import(rows, []).new), len(plan_import(rows, rows))) == (len(rows), 0)


def test_the_seed_has_one_hash_whatever_its_order():
    rows = seed_rows()
    assert digest(rows) == digest(list(reversed(rows)))
    assert digest(rows) != digest(rows[1:])


@given(st.text("0123456789", min_size=12, max_size=12))
def test_prefix_is_that_of_scopes(code):
    assert prefix(code) == division_prefix(code)
    assert line(code)[0] == code
    assert [prefix(above) for above in line(code)] == sorted(map(prefix, line(code)), reverse=True)


def test_line_and_level():
    village = "220122100207"
    assert line(village) == [
        village, "220122100000", "220122000000", "220100000000", "220000000000",
    ]  # fmt: skip
    assert [level(code) for code in line(village)] == [
        "village", "township", "county", "prefecture", "province",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"level": "village"}, "level"),
        ({"parent": "220123000000"}, "parent"),
        ({"parent": None}, "parent"),
        ({"parent": "220100000000", "code": "220182000000", "level": "county"}, None),
        ({"valid_to": "2019-12-31"}, "days"),
        ({"replaced_by": "220122100000"}, "replaced_by"),
    ],
)
def test_what_does_not_fit_together_is_refused(change, why):
    row = {**OLD, **change}
    if why is None:
        assert plan_import([row], ABOVE).new == (row,)
        return
    with pytest.raises(Refused) as no:
        plan_import([row], ABOVE)
    assert (no.value.code, no.value.details["why"]) == ("division_malformed", why)


def test_a_parent_must_be_there_already_or_come_along():
    with pytest.raises(Refused) as no:
        plan_import([OLD], [])
    assert no.value.details["why"] == "parent_missing"
    assert plan_import([OLD, *ABOVE], []).new == (OLD, *ABOVE)


def test_an_end_is_a_change_and_a_new_name_a_new_row():
    ended = {**OLD, "valid_to": "2025-12-31", "replaced_by": "220122101000"}
    renamed = {**OLD, "name": "新农安镇", "valid_from": "2026-01-01"}
    plan = plan_import([ended, renamed], [OLD, COUNTY])
    assert (plan.new, plan.changed) == ((renamed,), (ended,))


ENDED = {**OLD, "valid_to": "2025-12-31"}
RENAMED = {**OLD, "name": "新农安镇", "valid_from": "2026-01-01"}


@pytest.mark.parametrize(
    ("on", "name"),
    [("1999-01-01", "农安镇"), ("2025-12-31", "农安镇"), ("2026-01-01", "新农安镇")],
)
def test_on_day_answers_days_before_the_first_list_by_that_list(on, name):
    assert on_day([RENAMED, ENDED], date.fromisoformat(on))["name"] == name


def test_existing_leaves_out_what_had_ended():
    gone = {**OLD, "code": "220122101000", "valid_to": "2025-12-31"}
    names = [
        [row["code"] for row in existing([gone, RENAMED, ENDED], date.fromisoformat(on))]
        for on in ("2025-12-31", "2026-01-01")
    ]
    assert names == [["220122100000", "220122101000"], ["220122100000"]]
