"""Alert rules: promtool agrees with them, each is tested there, each says what to do about it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "deploy" / "monitoring"
RULES = [
    rule
    for group in yaml.safe_load((FOLDER / "alerts.yaml").read_text("utf-8"))["groups"]
    for rule in group["rules"]
]
TESTS = yaml.safe_load((FOLDER / "alerts_test.yaml").read_text("utf-8"))["tests"]
NAMES = [rule["alert"] for rule in RULES]
PART = re.compile(r"^\*\*(\w+)\*\*", re.MULTILINE)
PARTS = ("意思", "看", "办")


def promtool(*arguments):
    if shutil.which("promtool") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("promtool is missing: run deploy/host/install-promtool.sh")
        pytest.skip("left out, no promtool: deploy/host/install-promtool.sh installs it")
    run = ["promtool", *arguments]
    done = subprocess.run(run, cwd=FOLDER, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "rules", "alerts.yaml"),
        ("check", "config", "prometheus.yaml"),
        ("test", "rules", "alerts_test.yaml"),
    ],
    ids=" ".join,
)
def test_promtool_agrees(arguments):
    code, said = promtool(*arguments)
    assert code == 0, said


def test_each_alert_is_tested_silent_and_ringing():
    checks = [(c["alertname"], "exp_alerts" in c) for t in TESTS for c in t["alert_rule_test"]]
    assert sorted(checks) == sorted((name, rings) for name in NAMES for rings in (False, True))


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_alert_has_a_severity_a_chinese_summary_and_its_runbook(rule):
    assert rule["labels"]["severity"] in ("critical", "warning")
    assert re.search(r"[\u4e00-\u9fff]{3}", rule["annotations"]["summary"])
    assert rule["annotations"]["runbook"] == f"docs/operate/alerts.md#{rule['alert'].lower()}"


def test_the_runbook_has_a_section_for_each_alert_and_no_other():
    page = (ROOT / "docs" / "operate" / "alerts.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (\w+)\n\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert sorted(sections) == sorted(NAMES)
    said = {name: tuple(PART.findall(text)) for name, text in sections.items()}
    assert said == dict.fromkeys(sections, PARTS)
