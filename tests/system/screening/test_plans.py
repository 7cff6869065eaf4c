"""Plans: what was visited, what was not, and the honest zero report."""

import pytest

from services.screening.service import Screening
from shared.testing.people import GRID_WORKER, STRANGER, VILLAGE, principal
from shared.testing.running import running

DIRECTOR = principal("director", "d-01", VILLAGE)
PLAN = {
    "title": "春耕前排查",
    "division": VILLAGE,
    "mode": "focused",
    "trigger": "time",
    "since": "2026-03-01",
    "until": "2026-03-31",
    "targets": [
        {"label": "一组张某家"},
        {"label": "二组李某家"},
        {"label": "灌渠", "kind": "place"},
    ],
}


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    with running(tmp_path_factory.mktemp("plans"), [Screening]) as suite:
        yield suite


@pytest.fixture
def plan(suite):
    return suite.ask("screening", "open_plan", DIRECTOR, **PLAN)["plan"]


def unvisited(suite, plan):
    targets = suite.ask("screening", "list_unvisited", GRID_WORKER, plan=plan)["targets"]
    return [t["label"] for t in targets]


def test_unvisited_targets_are_named(suite, plan):
    suite.ask("screening", "record_visit", GRID_WORKER, plan=plan, target=2, found=False)
    assert unvisited(suite, plan) == ["一组张某家", "灌渠"]


def test_zero_report_counts_and_visits_nobody(suite, plan):
    suite.ask("screening", "report_zero", GRID_WORKER, plan=plan, day="2026-03-02")
    shown = suite.ask("screening", "get_plan", GRID_WORKER, plan=plan)
    assert (shown["zero_reports"], shown["visits"], len(unvisited(suite, plan))) == (1, 0, 3)


def test_zero_report_of_a_day_outside_the_plan_is_refused(suite, plan):
    no = suite.refusal("screening", "report_zero", GRID_WORKER, plan=plan, day="2026-04-01")
    assert no.code == "outside_plan"


def test_unknown_target_is_refused(suite, plan):
    no = suite.refusal("screening", "record_visit", GRID_WORKER, plan=plan, target=4, found=False)
    assert (no.code, no.details) == ("no_such_target", {"field": "target"})


def test_stale_version_is_refused_with_both_versions(suite, plan):
    visit = {"plan": plan, "target": 1, "found": False, "version": 1}
    suite.ask("screening", "record_visit", GRID_WORKER, **visit)
    no = suite.refusal("screening", "record_visit", GRID_WORKER, **visit)
    assert (no.code, no.details) == ("version_stale", {"seen": 1, "current": 2})


def test_plan_of_another_county_is_not_found(suite, plan):
    assert suite.refusal("screening", "get_plan", STRANGER, plan=plan).code == "not_found"


def test_grid_worker_may_not_open_a_plan(suite):
    assert suite.refusal("screening", "open_plan", GRID_WORKER, **PLAN).code == "not_allowed"


def test_act_in_the_future_is_refused(suite, plan):
    no = suite.refusal(
        "screening",
        "record_visit",
        GRID_WORKER,
        plan=plan,
        target=1,
        found=False,
        happened_at="2026-03-03T09:00:00+08:00",
    )
    assert no.code == "future_act"
