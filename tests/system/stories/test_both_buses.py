"""A story ends the same in one process on SQLite and in seven on RabbitMQ and PostgreSQL.
STORIES=all plays every one of them.
"""

import json
import os
from collections import Counter
from functools import partial

import pytest
from private_broker import a_host

from shared.ledger.chain import Sealed, verify
from tiaojie import services
from tiaojie.demo import story
from tiaojie.demo.fleet import on_broker
from tiaojie.demo.play import play
from tiaojie.demo.stage import embedded

NAMES = story.names() if os.environ.get("STORIES") == "all" else ["ordinary", "oral", "major"]


@pytest.fixture(scope="module")
def host():
    """RabbitMQ and PostgreSQL of their own."""
    with a_host() as host:
        yield host


def effects(run):
    """How often each type of entry that others hear stands in the journals; chains verified."""
    kinds = Counter()
    for service in services.ORDER:
        lines = (run / "journals" / f"{service}.jsonl").read_text("utf-8").splitlines()
        sealed = [Sealed.from_wire(json.loads(line)) for line in lines]
        verify(sealed)
        events = services.contract(service).events
        types = [json.loads(entry.line)["type"] for entry in sealed]
        kinds.update(t for t in types if events[t.split(".")[1]].audience == "bus")
    return kinds


@pytest.mark.parametrize("name", NAMES)
def test_story_ends_the_same_on_both(host, tmp_path, name):
    told, here, there = story.load(name), tmp_path / "here" / name, tmp_path / "there" / name
    for folder in (here, there):
        folder.mkdir(parents=True)
    play(told, here, lambda _: None, embedded)
    play(told, there, lambda _: None, partial(on_broker, host))
    assert effects(there) == effects(here)
    assert (there / "volume.pdf").exists() == (here / "volume.pdf").exists()
