"""Codes of the doctor: each in the page and in use, each that is not ok with a remedy."""

import re
from pathlib import Path

import pytest

from tiaojie.doctor.codes import CODES, GROUPS
from tiaojie.doctor.finding import SEVERITIES

ROOT = Path(__file__).parents[3]
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.+?) \| (.+?) \|$", re.MULTILINE)
PAGE = {
    code: (severity, meaning, remedy)
    for code, severity, meaning, remedy in ROW.findall(
        (ROOT / "docs" / "operate" / "doctor.md").read_text("utf-8")
    )
}
SOURCE = "".join(p.read_text("utf-8") for p in (ROOT / "tiaojie" / "doctor").glob("[!c]*.py"))
SOURCE += (ROOT / "tiaojie" / "doctor" / "clocks.py").read_text("utf-8")


def test_page_lists_every_code_with_its_severity():
    assert {code: row[0] for code, row in PAGE.items()} == {c: k.severity for c, k in CODES.items()}


def test_every_code_is_used():
    assert [code for code in CODES if f'"{code}"' not in SOURCE] == []


@pytest.mark.parametrize("code", CODES)
def test_code_has_a_group_a_severity_and_what_to_do(code):
    known = CODES[code]
    assert (known.group in GROUPS, known.severity in SEVERITIES) == (True, True)
    assert known.severity == "ok" or "；" in known.text
    assert (known.severity == "ok") or PAGE[code][2] != "—"
