"""Three doors (art. 17, 18): application, own initiative, referral."""

import eventlet

from services.intake.service import Intake
from shared.testing.people import (
    CLERK,
    GRID_WORKER,
    MEDIATOR,
    OTHER_COUNTY,
    STRANGER,
    VILLAGE,
    principal,
)
from shared.testing.running import running
from tests.system.intake import neighbours
from tests.system.intake.acts import TEXT, Desk

LETTER = {"sender": "court", "letter_number": "（2026）农法委调字第8号"}
REFERRED = {"source": "referral", "way": None, "referral": LETTER}


def test_the_receipt_names_the_moment_of_the_request_not_of_its_recording(desk):
    done = desk.register(happened_at="2026-03-01T20:15:30+08:00")
    assert done["receipt_at"] == "2026-03-01T20:15:30+08:00"


def test_acceptance_is_due_after_the_profile_s_working_days(desk):
    done = desk.register(happened_at="2026-02-27T10:00:00+08:00")  # a Friday; 28 Feb is worked
    assert (done["acceptance_due_on"], done["provisional"]) == ("2026-03-03", False)


def test_a_referral_gets_a_day_of_reply(desk):
    done = desk.register(**REFERRED)
    shown = desk.shown(done["case"])["referral"]
    assert (done["reply_due_on"], shown["stage"]) == ("2026-03-05", "before_filing")


def test_the_reference_is_shown_again(desk):
    done = desk.register()
    assert desk.shown(done["case"])["reference"] == done["reference"]


def test_the_same_command_registers_once(desk):
    first = desk.register(command_id="once-and-again")
    assert desk.register(command_id="once-and-again") == first


def test_an_application_says_how_it_was_made(desk):
    no = desk.suite.refusal(
        "intake", "register_case", CLERK, division=VILLAGE, source="application", text=TEXT
    )
    assert no.code == "way_missing"


def test_a_referral_says_who_sent_it(desk):
    no = desk.suite.refusal(
        "intake", "register_case", CLERK, division=VILLAGE, source="referral", text=TEXT
    )
    assert (no.code, "第十八条" in no.message) == ("referral_missing", True)


def test_a_letter_belongs_to_a_referral_only(desk):
    words = {"division": VILLAGE, "source": "initiative", "text": TEXT, "referral": LETTER}
    assert desk.suite.refusal("intake", "register_case", CLERK, **words).code == "invalid"


def test_nobody_registers_outside_his_divisions(desk):
    words = {"division": OTHER_COUNTY, "source": "initiative", "text": TEXT}
    no = desk.suite.refusal("intake", "register_case", CLERK, **words)
    assert (no.code, no.details) == ("not_found", {"field": "division"})


def test_a_later_yes_is_a_new_case_that_names_the_old_one(desk):
    old = desk.opened()
    new = desk.register(linked_to=old)["case"]
    assert desk.shown(new)["linked_to"] == old


def test_a_case_is_seen_by_its_division_and_by_who_brought_it(desk):
    case = desk.opened(who=GRID_WORKER)
    other = desk.opened()
    assert desk.shown(case, GRID_WORKER)["registered_by"] == "grid_worker:g-01"
    assert desk.refused("get_case", other, GRID_WORKER).code == "not_found"
    assert desk.refused("get_case", case, STRANGER).code == "not_found"
    assert desk.shown(other, MEDIATOR)["case"] == other


def test_lists_show_only_what_may_be_seen(desk):
    newcomer = principal("grid_worker", "g-77", VILLAGE)
    mine = desk.opened(who=newcomer)
    desk.opened()
    seen = desk.suite.ask("intake", "list_cases", newcomer, state="registered")
    assert [row["case"] for row in seen["cases"]] == [mine]


def test_without_registry_days_stay_open_until_it_appears(tmp_path):
    neighbours.begin()
    with running(tmp_path, [Intake]) as suite:
        done = Desk(suite).register(**REFERRED)
        assert (done["provisional"], done["acceptance_due_on"]) == (True, None)
    with running(tmp_path, [neighbours.Registry, Intake]) as suite:
        eventlet.sleep(1.1)  # the pause after the first try
        suite.settle()
        shown = Desk(suite).shown(done["case"])
    due = shown["acceptance_due_on"], shown["referral"]["reply_due_on"]
    assert due == ("2026-03-05", "2026-03-05")
