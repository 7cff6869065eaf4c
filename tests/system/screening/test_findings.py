"""A finding from hearsay to hand-over, through the real bus and ledger."""

import pytest

from services.screening.service import Screening
from shared.testing.people import GRID_WORKER, STRANGER, TOWNSHIP, VILLAGE
from shared.testing.running import running

SIDES = [{"label": "楼上张某", "phone": "13800001111"}, {"label": "楼下李某"}]


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    with running(tmp_path_factory.mktemp("screening"), [Screening]) as suite:
        yield suite


def reported(suite, **changes):
    words = {"division": VILLAGE, "place": "三组", "text": "两家为漏水吵架", "sides": SIDES}
    return suite.ask("screening", "report_finding", GRID_WORKER, **{**words, **changes})


def test_report_finding_masks_phones_for_every_reader(suite):
    finding = reported(suite)["finding"]
    shown = suite.ask("screening", "get_finding", GRID_WORKER, finding=finding)
    assert [side["phone"] for side in shown["sides"]] == ["138****1111", None]


def test_report_finding_outside_own_grid_is_not_found(suite):
    no = suite.refusal(
        "screening", "report_finding", STRANGER, division=VILLAGE, place="三组", text="吵架"
    )
    assert no.code == "not_found"


def test_hand_over_before_grading_is_refused(suite):
    finding = reported(suite)["finding"]
    no = suite.refusal(
        "screening", "hand_over_finding", GRID_WORKER, finding=finding, to_division=TOWNSHIP
    )
    assert (no.code, no.details["state"]) == ("wrong_state", "reported")


def test_grade_without_registry_is_provisional(suite):
    finding = reported(suite)["finding"]
    grade = suite.ask("screening", "grade_finding", GRID_WORKER, finding=finding, facts=["death"])
    assert (grade["level"], grade["provisional"]) == ("ordinary", True)


def test_report_upward_and_its_receipt_are_kept_once(suite):
    finding = reported(suite)["finding"]
    report = {"finding": finding, "to": "government", "way": "phone", "text": "十余人聚集"}
    escalation = suite.ask("screening", "escalate_finding", GRID_WORKER, **report)["escalation"]
    receipt = {"finding": finding, "escalation": escalation, "receiver": "乡政府值班室"}
    suite.ask("screening", "record_receipt", GRID_WORKER, **receipt)
    no = suite.refusal("screening", "record_receipt", GRID_WORKER, **receipt)
    shown = suite.ask("screening", "get_finding", GRID_WORKER, finding=finding)
    assert no.code == "receipt_recorded_before"
    assert [(e["to"], e["receiver"]) for e in shown["escalations"]] == [
        ("government", "乡政府值班室")
    ]


def test_words_of_a_report_never_enter_the_journal(suite):
    finding = reported(suite, text="暗号七九三一")["finding"]
    report = {"finding": finding, "to": "police", "way": "phone", "text": "暗号八八二四"}
    suite.ask("screening", "escalate_finding", GRID_WORKER, **report)
    journal = str(suite.entries("screening"))
    assert finding in journal
    assert [
        word for word in ("七九三一", "八八二四", "13800001111", "张某") if word in journal
    ] == []


def test_summary_counts_by_level_and_people(tmp_path):
    with running(tmp_path, [Screening]) as alone:
        for people in (3, 60, 60):
            finding = reported(alone)["finding"]
            alone.ask(
                "screening", "grade_finding", GRID_WORKER, finding=finding, people_count=people
            )
        end = {"finding": finding, "outcome": "settled_on_the_spot", "reason": "当场说和"}
        alone.ask("screening", "end_finding", GRID_WORKER, **end)
        span = {"division": VILLAGE, "since": "2026-03-02", "until": "2026-03-02"}
        table = alone.ask("screening", "summarise_findings", GRID_WORKER, **span)
    assert table["by_level"] == [{"key": "ordinary", "found": 3, "ended": 1}]
    assert table["by_people"] == [
        {"key": "50—100人", "found": 2, "ended": 1},
        {"key": "50人以下", "found": 1, "ended": 0},
    ]
