"""Reports of danger (art. 25), units, and what is due."""

import pytest

from shared.testing.people import CLERK, GRID_WORKER, TOWNSHIP
from tests.system.intake.test_registration import REFERRED

REPORT = {
    "to": "police",
    "to_name": "岭下派出所",
    "way": "phone",
    "text": "双方亲属十余人聚在楼下。",
    "danger": "有人扬言动手。",
}


def reported(desk, case, who=CLERK, **words):
    return desk.do("report_escalation", case, who, **{**REPORT, **words})["escalation"]


def due(desk, case, **words):
    found = desk.suite.ask("intake", "list_due", CLERK, **{"limit": 500, **words})["due"]
    return [(d["kind"], d["due_on"], d["overdue"]) for d in found if d["case"] == case]


def test_a_report_keeps_whom_how_when_and_its_words_stay_here(desk):
    case = desk.opened()
    id_ = reported(desk, case, happened_at="2026-03-02T08:40:00+08:00")
    (name, data) = desk.entries(case)[-1]
    (shown,) = desk.shown(case)["escalations"]
    assert (name, data["escalation"], data["to"], data["way"], data["happened_at"]) == (
        "escalation_reported",
        id_,
        "police",
        "phone",
        "2026-03-02T08:40:00+08:00",
    )
    assert (shown["text"], shown["at"], len(data["text_hash"])) == (
        REPORT["text"],
        "2026-03-02T08:40:00+08:00",
        64,
    )


def test_a_report_is_printed(desk, told):
    case = desk.opened(place="河东村二组")
    reported(desk, case, reporter="赵某", measures="已劝开双方")
    desk.suite.settle()
    ((subject, form, paper),) = told.papers.values()
    assert (subject, form) == (case, "escalation")
    assert (paper["to"], paper["manner"], paper["reporter"], paper["danger"]) == (
        ["岭下派出所"],
        "电话",
        "赵某",
        "有人扬言动手。",
    )


@pytest.mark.parametrize("state", ["registered", "accepted", "refused", "ended"])
def test_danger_is_reported_at_any_time(desk, state):
    case = desk.accepted() if state == "accepted" else desk.opened()
    if state == "refused":
        desk.do("refuse_case", case, ground="crime", other_door=["向公安机关报案。"])
    if state == "ended":
        desk.do("withdraw_case", case)
    assert desk.do("report_escalation", case, **REPORT)["state"] == state


def test_a_grid_worker_reports_on_a_case_that_he_brought(desk):
    assert reported(desk, desk.opened(who=GRID_WORKER), GRID_WORKER)


def test_a_receipt_is_kept_once(desk):
    case = desk.opened()
    receipt = {"escalation": reported(desk, case), "receiver": "值班民警", "reply": "已出警"}
    desk.do("record_receipt", case, **receipt)
    (shown,) = desk.shown(case)["escalations"]
    assert (shown["receiver"], shown["reply"]) == ("值班民警", "已出警")
    assert desk.refused("record_receipt", case, **receipt).code == "receipt_recorded_before"


def test_a_receipt_belongs_to_a_report_of_the_case(desk):
    stranger = reported(desk, desk.opened())
    no = desk.refused("record_receipt", desk.opened(), escalation=stranger, receiver="某")
    assert (no.code, no.details) == ("not_found", {"field": "escalation"})


def test_a_report_is_followed_up_every_day_while_the_case_is_open(desk):
    case = desk.opened(source="initiative", way=None)
    id_ = reported(desk, case, happened_at="2026-02-27T09:00:00+08:00")
    before = [d for d in due(desk, case) if d[0] == "escalation_follow_up"]
    desk.do("follow_up_escalation", case, escalation=id_, text="双方平静")
    after = [d for d in due(desk, case) if d[0] == "escalation_follow_up"]
    desk.do("withdraw_case", case)
    assert before == [("escalation_follow_up", "2026-02-28", True)]
    assert after == [("escalation_follow_up", "2026-03-03", False)]
    assert due(desk, case) == []
    assert desk.events(case)[-2:] == ["escalation_followed_up", "case_ended"]


def test_a_unit_is_asked_and_answers_once(desk):
    case = desk.opened()
    asked = {"unit": "镇自然资源所", "text": "请查地界", "due_on": "2026-03-06"}
    request = desk.do("ask_unit", case, **asked)["request"]
    waiting = [d for d in due(desk, case) if d[0] == "unit_reply"]
    reply = {"request": request, "replier": "周某", "text": "图纸附后"}
    desk.do("record_unit_reply", case, **reply)
    (shown,) = desk.shown(case)["requests_to_units"]
    assert waiting == [("unit_reply", "2026-03-06", False)]
    assert (shown["unit"], shown["replier"], shown["reply"]) == ("镇自然资源所", "周某", "图纸附后")
    assert [d for d in due(desk, case) if d[0] == "unit_reply"] == []
    assert desk.refused("record_unit_reply", case, **reply).code == "replied_before"


def test_acceptance_and_reply_are_due_until_they_are_done(desk):
    case = desk.opened(**REFERRED)
    waiting = due(desk, case)
    desk.agree(case)
    desk.do("triage_case", case)
    desk.do("accept_case", case)
    assert waiting == [("acceptance", "2026-03-05", False), ("referral_reply", "2026-03-05", False)]
    assert due(desk, case) == []


def test_only_what_is_due_by_a_day_and_under_a_division_is_listed(desk):
    case = desk.opened()
    assert due(desk, case, until="2026-03-04") == []
    assert due(desk, case, division=TOWNSHIP) == [("acceptance", "2026-03-05", False)]
    assert due(desk, case, division="220122101000") == []
