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
