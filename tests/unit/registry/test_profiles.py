"""Profiles: later wins, what nobody knows stays null, an edition says what its layers say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registry.rules import divisions
from services.registry.rules.profiles import (
    Publication,
    check_level,
    check_merged,
    check_unknown,
    editions,
    merged,
    overlay,
    unknown,
)
from shared.contracts.refused import Refused

PROVINCE, YANBIAN, YANJI = "220000000000", "222400000000", "222401000000"
CHANGCHUN, NONGAN = "220100000000", "220122000000"
LINES = (PROVINCE, YANBIAN, YANJI, CHANGCHUN, NONGAN)

# A key means the same kind of thing everywhere, as the contract sees to.
VALUES = st.one_of(st.none(), st.integers(0, 5), st.lists(st.integers(0, 3), max_size=2))
INNER = st.fixed_dictionaries({}, optional={"x": VALUES, "y": VALUES})
TREES = st.fixed_dictionaries({}, optional={"a": VALUES, "b": st.one_of(st.none(), INNER)})


def leaf(tree, *path):
    for key in path:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


@given(TREES, TREES, TREES)
def test_overlays_may_be_grouped_as_one_likes(a, b, c):
    assert overlay(overlay(a, b), c) == overlay(a, overlay(b, c))


@given(TREES)
def test_nothing_and_itself_change_nothing(a):
    assert (overlay(a, {}), overlay({}, a), overlay(a, a)) == (a, a, a)


@given(TREES, TREES)
def test_each_value_is_the_later_one_that_is_known(lower, upper):
    for path in (("a",), ("b", "x"), ("b", "y")):
        said = leaf(upper, *path)
        expected = leaf(lower, *path) if said is None else said
        assert leaf(overlay(lower, upper), *path) == expected


@given(TREES, TREES)
def test_what_nobody_knows_stays_listed_and_what_one_knows_does_not(lower, upper):
    both = overlay(lower, upper)
    told = {key for key in ("a", "b.x", "b.y") if leaf(both, *key.split(".")) is not None}
    assert told & set(unknown(both)) == set()
    assert set(unknown(both)) <= set(unknown(lower)) | set(unknown(upper))


def test_unknown_names_rows_of_a_list_by_their_code():
    rows = [{"code": "long", "years": None}, {"code": "short", "years": 10}]
    assert unknown({"classes": rows, "n": 1, "m": {"k": None}}) == ["classes.long.years", "m.k"]


SAID = st.builds(
    lambda division, days, n: (division, (date(2026, 1, 1) + timedelta(days)).isoformat(), n),
    st.sampled_from(LINES), st.integers(0, 9), st.integers(0, 99),
)  # fmt: skip


def publish_all(said):
    """Publications one after the other, with all editions in the order of their versions."""
    published, made = [], []
    for no, (division, since, n) in enumerate(said):
        latest = Publication(no, division, since, {"n": n, division: n})
        made += editions(published, latest)
        published.append(latest)
    return published, made


def read(made, division, on):
    """What a reader does: the nearest division with an edition by then, its highest version."""
    for code in divisions.line(division):
        begun = [e for e in made if e.division == code and e.since <= on]
        if begun:
            return begun[-1].settings
    return None


@given(st.lists(SAID, max_size=6), st.sampled_from(LINES), st.integers(-1, 11))
def test_a_reader_finds_what_the_layers_say_on_every_day(said, division, days):
    on = (date(2026, 1, 1) + timedelta(days)).isoformat()
    published, made = publish_all(said)
    expected = merged(published, division, on)
    assert (read(made, division, on) or {"unknown": []}) == expected


@given(st.lists(SAID, min_size=1, max_size=5), SAID)
def test_a_publication_touches_no_day_before_its_own(said, more):
    _, before = publish_all(said)
    _, after = publish_all([*said, more])
    assert after[: len(before)] == before
    assert {e.since >= more[1] for e in after[len(before) :]} == {True}


def test_the_first_edition_is_that_of_what_was_published_and_a_county_wins_over_it():
    county = Publication(1, YANJI, "2026-01-01", {"n": 1, "k": "county"})
    province = Publication(2, PROVINCE, "2026-03-01", {"m": 2, "k": "province"})
    made = editions([county], province)
    assert [(e.division, e.since, e.settings) for e in made] == [
        (PROVINCE, "2026-03-01", {"m": 2, "k": "province", "unknown": []}),
        (YANJI, "2026-03-01", {"m": 2, "n": 1, "k": "county", "unknown": []}),
    ]


@pytest.mark.parametrize("code", ["220122100000", "220122100207"])
def test_townships_and_villages_publish_nothing(code):
    with pytest.raises(Refused) as no:
        check_level(code)
    assert no.value.code == "profile_level"


@pytest.mark.parametrize("listed", [[], ["m.k"], ["k", "m.k", "z"]])
def test_the_list_of_unknown_keys_names_exactly_the_nulls(listed):
    with pytest.raises(Refused) as no:
        check_unknown({"k": None, "m": {"k": None}, "unknown": listed})
    assert no.value.code == "unknown_mismatch"


def test_the_list_of_unknown_keys_is_not_kept():
    assert check_unknown({"k": None, "unknown": ["k"]}) == {"k": None}


@pytest.mark.parametrize(
    "settings",
    [
        {"clocks": {"labour": {"length": 15, "unit": "days"}}},
        {"clocks": {"labour": {"length": 0, "unit": "days", "rolls": True}}},
        {"numbering": {"pattern": "第{n}号"}},
        {"numbering": {"pattern": "（{year}）{short}人调字第{n:03}号"}},
        {"numbering": {"pattern": "（{year}）{short}人调字第{n号"}},
    ],
)
def test_half_a_setting_is_refused(settings):
    with pytest.raises(Refused) as no:
        check_merged(settings)
    assert no.value.code == "profile_incomplete"


def test_an_unknown_clock_is_no_half_setting():
    check_merged({"clocks": {"acceptance": None}, "numbering": {"pattern": None}})
