"""Committees through the bus: registered with warnings, changed by elections, found by place."""

import pytest

from shared.contracts.refused import Refused
from shared.testing.people import ADMINISTRATOR, GRID_WORKER, principal
from tests.system.registry.forms import (
    BUREAU,
    COUNTY,
    DANYAN,
    MEMBERS,
    NONGANZHEN,
    REG,
    SHILIBU,
    YANJI_BUREAU,
    committee,
    entries,
    member,
)

ON = "2026-03-02"
pytestmark = pytest.mark.usefixtures("village")


@pytest.fixture(scope="module")
def village(suite):
    return committee(suite, committee="c-village")


def find(suite, division, sector=None, on=ON):
    return suite.ask(REG, "find_committee", GRID_WORKER, division=division, sector=sector, on=on)


def get(suite, id_, on=ON):
    return suite.ask(REG, "get_committee", GRID_WORKER, committee=id_, on=on)


def test_a_committee_by_the_book_registers_without_a_warning(suite, village):
    assert village == {"committee": "c-village", "version": 1, "warnings": []}
    ((event, data),) = entries(suite, "c-village")
    kept = ("host_type", "division", "sector", "since", "members", "warnings", "version")
    assert event == "committee_registered"
    assert [data[name] for name in kept] == ["village", SHILIBU, None, "2024-03-01", 3, [], 1]


def test_no_entry_carries_a_name(suite):
    lines = [str(entry) for entry in suite.entries(REG)]
    assert [line for line in lines if any(m["name"] in line for m in MEMBERS)] == []


def test_what_the_law_would_have_is_said_and_the_reason_kept(suite):
    given = {"name": "新大社区调委会", "division": "220122001005", "members": MEMBERS[:1]}
    given |= {"host_type": "neighbourhood", "short": "新大", "reason": "人口少，正在补选"}
    done = committee(suite, **given)
    assert done["warnings"] == ["members_few", "woman_missing", "name_unusual"]
    shown = get(suite, done["committee"])
    assert (shown["warnings"], shown["reason"]) == (done["warnings"], "人口少，正在补选")


def test_two_committees_of_a_county_with_one_short_name_are_told(suite):
    other = {"division": "220122100208", "name": "农安镇两家子村人民调解委员会"}
    twin = committee(suite, **other)
    assert (twin["warnings"], get(suite, "c-village")["warnings"]) == (["short_shared"],) * 2
    suite.ask(REG, "dissolve_committee", BUREAU, committee=twin["committee"], reason="误登")
    assert get(suite, "c-village")["warnings"] == []


def test_an_election_changes_members_from_its_day_on(suite):
    id_ = committee(suite, short="兴隆", division="220122100232")["committee"]
    new = {"joining": [member("赵某", "2")], "leaving": [3], "happened_at": f"{ON}T08:00:00+08:00"}
    done = suite.ask(REG, "change_membership", BUREAU, committee=id_, **new)
    assert (done["version"], done["warnings"]) == (2, [])
    names = [[m["name"] for m in get(suite, id_, on)["members"]] for on in ("2026-03-01", ON)]
    assert names == [["张某", "李某", "王某"], ["张某", "李某", "赵某"]]
    assert [event for event, _ in entries(suite, id_)][1:] == ["committee_changed"]


def test_refusals_of_a_change(suite):
    def code(who=BUREAU, **given):
        given = {"committee": "c-village", **given}
        return suite.refusal(REG, "change_membership", who, **given).code

    assert code() == "nothing_changed"
    assert code(leaving=[9]) == "no_such_member"
    assert code(leaving=[1], version=7) == "version_stale"
    assert code(YANJI_BUREAU, leaving=[1]) == "not_found"
    assert code(committee="c-nothing", leaving=[1]) == "not_found"
    assert code(joining=[member(sex="5")]) == "code_unknown"
    assert code(joining=[member(until="2020-01-01")]) == "dates_reversed"


def test_refusals_of_a_registration(suite):
    def code(who=BUREAU, /, **given):
        with pytest.raises(Refused) as no:
            committee(suite, who, **given)
        return no.value.code

    assert code(committee="c-village") == "code_taken"
    assert code(division="220122999000") == "division_unknown"
    assert code(YANJI_BUREAU) == "not_found"
    assert code(host_type="club") == "code_unknown"
    assert code(sector="cooking") == "code_unknown"
    assert code(name="农安商事调解中心") == "commercial_mediation"
    assert code(principal("clerk")) == "not_allowed"


def test_a_dissolved_committee_is_found_no_more_and_stays_readable(suite):
    id_ = committee(suite, short="滨河", division="220122100238")["committee"]
    assert find(suite, "220122100238")["reasons"] == ["own_village"]
    suite.ask(REG, "dissolve_committee", BUREAU, committee=id_, reason="并村")
    no = suite.refusal(
        REG, "find_committee", GRID_WORKER, division="220122100238", on=ON, sector=None
    )
    assert no.code == "committee_missing"
    assert find(suite, "220122100238", on="2026-03-01")["committee"] == id_
    assert get(suite, id_)["ended_on"] == ON
    again = suite.refusal(REG, "dissolve_committee", BUREAU, committee=id_, reason="并村")
    assert again.code == "committee_not_active"


def test_find_goes_up_to_the_township_and_over_to_the_sector(suite):
    committee(suite, committee="c-town", division=NONGANZHEN, host_type="township", short="农安镇")
    medical = {"division": COUNTY, "host_type": "organisation", "sector": "medical"}
    committee(suite, committee="c-medical", short="农安医", **medical)
    asked = [(SHILIBU, None), ("220122100211", None), (SHILIBU, "medical"), (SHILIBU, "traffic")]
    answers = [find(suite, *place) for place in asked]
    assert [(a["committee"], a["reasons"]) for a in answers] == [
        ("c-village", ["own_village"]),
        ("c-town", ["township_instead"]),
        ("c-medical", ["sector_committee"]),
        ("c-village", ["sector_committee_missing", "own_village"]),
    ]
    assert (answers[2]["short"], answers[2]["sector"]) == ("农安医", "medical")


def test_a_committee_of_several_peoples_wants_a_minority_member(suite):
    settings = {"committees": {"multi_ethnic": True}}
    profile = {"division": "222400000000", "since": "2026-01-01", "settings": settings}
    suite.ask(REG, "publish_profile", ADMINISTRATOR, **profile)
    street = {"division": DANYAN, "host_type": "neighbourhood", "short": "丹延"}
    done = committee(suite, YANJI_BUREAU, **street)
    assert done["warnings"] == ["minority_missing"]


def test_a_studio_is_shown_with_its_committee(suite):
    studio = {"committee": "c-village", "name": "张某人民调解工作室", "kind": "personal"}
    done = suite.ask(REG, "register_studio", BUREAU, **studio, since="2025-01-01")
    (shown,) = get(suite, "c-village")["studios"]
    assert (shown["studio"], shown["division"]) == (done["studio"], SHILIBU)
    ((event, data),) = entries(suite, done["studio"])
    assert (event, data["committee"]) == ("studio_registered", "c-village")


def test_list_holds_what_lies_under_a_division(suite):
    def ids(**query):
        found = suite.ask(REG, "list_committees", GRID_WORKER, on=ON, **query)["committees"]
        return [row["committee"] for row in found]

    assert ids(division=SHILIBU) == ["c-village"]
    assert ids(division=COUNTY, sector="medical") == ["c-medical"]
    assert ids(division=SHILIBU, sector="medical") == []
