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
    child = start(folder, story)
    said = child.communicate(timeout=240)[0].decode()
    assert child.returncode == 0, said


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
    finish(folder, request.param)
    return request.param, journals(folder / "demo" / f"{request.param}-1")


def test_killed_story_ends_as_a_calm_one(calm, tmp_path):
    story, expected = calm
    dice, kills, runs = random.Random(story), 0, 0  # noqa: S311
    while kills < KILLS // len(STORIES):
        runs += 1
        folder = tmp_path / str(runs)
        kills += kill_until_finished(folder, story, dice, KILLS // len(STORIES) - kills)
        effects, audits = journals(folder / "demo" / f"{story}-1")
        assert effects - expected[0] == Counter(), "doubled"
        assert expected[0] - effects == Counter(), "lost"
        assert expected[1] - audits == Counter(), "looks that no audit tells of"
    assert kills >= KILLS // len(STORIES)


def kill_until_finished(folder, story, dice, most):
    """Start, kill, start again, until the story has ended; how many kills it took. After `most` it
    is left alone, and each life is a little longer, so that a busy machine gets there too.
    """
    kills = 0
    while not is_finished(folder / "demo" / f"{story}-1"):
        if kills >= most:
            finish(folder, story)
            break
        child = start(folder, story)
        time.sleep(dice.uniform(0.5, 3.0 + kills * 0.3))
        kills += child.poll() is None
        child.send_signal(signal.SIGKILL)
        said = child.communicate()[0].decode()
        assert child.returncode in {0, -signal.SIGKILL}, said
    return kills


def is_finished(run):
    progress = Path(run) / "progress.json"
    return progress.exists() and json.loads(progress.read_text("utf-8"))["finished"]
