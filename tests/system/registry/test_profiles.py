"""Profiles through the bus: published, inherited, pinned for ever."""

import pytest

from services.registry.service import Registry
from shared.testing.people import ADMINISTRATOR, CLERK, COUNTY
from shared.testing.running import running
from tests.system.registry.forms import (
    BUREAU,
    NONGANZHEN,
    PROVINCE,
    REG,
    SHILIBU,
    YANJI,
    YANJI_BUREAU,
    entries,
)


@pytest.fixture
def suite(tmp_path):
    with running(tmp_path, [Registry]) as suite:
        suite.ask(REG, "import_divisions", ADMINISTRATOR, source="seed")
        yield suite


def publish(suite, division, since, settings, who=ADMINISTRATOR, **more):
    given = {"division": division, "since": since, "settings": settings}
    return suite.ask(REG, "publish_profile", who, **given, **more)


def read(suite, division=SHILIBU, **query):
    return suite.ask(REG, "get_profile", CLERK, division=division, **query)


def follow_up(suite, **query):
    return read(suite, **query)["settings"]["follow_up"]["days"]


def test_a_county_overlays_its_province_and_the_pin_stays(suite):
    first = publish(suite, PROVINCE, "2026-01-01", {"follow_up": {"days": None}})
    unknown = read(suite, on="2026-03-02")
    assert unknown == {
        "profile": PROVINCE,
        "version": first["version"],
        "division": PROVINCE,
        "since": "2026-01-01",
        "settings": {"follow_up": {"days": None}, "unknown": ["follow_up.days"]},
    }
    publish(suite, COUNTY, "2026-02-01", {"follow_up": {"days": 20}}, BUREAU)
    again = publish(suite, PROVINCE, "2026-03-01", {"languages": ["zh"]})
    assert again["editions"] == 2
    now, elsewhere = read(suite, on="2026-03-02"), read(suite, YANJI, on="2026-03-02")
    assert now["settings"] == {
        "follow_up": {"days": 20}, "languages": ["zh"], "unknown": [],
    }  # fmt: skip
    assert elsewhere["settings"] == {"languages": ["zh"], "unknown": []}
    assert read(suite, version=unknown["version"]) == unknown
    assert read(suite, version=now["version"]) == now


def test_a_day_has_the_settings_that_were_published_for_it(suite):
    for since, days in (("2026-01-01", 10), ("2026-12-01", 12), ("2026-03-01", 3)):
        publish(suite, PROVINCE, since, {"follow_up": {"days": days}})
    days = ("2026-01-01", "2026-02-28", "2026-03-01", "2026-11-30", "2026-12-01")
    assert [follow_up(suite, on=on) for on in days] == [10, 10, 3, 3, 12]
    assert suite.refusal(REG, "get_profile", CLERK, division=SHILIBU, on="2025-12-31").code == (
        "profile_missing"
    )


def test_entries_tell_each_edition_with_its_settings(suite):
    publish(suite, COUNTY, "2026-02-01", {"follow_up": {"days": 20}}, BUREAU)
    publish(suite, PROVINCE, "2026-03-01", {"languages": ["zh"]})
    told = [data for _, data in entries(suite, COUNTY)]
    assert [(data["since"], data["settings"]) for data in told] == [
        ("2026-02-01", {"follow_up": {"days": 20}, "unknown": []}),
        ("2026-03-01", {"follow_up": {"days": 20}, "languages": ["zh"], "unknown": []}),
    ]
    versions = [data["version"] for _, data in entries(suite, PROVINCE)] + [
        data["version"] for data in told
    ]
    assert sorted(versions) == [1, 2, 3]


def test_refusals_of_a_profile_leave_nothing(suite):
    def code(division=COUNTY, who=BUREAU, settings=None, **more):
        given = {"division": division, "since": "2026-01-01", "settings": settings or {}, **more}
        return suite.refusal(REG, "publish_profile", who, **given).code

    assert code(who=YANJI_BUREAU) == "not_found"
    assert code(NONGANZHEN) == "profile_level"
    assert code("220182000000", ADMINISTRATOR) == "division_unknown"
    assert code(settings={"clocks": {"labour": {"length": 15}}}) == "profile_incomplete"
    assert code(settings={"follow_up": {"days": None}, "unknown": []}) == "unknown_mismatch"
    assert code(settings={"folow_up": {"days": 1}}) == "invalid"
    assert code(version=3) == "version_stale"
    assert suite.events(REG) == ["divisions_imported"]


def test_there_is_no_manifest_yet(suite):
    no = suite.refusal(REG, "get_manifest", CLERK, sector="medical")
    assert no.code == "manifest_missing"
