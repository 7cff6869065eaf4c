"""What the rules reach on the published disputes in the repository. The floors only keep a change
from making it worse: the rules were written with these disputes at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.intake.triage.judge import judge
from services.intake.triage.judgement import Judgement

DEMO = Path(__file__).parents[3] / "deploy" / "demo" / "disputes.jsonl"
CODES = {
    "婚姻家庭": "family",
    "邻里": "neighbour",
    "房屋宅基地": "housing",
    "合同": "contract",
    "生产经营": "production",
    "损害赔偿": "damage",
    "山林土地": "forest_land",
    "征地拆迁": "expropriation",
    "环境污染": "environment",
    "拖欠农民工工资": "wage_arrears",
    "其他劳动争议": "labour",
    "旅游": "tourism",
    "电子商务": "ecommerce",
    "其他消费": "consumer",
    "医疗": "medical",
    "道路交通事故": "traffic",
    "物业": "property",
    "其他": "other",
}
Case = tuple[dict[str, Any], Judgement]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    records = [json.loads(line) for line in DEMO.read_text(encoding="utf-8").splitlines()]
    return [(record, judge(record["text_zh"], record["voice"])) for record in records]


def categories(record: dict[str, Any]) -> set[str]:
    names = [record["category"], record["alt_category"]]
    return {CODES[name.removesuffix("纠纷")] for name in names if name}


def sectors(record: dict[str, Any]) -> set[str | None]:
    names = {record["sector"], record["alt_sector"] or record["sector"]}
    return {None if name == "none" else name for name in names}


def levels(record: dict[str, Any]) -> set[str]:
    return {record["severity"], record["alt_severity"] or record["severity"]}


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_fifty_one_disputes_are_measured(cases: list[Case]) -> None:
    assert len(cases) == 51


def test_the_category_is_right_in_two_guesses(cases: list[Case]) -> None:
    assert share([{j.category, j.runner_up} & categories(r) != set() for r, j in cases]) >= 0.95


def test_the_category_is_right_at_once(cases: list[Case]) -> None:
    assert share([j.category in categories(r) for r, j in cases]) >= 0.85


def test_the_sector_is_right(cases: list[Case]) -> None:
    assert share([j.sector in sectors(r) for r, j in cases]) >= 0.90


def test_major_disputes_are_recognised(cases: list[Case]) -> None:
    major = [j.level in levels(r) for r, j in cases if r["severity"] == "major"]
    assert share(major) >= 0.90


def test_what_is_called_major_is_major(cases: list[Case]) -> None:
    assert share(["major" in levels(r) for r, j in cases if j.level == "major"]) >= 0.85


def test_the_sum_in_dispute_is_mostly_right(cases: list[Case]) -> None:
    def stated(record: dict[str, Any]) -> int | None:
        return None if record["amount_kind"] == "settled" else record["amount_cny"]

    right = [stated(r) == (j.amount_fen // 100 if j.amount_fen else None) for r, j in cases]
    assert share(right) >= 0.90


def test_risks_are_mostly_right(cases: list[Case]) -> None:
    both = sum(len(set(r["risk_core"]) & set(j.risks)) for r, j in cases)
    either = sum(len(r["risk_core"]) + len(j.risks) for r, j in cases)
    assert 2 * both / either >= 0.90
