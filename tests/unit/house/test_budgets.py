"""The house is kept readable: short functions, short files, one way to ask."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FILES = sorted(
    path
    for room in ("tiaojie", "services", "shared")
    for path in (ROOT / room).rglob("*.py")
    if "migrations/versions" not in path.as_posix()
)
ORDER = (
    "registry",
    "document_archive",
    "screening",
    "intake",
    "mediation_session",
    "judicial_confirmation",
    "supervision",
)
JUNK = {"utils", "helpers", "common", "misc", "base", "core"}


def functions(path):
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (path, n.name, n.end_lineno - n.lineno + 1) for n in ast.walk(tree) if isinstance(n, kinds)
    ]


LENGTHS = [f for path in FILES for f in functions(path)]


def test_no_function_is_over_forty_lines():
    assert [f for f in LENGTHS if f[2] > 40] == []


def test_nine_functions_in_ten_are_under_twenty_five_lines():
    short = sum(1 for f in LENGTHS if f[2] < 25)
    assert short / len(LENGTHS) >= 0.9


def test_no_file_is_over_three_hundred_lines():
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in FILES}
    assert {name: n for name, n in lengths.items() if n > 300} == {}


def test_nothing_is_named_after_nothing():
    assert [p for p in FILES if p.stem in JUNK or p.parent.name in JUNK] == []


@pytest.mark.parametrize("service", ORDER)
def test_a_service_asks_only_to_its_left(service):
    left = ORDER[: ORDER.index(service)]
    for path in (ROOT / "services" / service).rglob("*.py"):
        for asked in re.findall(r"ask\(\s*\"(\w+)\"", path.read_text("utf-8")):
            assert asked in left, f"{path}: {asked}"


def test_exceptions_are_caught_blindly_in_the_bus_alone():
    caught = [
        path.relative_to(ROOT).as_posix()
        for path in FILES
        if re.search(r"except (Base)?Exception|except:", path.read_text("utf-8"))
    ]
    assert [path for path in caught if not path.startswith("shared/bus/")] == []
