"""An outside system brings cases in its division and reads how its own stand, nothing else. Who it
is, is what the bus proves of its user; it brings no token.
"""

from itertools import count

import eventlet
import pytest

from shared.bus.caller import Caller, unwrapped
from shared.contracts.refused import Refused
from shared.testing.people import CLERK, OTHER_COUNTY, VILLAGE
from tests.system.intake import neighbours
from tests.system.intake.acts import SIDES, TEXT

HOTLINE, NEIGHBOUR = f"client.{VILLAGE}.hotline", f"client.{VILLAGE}.police"
NAMESAKE, PETITION = f"client.{OTHER_COUNTY}.hotline", f"client.{VILLAGE}.petition"
CASE = {"division": VILLAGE, "source": "application", "way": "phone", "text": TEXT}
PARTY = {"role": "third_party", "label": "物业公司", "kind": "organisation"}
ids = count()


@pytest.fixture(scope="module")
def callers(running_suite):
    opened = {}
    for user in (HOTLINE, NEIGHBOUR, NAMESAKE, PETITION):
        opened[user] = Caller(running_suite.suite.site, user)
        eventlet.spawn(opened[user].consumer.run)
        opened[user].consumer.wait_until_ready()
    yield opened
    for caller in opened.values():
        caller.consumer.stop()


@pytest.fixture
def ask(callers):
    """Ask intake as a user of the bus; the answer, or the refusal itself."""
    neighbours.begin()

    def one(user, verb, **payload):
        if verb in {"register_case", "record_party", "accept_case", "triage_case"}:
            payload = {"command_id": f"outside-{next(ids)}", **payload}
        try:
            return unwrapped(callers[user].exchange("intake", verb, payload, 5, {}))
        except Refused as no:
            return no

    return one


@pytest.fixture
def registered(ask):
    return lambda user=HOTLINE: ask(user, "register_case", **CASE, parties=list(SIDES))["case"]


def test_outside_system_registers_in_its_division(ask, registered):
    case = registered()
    shown = ask(HOTLINE, "get_case", case=case)
    assert (shown["state"], shown["registered_by"]) == ("registered", "client:hotline")
    assert ask(HOTLINE, "record_party", case=case, **PARTY)["state"] == "registered"


def test_outside_system_registers_in_no_other_division(ask):
    no = ask(HOTLINE, "register_case", **{**CASE, "division": OTHER_COUNTY})
    assert (no.code, no.details) == ("not_found", {"field": "division"})


def test_initiative_is_the_committee_s_own(ask):
    no = ask(HOTLINE, "register_case", **{**CASE, "source": "initiative", "way": None})
    assert (no.code, no.details) == ("not_allowed", {"field": "source"})


@pytest.mark.parametrize("user", [NEIGHBOUR, NAMESAKE], ids=["neighbour", "namesake"])
def test_outside_system_sees_and_touches_no_case_of_another(ask, registered, user):
    case = registered()
    assert ask(user, "get_case", case=case).code == "not_found"
    assert ask(user, "record_party", case=case, **PARTY).code == "not_found"
    assert ask(user, "list_cases")["cases"] == []


def test_outside_system_lists_its_own_cases(ask, registered):
    mine = registered(PETITION)
    registered(HOTLINE)
    seen = ask(PETITION, "list_cases")["cases"]
    assert [row["case"] for row in seen] == [mine]


def test_outside_system_sees_no_notes_of_those_who_work_on_the_case(desk, ask, registered):
    case = registered()
    party = desk.parties(case)[0]["party"]
    desk.do("record_contact", case, party=party, way="call", reached=True, note="情绪激动")
    desk.do("triage_case", case)
    staff, outside = desk.shown(case, CLERK), ask(HOTLINE, "get_case", case=case)
    assert (len(staff["contacts"]), staff["triage"] is None) == (1, False)
    assert (outside["contacts"], outside["triage"], outside["escalations"]) == ([], None, [])
    assert set(outside) == set(staff)


@pytest.mark.parametrize("verb", ["get_parties", "get_note", "accept_case", "triage_case"])
def test_other_verbs_are_not_for_outside_systems(ask, registered, verb):
    assert ask(HOTLINE, verb, case=registered()).code == "not_allowed"


def test_outside_system_hears_entries_and_health(desk, ask, registered):
    registered()
    desk.suite.settle()
    assert ask(HOTLINE, "read_journal", limit=1)["entries"][0]["seq"] == 1
    assert ask(HOTLINE, "health")["service"] == "intake"
