"""kill -9 at random moments of a story, restart, run on: nothing lost, doubled or skipped."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from shared.ledger.chain import Sealed, verify
from tiaojie import services

KILLS = int(os.environ.get("KILLS", "20"))
STORIES = ("ordinary", "oral")


def start(folder, story):
    env = {**os.environ, "TIAOJIE_DATA": str(folder)}
    command = [sys.executable, "-m", "tiaojie", "demo", "--story", story]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def finish(folder, story):
    out, _ = start(folder, story).communicate(timeout=240)
    return out.decode()


def journals(run):
    """How often each type of entry stands in the journals, every chain verified: effects, and
    audits (a repeated look is a second look, so there may be more of these).
    """
    effects, audits = Counter(), Counter()
    for service in services.ORDER:
        lines = (run / "journals" / f"{service}.jsonl").read_text("utf-8").splitlines()
        sealed = [Sealed.from_wire(json.loads(line)) for line in lines]
        verify(sealed)
        events = services.contract(service).events
        for entry in sealed:
            type_ = json.loads(entry.line)["type"]
            kept = effects if events[type_.split(".")[1]].audience == "bus" else audits
            kept[type_] += 1
    return effects, audits


@pytest.fixture(scope="module", params=STORIES)
def calm(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("calm")
    said = finish(folder, request.param)
    return request.param, journals(folder / "demo" / f"{request.param}-1"), said


def test_killed_story_ends_as_a_calm_one(calm, tmp_path):
    story, expected, _said = calm
    run, kills = tmp_path / "demo" / f"{story}-1", 0
    dice = random.Random(story)  # noqa: S311
    while kills < KILLS // len(STORIES):
        child = start(tmp_path, story)
        time.sleep(dice.uniform(0.2, 4.0))
        if child.poll() is None:
            kills += 1
        child.send_signal(signal.SIGKILL)
        child.communicate()
        if is_finished(run):
            break
    said = finish(tmp_path, story) if not is_finished(run) else ""
    effects, audits = journals(run)
    assert effects == expected[0], said
    assert audits >= expected[1]


def is_finished(run):
    progress = Path(run) / "progress.json"
    return progress.exists() and json.loads(progress.read_text("utf-8"))["finished"]
