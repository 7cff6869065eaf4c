"""What the court says, by its own people and by its driver."""

import base64
import json
from datetime import timedelta

import pytest

from shared.access.principal import Principal
from shared.testing.people import CLERK, MEDIATOR
from tests.system.judicial_confirmation.desk import JUDGE, SERVICE

OTHER_COURT = Principal("court", "j-02", ("222401000000",))
NUMBER = {"court_number": "(2026)某民特1号"}
SCAN = base64.b64encode(b"%PDF ruling").decode()


def ruling(desk, **changes):
    now = desk.suite.clock.now().isoformat()
    said = {"result": "valid", "ruling_number": "(2026)某民特1号之一", "served_at": now}
    return {**said, **changes}


def test_valid_agreement_is_confirmed_with_the_days_that_follow(desk):
    found = desk.accepted()
    done = desk.do(found, "rule_confirmation", JUDGE, **ruling(desk))
    assert done["state"] == "ended"
    assert (done["objection_until"], done["enforcement_until"]) == ("2026-03-17", "2028-05-31")
    shown = desk.shown(found)
    assert (shown["how"], shown["ruling"]["result"]) == ("confirmed", "valid")
    assert shown["ruling"]["enforcement_until"] == "2028-05-31"
    assert desk.events(found["case"])[-3:] == [
        "confirmation_accepted",
        "confirmation_ruled",
        "confirmation_ended",
    ]
    told = dict(desk.entries(found["case"]))["confirmation_ruled"]
    assert (told["result"], told["court_number"], told["ruled_on"]) == (
        "valid",
        NUMBER["court_number"],
        "2026-03-02",
    )


def test_agreement_that_ends_with_an_event_has_no_last_day_to_enforce(desk):
    found = desk.accepted(performance_due_on=None)
    done = desk.do(found, "rule_confirmation", JUDGE, **ruling(desk))
    assert done["enforcement_until"] is None


def test_rejection_names_its_grounds_and_gives_nothing_to_enforce(desk):
    found = desk.accepted()
    no = desk.refused(found, "rule_confirmation", JUDGE, **ruling(desk, result="rejected"))
    assert no.code == "ground_missing"
    said = ruling(desk, result="rejected", grounds=["content_unclear", "property_right"])
    assert desk.do(found, "rule_confirmation", JUDGE, **said)["enforcement_until"] is None
    shown = desk.shown(found)
    assert (shown["how"], shown["ruling"]["grounds"]) == ("rejected", said["grounds"])


def test_ground_of_no_list_is_refused(desk):
    found = desk.accepted()
    said = ruling(desk, result="rejected", grounds=["because"])
    no = desk.refused(found, "rule_confirmation", JUDGE, **said)
    assert (no.code, no.details["grounds"]) == ("ground_unknown", ["because"])


def test_ruling_is_served_after_it_is_made_and_not_tomorrow(desk):
    found = desk.accepted()
    now = desk.suite.clock.now()
    early = ruling(desk, served_at=(now - timedelta(days=1)).isoformat())
    assert desk.refused(found, "rule_confirmation", JUDGE, **early).code == "dates_reversed"
    late = ruling(desk, served_at=(now + timedelta(days=1)).isoformat())
    assert desk.refused(found, "rule_confirmation", JUDGE, **late).code == "future_act"


def test_scan_of_the_ruling_goes_into_the_archive_and_nowhere_else(desk):
    found = desk.accepted()
    desk.do(found, "rule_confirmation", JUDGE, **ruling(desk, ruling_base64=SCAN))
    desk.suite.settle()
    (scan,) = [p for p in desk.world.filed.values() if p.get("kind") == "ruling"]
    assert (scan["subject"], scan["content_base64"]) == (found["case"], SCAN)
    keeper = desk.suite.suite.keeper(desk.suite.suite.containers[SERVICE])
    with keeper.desk.ledger.database.read() as connection:
        rows = connection.exec_driver_sql("select scan from ruling where scan is not null")
        assert rows.all() == []


def test_scan_that_is_no_file_is_refused(desk):
    found = desk.accepted()
    no = desk.refused(found, "rule_confirmation", JUDGE, **ruling(desk, ruling_base64="AAAAA"))
    assert no.code == "attachment_unreadable"
    assert desk.shown(found)["state"] == "accepted"


@pytest.mark.parametrize("who", [CLERK, MEDIATOR])
@pytest.mark.parametrize(
    "verb",
    [
        "accept_application",
        "request_supplement",
        "refuse_application",
        "deem_withdrawn",
        "rule_confirmation",
    ],
)
def test_only_a_court_speaks_for_the_court(desk, verb, who):
    assert desk.refused({"confirmation": "x"}, verb, who).code == "not_allowed"


def test_another_court_finds_nothing(desk):
    found = desk.submitted()
    no = desk.refused(found, "accept_application", OTHER_COURT, **NUMBER)
    assert no.code == "not_found"
    assert desk.refused(found, "get_confirmation", OTHER_COURT).code == "not_found"


def test_court_does_not_act_before_it_has_the_packet(desk):
    found = desk.submitted()
    early = (desk.suite.clock.now() - timedelta(days=1)).isoformat()
    no = desk.refused(found, "accept_application", JUDGE, **NUMBER, happened_at=early)
    assert no.code == "dates_reversed"


