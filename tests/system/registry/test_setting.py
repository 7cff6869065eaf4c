"""The demo region plays from an empty registry to its end, twice the same."""

import pytest

from services.registry.service import Registry
from shared.access.identity import TEST_AREA, is_identity_number
from shared.testing.people import ADMINISTRATOR, CLERK
from shared.testing.running import running
from tests.system.registry.forms import COUNTY, DANYAN, NONGANZHEN, REG, SHILIBU, YANJI
from tiaojie.demo.story import HOME, with_files, yaml_of

COMMANDS = yaml_of(HOME / "setting.yaml")["commands"]
ON = "2026-03-02"
pytestmark = pytest.mark.usefixtures("answers")


def play(suite):
    return {
        c["id"]: suite.ask(
            REG,
            c["do"].removeprefix("registry."),
            ADMINISTRATOR,
            command_id=c["id"],
            **with_files(c["with"]),
        )
        for c in COMMANDS
    }


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    with running(tmp_path_factory.mktemp("setting"), [Registry]) as suite:
        yield suite


@pytest.fixture(scope="module")
def answers(suite):
    return play(suite)


def given(verb, name):
    return [c["with"][name] for c in COMMANDS if c["do"] == f"registry.{verb}"]


def test_the_setting_plays_without_a_warning_and_again_without_effect(suite, answers):
    entries = len(suite.entries(REG))
    assert play(suite) == answers
    assert len(suite.entries(REG)) == entries
    assert {w for answer in answers.values() for w in answer.get("warnings", ())} == set()


def test_every_committee_is_found_where_its_disputes_arise(suite):
    def found(division, sector=None):
        query = {"division": division, "sector": sector, "on": ON}
        return suite.ask(REG, "find_committee", CLERK, **query)["committee"]

    assert [found(SHILIBU), found(NONGANZHEN), found(DANYAN), found("222401002002")] == [
        "c-shilibu", "c-nonganzhen", "c-danyan", "c-beishan",
    ]  # fmt: skip
    assert [found(SHILIBU, s) for s in ("medical", "traffic")] == ["c-medical", "c-traffic"]


@pytest.mark.parametrize("mediator", given("register_mediator", "mediator"))
def test_every_mediator_may_mediate_all_through_2026_and_signs_in(suite, mediator):
    for on in ("2026-01-01", ON, "2026-12-31"):
        checked = suite.ask(REG, "check_mediator", CLERK, mediator=mediator, on=on)
        assert (checked["ok"], checked["reasons"]) == (True, [])
    roles = suite.ask(REG, "list_roles", ADMINISTRATOR, person=mediator, on=ON)["roles"]
    assert [(r["role"], r["scope"]) for r in roles] == [("mediator", [checked["division"]])]


def test_both_counties_have_a_court_and_yanji_its_languages(suite):
    courts = [
        suite.ask(REG, "find_courts", CLERK, division=d, on=ON)["courts"][0]["name"]
        for d in (COUNTY, YANJI)
    ]
    assert courts == ["农安县人民法院", "延吉市人民法院"]
    profile = suite.ask(REG, "get_profile", CLERK, division=DANYAN, on=ON)
    assert profile["settings"]["languages"] == ["zh", "ko"]
    assert profile["settings"]["levels"]["major"]["people_over"] == 10


def test_nobody_in_the_setting_exists():
    numbers = given("register_mediator", "identity_number")
    assert [n for n in numbers if not n.startswith(TEST_AREA)] == []
    assert [n for n in numbers if not is_identity_number(n)] == []
    names = given("register_mediator", "name")
    names += [m["name"] for ms in given("register_committee", "members") for m in ms]
    assert [n for n in names if len(n) != 2 or n[1] != "某"] == []


def test_every_role_is_held_by_somebody():
    assert sorted(set(given("grant_role", "role"))) == [
        "bureau", "clerk", "court", "director", "grid_worker", "justice_office", "mediator",
    ]  # fmt: skip


def test_command_ids_are_unique():
    ids = [c["id"] for c in COMMANDS]
    assert len(set(ids)) == len(ids)
