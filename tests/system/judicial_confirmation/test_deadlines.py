"""Thirty days: alarms, the last day, the day after."""

from datetime import date, timedelta

from shared.testing.people import CLERK, MEDIATOR
from tests.system.judicial_confirmation.desk import SERVICE


def alarms(desk, found):
    entries = desk.entries(found["case"])
    return [data["days_left"] for name, data in entries if name == "deadline_near"]


def go_to(desk, day):
    """The clock to that day."""
    desk.suite.advance(days=(date.fromisoformat(str(day)) - desk.suite.clock.now().date()).days)


def test_alarms_ring_at_30_15_7_3_1_and_the_day_after_ends_it(desk):
    found = desk.opened()
    while desk.suite.clock.now().date().isoformat() < found["deadline"]:
        desk.suite.advance(days=1)
    shown = desk.shown(found)
    assert (alarms(desk, found), shown["state"], shown["days_left"]) == (
        [30, 15, 7, 3, 1],
        "offered",
        0,
    )
    desk.suite.advance(days=1)
    shown = desk.shown(found)
    assert (shown["state"], shown["how"], shown["days_left"]) == ("ended", "lapsed", None)
    assert desk.entries(found["case"])[-1][1]["how"] == "lapsed"


def test_suite_that_stood_still_rings_once_for_what_it_missed(desk):
    found = desk.opened()
    go_to(desk, date.fromisoformat(found["deadline"]) - timedelta(days=2))
    assert alarms(desk, found)[-1:] == [2]
    assert alarms(desk, found)[:-1] in ([], [30])


def test_after_the_last_day_the_desk_is_told_that_it_passed(desk):
    found = desk.signed()
    go_to(desk, date.fromisoformat(found["deadline"]) + timedelta(days=1))
    assert desk.refused(found, "submit_application").code == "deadline_passed"
    assert f"{found['confirmation']}.1" not in desk.packets()


def test_last_day_itself_is_in_time(desk):
    found = desk.signed()
    go_to(desk, found["deadline"])
    desk.do(found, "submit_application")
    desk.suite.settle()
    assert desk.shown(found)["state"] == "submitted"


def test_declined_and_drafted_lapse_alike(desk):
    declined, drafted = desk.opened(), desk.prepared()
    party = declined["parties"][0]
    desk.do(declined, "record_wish", party=party, answer="no")
    go_to(desk, date.fromisoformat(drafted["deadline"]) + timedelta(days=1))
    assert {desk.shown(c)["how"] for c in (declined, drafted)} == {"lapsed"}


def test_what_was_sent_neither_rings_nor_lapses(desk):
    found = desk.submitted()
    before = alarms(desk, found)
    go_to(desk, date.fromisoformat(found["deadline"]) + timedelta(days=1))
    assert (desk.shown(found)["state"], alarms(desk, found)) == ("submitted", before)


def test_replaced_confirmation_neither_rings_nor_lapses_again(desk):
    old = desk.opened()
    desk.suite.advance(hours=1)
    now = desk.suite.clock.now().isoformat()
    desk.effect(desk.world.agree(old["case"], f"{old['agreement']}-b", effective_at=now))
    ended = [data for name, data in desk.entries(old["case"]) if name == "confirmation_ended"]
    go_to(desk, date.fromisoformat(old["deadline"]) - timedelta(days=1))
    still = [data for name, data in desk.entries(old["case"]) if name == "confirmation_ended"]
    assert (ended, still[0]["how"]) == (still, "replaced")


def test_ended_confirmation_has_no_open_deadline(desk):
    old = desk.opened()
    desk.suite.advance(hours=1)
    now = desk.suite.clock.now().isoformat()
    desk.effect(desk.world.agree(old["case"], f"{old['agreement']}-c", effective_at=now))
    keeper = desk.suite.suite.keeper(desk.suite.suite.containers[SERVICE])
    with keeper.desk.ledger.database.read() as connection:
        query = "select id from ledger_job where done_at is null and id like ?"
        waits = connection.exec_driver_sql(query, (f"%{old['confirmation']}%",)).all()
    assert waits == []


def test_agreement_entered_too_late_opens_and_lapses_at_once(desk):
    long_ago = (desk.suite.clock.now() - timedelta(days=60)).isoformat()
    found = desk.opened(effective_at=long_ago, parties_signed_at=long_ago)
    assert (found["state"], found["how"], alarms(desk, found)) == ("ended", "lapsed", [])


def test_period_that_is_over_is_not_opened_again(desk):
    first = desk.submitted()
    desk.do(first, "withdraw_application")
    go_to(desk, date.fromisoformat(first["deadline"]) + timedelta(days=1))
    no = desk.suite.refusal(SERVICE, "open_confirmation", CLERK, agreement=first["agreement"])
    assert no.code == "deadline_passed"


def test_list_due_names_the_most_urgent_first(desk):
    later = desk.opened()
    past = (desk.suite.clock.now() - timedelta(days=20)).isoformat()
    sooner = desk.opened(effective_at=past, parties_signed_at=past)
    due = desk.suite.ask(SERVICE, "list_due", MEDIATOR)["due"]
    mine = [d for d in due if d["confirmation"] in (later["confirmation"], sooner["confirmation"])]
    assert [d["confirmation"] for d in mine] == [sooner["confirmation"], later["confirmation"]]
    assert [d["due_on"] for d in due] == sorted(d["due_on"] for d in due)
    only = desk.suite.ask(SERVICE, "list_due", MEDIATOR, until=sooner["deadline"])["due"]
    assert [d["confirmation"] for d in only] == [sooner["confirmation"]]
    assert only[0]["days_left"] == sooner["days_left"]
