"""The packet on its way: killed anywhere, it comes once."""

import json

import pytest

from services.judicial_confirmation.drivers.simulator import Simulator
from services.judicial_confirmation.procedures import sending
from services.judicial_confirmation.store import changes
from tests.system.judicial_confirmation.desk import JUDGE, SERVICE


def retry_now(desk):
    """Let jobs that failed be tried again without their pause."""
    keeper = desk.suite.suite.keeper(desk.suite.suite.containers[SERVICE])
    with keeper.desk.ledger.database.transaction() as connection:
        connection.exec_driver_sql("update ledger_job set next_at = 0")
    desk.suite.settle()


def packets_of(desk, found):
    return [number for number in desk.packets() if number.startswith(found["confirmation"])]


def test_killed_between_send_and_commit_the_same_receipt_is_found(desk, monkeypatch):
    found, sent = desk.signed(), []
    send = Simulator.send

    def counted(self, packet):
        sent.append(packet.number)
        return send(self, packet)

    def killed(_tx, _id):
        monkeypatch.setattr(sending.changes, "lock", lock)
        raise OSError("killed before the commit")

    lock = changes.lock
    monkeypatch.setattr(Simulator, "send", counted)
    monkeypatch.setattr(sending.changes, "lock", killed)
    desk.do(found, "submit_application")
    desk.suite.settle()
    assert (desk.shown(found)["state"], len(packets_of(desk, found))) == ("sending", 1)
    desk.world.parties[found["case"]][0]["address"] = "某镇新址"
    retry_now(desk)
    (application,) = desk.shown(found)["applications"]
    assert (desk.shown(found)["state"], len(packets_of(desk, found)), len(sent)) == (
        "submitted",
        1,
        1,
    )
    slip = desk.suite.suite.site.settings.data / "court" / "in" / f"{application['packet']}.json"
    assert application["receipt"] == json.loads(slip.read_bytes())["receipt"]
    assert desk.events(found["case"]).count("confirmation_submitted") == 1


def test_court_that_cannot_be_reached_is_tried_again(desk, monkeypatch):
    found = desk.signed()

    def away(_self, _packet):
        raise OSError("no line")

    monkeypatch.setattr(Simulator, "send", away)
    desk.do(found, "submit_application")
    desk.suite.settle()
    assert (desk.shown(found)["state"], packets_of(desk, found)) == ("sending", [])
    monkeypatch.undo()
    retry_now(desk)
    assert desk.shown(found)["state"] == "submitted"


def hold_up(desk, monkeypatch):
    """A packet on its way to a court that cannot be reached."""
    found = desk.signed()

    def away(_self, _packet):
        raise OSError("no line")

    monkeypatch.setattr(Simulator, "send", away)
    desk.do(found, "submit_application")
    desk.suite.settle()
    monkeypatch.undo()
    return found


def test_papers_that_change_while_it_waits_bring_it_back_to_the_desk(desk, monkeypatch):
    found = hold_up(desk, monkeypatch)
    desk.world.parties[found["case"]][0]["address"] = "某镇新址"
    retry_now(desk)
    assert (desk.shown(found)["state"], packets_of(desk, found)) == ("intended", [])
    assert desk.events(found["case"])[-1] == "application_returned"
    desk.do(found, "prepare_application")
    desk.sign(found)
    desk.do(found, "submit_application")
    desk.suite.settle()
    assert packets_of(desk, found) == [f"{found['confirmation']}.2"]


def test_what_was_handed_over_in_time_does_not_lapse_while_it_waits(desk, monkeypatch):
    found = hold_up(desk, monkeypatch)
    desk.suite.advance(days=45)
    shown = desk.shown(found)
    assert shown["state"] == "sending"
    retry_now(desk)
    assert desk.shown(found)["state"] == "submitted"


def test_what_comes_back_after_the_last_day_has_lapsed(desk, monkeypatch):
    found = hold_up(desk, monkeypatch)
    desk.suite.advance(days=45)
    desk.world.parties[found["case"]][0]["address"] = "某镇新址"
    retry_now(desk)
    assert (desk.shown(found)["how"], packets_of(desk, found)) == ("lapsed", [])


@pytest.mark.parametrize("verb", ["withdraw_application", "submit_application"])
def test_nothing_else_is_done_while_it_is_on_its_way(desk, monkeypatch, verb):
    found = hold_up(desk, monkeypatch)
    no = desk.refused(found, verb)
    assert (no.code, no.details["state"]) == ("wrong_state", "sending")


def test_court_does_not_see_what_has_not_come(desk, monkeypatch):
    found = hold_up(desk, monkeypatch)
    assert desk.refused(found, "get_confirmation", JUDGE).code == "not_found"
    retry_now(desk)
    assert desk.shown(found, JUDGE)["state"] == "submitted"
