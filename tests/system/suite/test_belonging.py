"""One id from a command through all services to the last effect; nothing personal in log lines."""

import json
import re
from collections import defaultdict

import pytest
from prometheus_client import REGISTRY, generate_latest
from sqlalchemy import text

from shared.bus.outcome import Internal
from shared.bus.sampling import Sampler
from shared.testing.logged import logged
from shared.testing.people import GRID_WORKER, VILLAGE
from shared.testing.running import running
from tiaojie import services
from tiaojie.demo import story
from tiaojie.demo.play import Player
from tiaojie.demo.progress import Progress

RUN = "ordinary-1"
PERSONAL = re.compile(r"[\u4e00-\u9fff]{2,}|1\d{10}|\d{17}[\dX]")
PLACE, WORDS = "西山三组", "他说院墙是他家的"
SIDE = {"label": "司徒某某", "phone": "13900002222"}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A whole story played at the loudest level: its suite, its lines, its player."""
    ordinary, folder = story.load("ordinary"), tmp_path_factory.mktemp("told")
    with (
        logged("debug") as lines,
        running(folder, services.load(), at=ordinary.starts) as suite,
    ):
        player = Player(suite.suite, suite.clock, ordinary, Progress(run=RUN), folder)
        player.open()
        list(player.steps())
        suite.settle()
        yield suite, lines, player


def journals(suite):
    return {name: suite.entries(name) for name in services.ORDER}


def by_command(suite):
    """The services that wrote entries, by the id to which these belong."""
    found = defaultdict(set)
    for service, entries in journals(suite).items():
        for entry in entries:
            found[entry["correlationid"]].add(service)
    return found


def test_every_entry_of_the_story_belongs_to_a_command_of_a_person(told):
    suite, _, player = told
    steps = {f"{RUN}-{n:03d}" for n in range(len(player.story.steps))}
    of_the_story = [
        entry["correlationid"]
        for name, entries in journals(suite).items()
        for entry in entries
        if entry["actor"].startswith("system:")
    ]
    assert len(of_the_story) > 20
    assert set(of_the_story) - steps == set()


def test_one_command_is_seen_in_all_services_that_it_reached(told):
    suite, lines, _ = told
    widest, wrote = max(by_command(suite).items(), key=lambda item: (len(item[1]), item[0]))
    assert widest.startswith(RUN)
    assert len(wrote) >= 3
    said = {line["service"] for line in lines() if line.get("correlation") == widest}
    assert wrote <= said
    assert "supervision" in said  # which follows without writing


def test_every_line_of_work_says_to_what_it_belongs(told):
    _, lines, _ = told
    work = [line for line in lines() if line["event"] in ("answered", "applied", "job", "retry")]
    assert len(work) > 100
    assert [line for line in work if not (line["correlation"] and line["service"])] == []


def personal(value):
    """Chinese words, phones and identity numbers in a payload."""
    return set(PERSONAL.findall(json.dumps(value, ensure_ascii=False)))


def test_nothing_that_a_person_said_is_in_a_line_or_a_metric(told):
    suite, lines, player = told
    spoken = personal([dict(step.with_) for step in player.story.steps])
    assert len(spoken) > 50
    Sampler(suite.suite).sample()
    seen = json.dumps(lines(), ensure_ascii=False) + generate_latest(REGISTRY).decode()
    assert {word for word in spoken if word in seen} == set()


def test_nor_when_the_database_quotes_the_row(told):
    suite, lines, _ = told
    rename(suite, "finding", "away")  # the statement that fails names the values it was given
    with pytest.raises(Internal):
        words = {"division": VILLAGE, "place": PLACE, "text": WORDS, "sides": [SIDE]}
        suite.ask("screening", "report_finding", GRID_WORKER, **words)
    rename(suite, "away", "finding")
    (line,) = [each for each in lines() if each["event"] == "internal"]
    kinds = [problem["kind"] for problem in line["problems"]]
    assert (line["verb"], kinds[0]) == ("report_finding", "OperationalError")
    seen = json.dumps(lines(), ensure_ascii=False)
    assert [word for word in (PLACE, WORDS, SIDE["label"], SIDE["phone"]) if word in seen] == []


def rename(suite, table, to):
    with suite.suite.databases["screening"].transaction() as connection:
        connection.execute(text(f"alter table {table} rename to {to}"))
