"""Log lines say to what they belong, and nothing that a person said."""

import json
import logging

from shared.telemetry.frames import told
from shared.telemetry.logs import bound, logger
from shared.testing.logged import logged

NAME, NUMBER = "张某某", "220122199001011234"
log = logger("test")


class Database(Exception):
    """As psycopg's errors are: a state, and a text with the row."""

    sqlstate = "23505"


def fail():
    try:
        raise Database(f"Key (name)=({NAME}) already exists")
    except Database as problem:
        raise ValueError(f"{NUMBER} 重复") from problem


def caught():
    try:
        fail()
    except ValueError as problem:
        return problem
    raise AssertionError


def test_exception_is_told_by_kind_and_place_alone():
    outer, inner = told(caught())
    assert (outer["kind"], inner["kind"], inner["sqlstate"]) == ("ValueError", "Database", "23505")
    places = [place.split(":")[0] for place in outer["raised"]]
    assert places == ["unit/telemetry/test_logs.py"] * 2
    assert [place.split()[1] for place in outer["raised"]] == ["caught", "fail"]


def test_line_of_an_exception_holds_none_of_its_words():
    with logged() as lines:
        try:
            fail()
        except ValueError:
            log.exception("internal", id="i-1")
    (line,) = lines()
    assert (line["event"], line["id"], line["level"]) == ("internal", "i-1", "error")
    assert [problem["kind"] for problem in line["problems"]] == ["ValueError", "Database"]
    assert NAME not in json.dumps(lines(), ensure_ascii=False)
    assert NUMBER not in json.dumps(lines())


def test_line_of_a_library_keeps_its_template_and_loses_its_words():
    foreign = logging.getLogger("kombu.message")  # heard at the root, as the process has it
    with logged() as lines:
        foreign.error("Can't decode message body: %r", NAME, exc_info=caught())
        foreign.error(f"body {NAME}")
    first, second = lines()
    assert (first["event"], first["room"]) == ("Can't decode message body: %r", "kombu.message")
    assert second["event"] == second["place"]
    assert NAME not in json.dumps(lines(), ensure_ascii=False)
    assert NUMBER not in json.dumps(lines())


def test_lines_say_to_what_they_belong_while_it_lasts():
    with logged() as lines:
        with bound("c-1", "intake", verb="accept_case"):
            log.info("inside")
        log.info("outside")
    inside, outside = lines()
    belongs = [inside.get(name) for name in ("correlation", "service", "verb")]
    assert belongs == ["c-1", "intake", "accept_case"]
    assert sorted(outside) == ["event", "level", "room", "timestamp"]


def test_quieter_level_leaves_out_what_is_below_it():
    with logged("warning") as lines:
        log.info("no")
        log.warning("yes")
    assert [line["event"] for line in lines()] == ["yes"]
