"""Courts and legal resources through the bus."""

from shared.testing.people import ADMINISTRATOR, CLERK, GRID_WORKER
from tests.system.registry.forms import (
    BUREAU,
    CHANGCHUN,
    COUNTY,
    NONGANZHEN,
    REG,
    SHILIBU,
    YANJI,
    YANJI_BUREAU,
    committee,
)

SINCE = {"since": "2023-06-30"}


def test_the_courts_of_a_place_the_basic_one_first(suite):
    middle = {"level": "intermediate", "division": CHANGCHUN, "name": "长春市中级人民法院"}
    basic = {"level": "basic", "division": COUNTY, "name": "农安县人民法院"}
    suite.ask(REG, "register_court", ADMINISTRATOR, court="t-middle", **middle, **SINCE)
    suite.ask(REG, "register_court", ADMINISTRATOR, court="t-basic", **basic, **SINCE)
    found = suite.ask(REG, "find_courts", CLERK, division=SHILIBU, on="2026-03-02")["courts"]
    assert [(court["court"], court["why"]) for court in found] == [
        ("t-basic", "basic_of_county"),
        ("t-middle", "intermediate_of_prefecture"),
    ]
    elsewhere = suite.ask(REG, "find_courts", CLERK, division=YANJI, on="2026-03-02")
    before = suite.ask(REG, "find_courts", CLERK, division=SHILIBU, on="2023-06-29")
    assert (elsewhere["courts"], before["courts"]) == ([], [])
    id_ = committee(suite)["committee"]
    shown = suite.ask(REG, "get_committee", CLERK, committee=id_)
    assert shown["court"] == "t-basic"


def test_a_court_stands_at_its_own_level(suite):
    wrong = {"level": "basic", "division": NONGANZHEN, "name": "农安镇人民法院", **SINCE}
    assert suite.refusal(REG, "register_court", ADMINISTRATOR, **wrong).code == (
        "division_malformed"
    )
    assert suite.refusal(REG, "register_court", BUREAU, **wrong).code == "not_allowed"


def test_resources_are_found_by_area_kind_and_speciality(suite):
    kept = {"lawyer": (COUNTY, ["contract"]), "notary": (CHANGCHUN, []), "expert": (SHILIBU, [])}
    for kind, (division, specialities) in kept.items():
        given = {"kind": kind, "division": division, "specialities": specialities}
        suite.ask(REG, "register_resource", ADMINISTRATOR, name=f"某{kind}", **given, **SINCE)

    def kinds(area, **query):
        found = suite.ask(REG, "list_resources", GRID_WORKER, area=area, **query)["resources"]
        return [row["kind"] for row in found]

    assert kinds(COUNTY) == ["expert", "lawyer", "notary"]
    assert kinds(NONGANZHEN, kind="lawyer") == ["lawyer"]
    assert kinds(COUNTY, speciality="contract") == ["lawyer"]
    assert kinds(COUNTY, on="2023-06-29") == []
    assert kinds(COUNTY, limit=1) == ["expert"]
    assert kinds(YANJI) == []


def test_refusals_of_a_resource(suite):
    given = {"kind": "lawyer", "name": "某律师", "division": COUNTY, **SINCE}

    def code(who=BUREAU, **changes):
        return suite.refusal(REG, "register_resource", who, **{**given, **changes}).code

    assert code(YANJI_BUREAU) == "not_found"
    assert code(specialities=["cooking"]) == "code_unknown"
    assert code(until="2020-01-01") == "dates_reversed"
