"""`make mutants`: take out one rule at a time in a copy of the tree; its test must fail. The lists
lie beside this file, one a service; `run.py ledger` takes those whose file names the word.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
ROOMS = ("tiaojie", "services", "shared", "tests", "deploy", "k8s", "docs", "client", "examples")


def copy_tree(to):
    for room in ROOMS:
        if (ROOT / room).exists():
            shutil.copytree(ROOT / room, to / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", to)


def fails(tree, test):
    """Whether the test, run in the copy, fails for its assertions (not for want of a test)."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", test]
    env = {"PYTHONPATH": str(tree), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, check=False)
    return done.returncode == 1


def try_one(tree, mutant):
    """killed, survived, or stale (the text to take out is not there exactly once)."""
    path = tree / mutant["file"]
    before = path.read_text("utf-8")
    if before.count(mutant["old"]) != 1:
        return "stale"
    path.write_text(before.replace(mutant["old"], mutant["new"]), "utf-8")
    try:
        return "killed" if fails(tree, mutant["test"]) else "survived"
    finally:
        path.write_text(before, "utf-8")


def main(wanted):
    lists = sorted((ROOT / "tests/mutants").glob("*.yaml"))
    every = [m for path in lists for m in yaml.safe_load(path.read_text("utf-8"))]
    mutants = [m for m in every if not wanted or any(w in m["file"] for w in wanted)]
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder))
        outcomes = []
        for mutant in mutants:
            outcome = try_one(Path(folder), mutant)
            outcomes.append(outcome)
            print(f"{outcome:9} {mutant['file']}: {mutant['rule']}", flush=True)  # noqa: T201
    killed = outcomes.count("killed")
    print(f"{killed} killed, {len(outcomes) - killed} not, of {len(outcomes)}")  # noqa: T201
    return 0 if killed == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
