"""Opening: one agreement hash, one confirmation; oral terms are not offered."""

import pytest

from shared.testing.people import ADMINISTRATOR, CLERK, MEDIATOR, STRANGER, principal
from tests.system.judicial_confirmation.desk import SERVICE

OTHER_MEDIATOR = principal("mediator", "m-02")


def test_written_agreement_opens_a_window_bound_to_its_hash(desk):
    found = desk.opened()
    agreement = desk.world.agreements[found["agreement"]]
    start = desk.suite.clock.now().date()
    assert (found["state"], found["hash"], found["form"]) == (
        "offered",
        agreement["hash"],
        "written",
    )
    assert (found["counts_from"], found["deadline"]) == (start.isoformat(), "2026-04-01")
    assert (found["days_left"], found["provisional"]) == (30, False)
    assert "第三十三条" in found["article"]
    (opened, data), *_ = desk.entries(found["case"])
    assert (opened, data["hash"], data["deadline"]) == (
        "confirmation_opened",
        agreement["hash"],
        "2026-04-01",
    )


def test_oral_agreement_is_not_offered_and_says_what_to_do(desk):
    found = desk.opened(form="oral", hash=None, clauses=[], sentences=[], terms="赔一千元")
    assert (found["state"], found["reason"], found["deadline"], found["days_left"]) == (
        "not_offered",
        "oral_agreement",
        None,
        None,
    )
    assert "写成书面协议" in found["advice"]
    assert desk.events(found["case"]) == ["confirmation_not_offered"]
    no = desk.refused(found, "record_wish", party=found["parties"][0], answer="yes")
    assert (no.code, no.details["state"]) == ("wrong_state", "not_offered")


def test_new_agreement_is_a_new_confirmation_and_ends_the_old_one(desk):
    old = desk.intended()
    now = desk.suite.clock.now().isoformat()
    agreement = desk.world.agree(old["case"], f"{old['agreement']}-new", effective_at=now)
    desk.suite.clock.set(desk.suite.clock.now().replace(second=1))
    agreement["effective_at"] = desk.suite.clock.now().isoformat()
    new = desk.effect(agreement)
    assert (new["agreement"], new["state"]) == (agreement["agreement"], "offered")
    assert new["confirmation"] != old["confirmation"]
    ended = desk.shown(old)
    assert (ended["state"], ended["how"]) == ("ended", "replaced")


def test_new_agreement_leaves_what_is_at_the_court_to_the_court(desk):
    old = desk.submitted()
    agreement = desk.world.agree(old["case"], f"{old['agreement']}-new")
    desk.effect({**agreement, "effective_at": desk.suite.clock.now().isoformat()})
    assert desk.shown(old)["state"] == "submitted"


def test_agreement_that_was_replaced_before_we_heard_gets_none(desk):
    case = desk.world.case(901, state="replaced")
    desk.effect(desk.world.agreements["a-901"], shown=False)
    assert desk.suite.refusal(SERVICE, "get_confirmation", CLERK, case=case).code == "not_found"


def test_opening_by_hand_comes_before_the_entry_and_only_once(desk):
    desk.world.case(902, effective_at=desk.suite.clock.now().isoformat())
    opened = desk.suite.ask(SERVICE, "open_confirmation", CLERK, agreement="a-902")
    assert (opened["state"], opened["version"]) == ("offered", 1)
    shown = desk.effect(desk.world.agreements["a-902"])
    assert shown["confirmation"] == opened["confirmation"]
    assert desk.events("c-902").count("confirmation_opened") == 1
    assert desk.suite.ask(SERVICE, "list_parked", ADMINISTRATOR)["parked"] == []
    no = desk.suite.refusal(SERVICE, "open_confirmation", CLERK, agreement="a-902")
    assert (no.code, no.details["confirmation"]) == ("already_open", opened["confirmation"])


def test_draft_is_not_opened_by_hand(desk):
    desk.world.case(903, state="signing")
    no = desk.suite.refusal(SERVICE, "open_confirmation", CLERK, agreement="a-903")
    assert (no.code, no.details["state"]) == ("agreement_not_effective", "signing")


def test_withdrawn_application_may_be_opened_once_more_while_the_period_runs(desk):
    first = desk.submitted()
    desk.do(first, "withdraw_application")
    again = desk.suite.ask(SERVICE, "open_confirmation", CLERK, agreement=first["agreement"])
    assert (again["state"], again["deadline"]) == ("offered", first["deadline"])
    assert desk.of_case(first["case"])["confirmation"] == again["confirmation"]


@pytest.mark.parametrize("settings", [None, {}])
def test_published_period_holds_without_a_profile(desk, settings):
    desk.world.settings = settings
    assert desk.opened()["deadline"] == "2026-04-01"


def test_profile_of_the_day_says_the_period(desk):
    clock = {"length": 10, "unit": "working_days", "rolls": False}
    desk.world.settings = {"clocks": {"confirmation": clock}, "confirmation": {"alarms": [2]}}
    try:
        assert desk.opened()["deadline"] == "2026-03-16"
    finally:
        desk.world.settings = {}


def test_agreement_that_a_court_entrusted_counts_from_the_last_partys_signature(desk):
    now = desk.suite.clock.now()
    signed = now.replace(day=1).isoformat()
    case = desk.world.case(904, effective_at=now.isoformat(), parties_signed_at=signed)
    desk.world.cases[case]["referral"] = {"sender": "court", "stage": "before_filing"}
    assert desk.effect(desk.world.agreements["a-904"])["counts_from"] == "2026-03-01"


def test_agreement_that_a_court_sent_after_filing_counts_from_the_seal(desk):
    now = desk.suite.clock.now()
    signed = now.replace(day=1).isoformat()
    case = desk.world.case(905, effective_at=now.isoformat(), parties_signed_at=signed)
    desk.world.cases[case]["referral"] = {"sender": "court", "stage": "ordinary"}
    assert desk.effect(desk.world.agreements["a-905"])["counts_from"] == "2026-03-02"


def test_mediator_of_the_case_sees_it_and_another_does_not(desk):
    found = desk.opened()
    assert desk.shown(found, MEDIATOR)["confirmation"] == found["confirmation"]
    for stranger in (OTHER_MEDIATOR, STRANGER):
        assert desk.refused(found, "get_confirmation", stranger).code == "not_found"


def test_case_that_is_reassigned_is_seen_by_the_new_mediator(desk):
    found = desk.opened()
    mediator = {"mediator": "m-02", "name": "钱某", "how": "appointed"}
    desk.world.cases[found["case"]]["mediators"] = [mediator]
    data = {"version": 2, "mediator": "m-02", "how": "appointed", "happened_at": "2026-03-02"}
    told = {"event": "case_assigned", "subject": found["case"], "data": data}
    desk.suite.ask("intake", "tell_entry", CLERK, **told)
    desk.suite.settle()
    assert desk.shown(found, OTHER_MEDIATOR)["confirmation"] == found["confirmation"]
    assert desk.refused(found, "get_confirmation", MEDIATOR).code == "not_found"


def test_mediator_who_registered_the_case_sees_it(desk):
    case = desk.world.case(906, effective_at=desk.suite.clock.now().isoformat())
    desk.world.cases[case]["registered_by"] = "mediator:m-02"
    found = desk.effect(desk.world.agreements["a-906"])
    assert desk.shown(found, OTHER_MEDIATOR)["confirmation"] == found["confirmation"]


def test_entries_carry_no_names_and_no_words(desk):
    found = desk.accepted()
    assert not [
        word for word in ("某p", "漏水", "138", "张某") if word in str(desk.entries(found["case"]))
    ]
