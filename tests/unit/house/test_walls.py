"""Each wall stands: with the forbidden line put in, import-linter refuses the tree."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SPARE = '"""Spare."""\n'
SABOTAGE = [
    ("shared/ledger/ids.py", "import services.screening.rules", "the process knows all"),
    ("services/intake/rules/__init__.py", "import services.screening.rules", "no service imports"),
    ("services/screening/rules.py", "import services.screening.store", "point inward"),
    ("shared/calendar/days.py", "import shared.ledger.ids", "inside shared"),
    ("services/screening/rules.py", "import sqlalchemy", "rules are plain"),
    ("services/screening/clients.py", "import kombu", "only the bus"),
    ("services/screening/clients.py", "import sqlalchemy", "only stores"),
    ("services/screening/store.py", "import marshmallow", "only contracts"),
    ("services/screening/store.py", "import prometheus_client", "only telemetry"),
    ("services/screening/spare.py", "", "point inward"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    copy = tmp_path_factory.mktemp("tree")
    for room in ("tiaojie", "services", "shared"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def lint(tree):
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    path = {"PYTHONPATH": str(tree), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=tree, env=path, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_the_tree_keeps_its_walls(tree):
    code, said = lint(tree)
    assert code == 0, said


@pytest.mark.parametrize(("file", "line", "wall"), SABOTAGE)
def test_wall_refuses_sabotage(tree, file, line, wall):
    path = tree / file
    before = path.read_text("utf-8") if path.exists() else None
    path.write_text((before or SPARE) + line + "\n", "utf-8")
    try:
        code, said = lint(tree)
    finally:
        path.unlink() if before is None else path.write_text(before, "utf-8")
    assert code != 0
    assert wall in said or "Missing layer" not in said