def test_refusal_is_for_a_ground_of_the_list_and_ends_it(desk):
    found = desk.submitted()
    no = desk.refused(found, "refuse_application", JUDGE, ground="content_unclear")
    assert no.code == "ground_unknown"
    desk.do(found, "refuse_application", JUDGE, ground="wrong_court")
    shown = desk.shown(found)
    assert (shown["how"], shown["grounds"]) == ("not_accepted", ["wrong_court"])
    again = desk.suite.ask(SERVICE, "open_confirmation", CLERK, agreement=found["agreement"])
    assert again["state"] == "offered"


def test_what_was_accepted_is_no_longer_refused(desk):
    found = desk.accepted()
    assert desk.refused(found, "refuse_application", JUDGE, ground="wrong_court").code == (
        "wrong_state"
    )
    desk.supplement(found)
    assert desk.refused(found, "refuse_application", JUDGE, ground="wrong_court").code == (
        "wrong_state"
    )


def test_supplement_goes_in_a_packet_of_its_own_under_the_same_signatures(desk):
    found = desk.supplement(desk.submitted())
    due = desk.suite.ask(SERVICE, "list_due", CLERK)["due"]
    assert [d["kind"] for d in due if d["confirmation"] == found["confirmation"]] == ["supplement"]
    assert desk.refused(found, "answer_supplement").code == "not_prepared"
    done = desk.do(found, "prepare_application", papers=["evidence"])
    assert (done["state"], done["waiting"]) == ("supplement_requested", [])
    desk.do(found, "answer_supplement")
    desk.suite.settle()
    shown = desk.shown(found)
    assert (shown["state"], [a["attempt"] for a in shown["applications"]]) == ("submitted", [1, 2])
    assert shown["supplements"][0]["answered_at"] is not None
    mine = [n for n in desk.packets() if n.startswith(found["confirmation"])]
    assert mine == [f"{found['confirmation']}.1", f"{found['confirmation']}.2"]
    filed = [p for p in desk.world.filed.values() if p["subject"] == found["case"]]
    assert len(filed) == 4


def test_supplement_in_a_changed_text_waits_for_new_signatures(desk):
    found = desk.supplement(desk.submitted())
    desk.world.parties[found["case"]][0]["address"] = "某镇新址"
    done = desk.do(found, "prepare_application")
    assert (done["state"], done["waiting"]) == ("supplement_requested", found["parties"])
    no = desk.refused(found, "answer_supplement")
    assert (no.code, no.details["parties"]) == ("signature_missing", found["parties"])
    desk.sign(found)
    desk.do(found, "answer_supplement")
    desk.suite.settle()
    assert desk.shown(found)["state"] == "submitted"


def test_supplement_to_an_accepted_application_leaves_it_accepted(desk):
    found = desk.supplement(desk.accepted())
    desk.do(found, "prepare_application", papers=["evidence"])
    desk.do(found, "answer_supplement")
    desk.suite.settle()
    assert desk.shown(found)["state"] == "accepted"


def test_supplement_is_not_due_before_it_is_asked_for(desk):
    found = desk.submitted()
    yesterday = (desk.suite.clock.now() - timedelta(days=1)).date().isoformat()
    no = desk.refused(found, "request_supplement", JUDGE, items=["证明"], until=yesterday)
    assert (no.code, no.details["field"]) == ("dates_reversed", "until")


def test_application_is_withdrawn_before_the_ruling(desk):
    found = desk.accepted()
    desk.do(found, "withdraw_application")
    assert desk.shown(found)["how"] == "withdrawn"
    no = desk.refused(found, "rule_confirmation", JUDGE, **ruling(desk))
    assert no.code == "wrong_state"


def test_unanswered_supplement_is_deemed_a_withdrawal_once_its_day_is_over(desk):
    found = desk.supplement(desk.submitted())
    assert desk.refused(found, "deem_withdrawn", JUDGE).code == "supplement_not_due"
    desk.suite.advance(days=1)
    desk.do(found, "deem_withdrawn", JUDGE)
    assert desk.shown(found)["how"] == "deemed_withdrawn"


def lay(desk, found, name, kind, **data):
    """An answer of the court laid into its folder."""
    folder = desk.suite.suite.site.settings.data / "court" / "out"
    folder.mkdir(parents=True, exist_ok=True)
    at = desk.suite.clock.now().isoformat()
    said = {"packet": f"{found['confirmation']}.1", "kind": kind, "at": at, "data": data}
    (folder / f"{name}.json").write_text(json.dumps(said, ensure_ascii=False))


def test_answers_of_the_driver_are_fetched_daily_and_applied_once(desk):
    found = desk.submitted()
    lay(desk, found, "01", "accepted", **NUMBER)
    lay(desk, found, "02", "accepted", **NUMBER)
    desk.suite.advance(days=1)
    shown = desk.shown(found)
    assert (shown["state"], shown["court_number"]) == ("accepted", NUMBER["court_number"])
    assert [(m["message"], m["applied"]) for m in shown["messages"]] == [
        ("01", True),
        ("02", False),
    ]
    lay(desk, found, "03", "ruled", **ruling(desk))
    desk.suite.advance(days=1)
    shown = desk.shown(found)
    assert (shown["how"], len(shown["messages"])) == ("confirmed", 3)
    assert desk.events(found["case"]).count("confirmation_accepted") == 1
    desk.suite.advance(days=3)
    assert len(desk.shown(found)["messages"]) == 3


def test_answers_to_other_packets_are_left_alone(desk):
    found, other = desk.submitted(), desk.submitted()
    lay(desk, other, "11", "accepted", **NUMBER)
    desk.suite.advance(days=1)
    assert (desk.shown(found)["state"], desk.shown(other)["state"]) == ("submitted", "accepted")
