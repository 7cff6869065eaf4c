"""One id from a command to what handlers and jobs did of it, in journals and in log lines."""

import pytest
import two_services as two
from structlog.contextvars import bound_contextvars, get_contextvars

from shared.bus.call import Call
from shared.bus.offload import offload
from shared.bus.outcome import Internal
from shared.testing.logged import logged
from shared.testing.people import MEDIATOR

SAID = "张某某 13900001111"


def belonging(lines, event):
    keys = ("service", "verb", "source", "kind", "correlation")
    found = [line for line in lines if line["event"] == event]
    return [tuple(line.get(k) for k in keys if k in line) for line in found]


def test_call_handler_and_job_say_whose_they_are_and_to_what_they_belong(things):
    with logged("info") as lines:
        things.ask("left", "make_thing", MEDIATOR, thing="a", command_id="order-1")
        things.settle()
    assert belonging(lines(), "answered") == [("left", "make_thing", "order-1")]
    assert belonging(lines(), "applied") == [("right", "left", "order-1")]
    assert belonging(lines(), "job") == [("left", "tell", "order-1")]


def test_questions_of_a_handler_belong_to_its_entry(things):
    with logged("debug") as lines:
        things.ask("left", "make_thing", MEDIATOR, thing="a", command_id="order-1")
        things.settle()
    asked = [line for line in lines() if line.get("verb") == "get_thing"]
    assert {line["correlation"] for line in asked} == {"order-1"}  # it may ask twice


def test_failures_say_it_too_and_repeat_no_words(things):
    two.poison.add("bad")
    with logged("info") as lines:
        things.ask("left", "make_thing", MEDIATOR, thing="bad", command_id="order-1")
        things.settle()
        with pytest.raises(Internal):
            things.ask("left", "crash", MEDIATOR, thing="bad")
    assert belonging(lines(), "parked") == [("right", "left", "order-1")]
    assert belonging(lines(), "job failed")[0] == ("left", "tell", "order-1")
    (crashed,) = [line for line in lines() if line["event"] == "internal"]
    assert (crashed["service"], crashed["verb"]) == ("left", "crash")
    assert "身份证" not in str(lines())
    assert [p["kind"] for p in crashed["problems"]] == ["ValueError"]


def test_words_do_not_pass_for_an_id():
    properties = {"user_id": "gateway", "correlation_id": "m-1"}
    arrived = [
        Call.arrive("v", {}, properties, {"tj-correlation": said}).correlation
        for said in ("order-1", SAID, 7, "")
    ]
    assert arrived == ["order-1", "m-1", "m-1", "m-1"]
    assert Call.arrive("v", {}, {"user_id": "x", "correlation_id": SAID}, {}).correlation == ""


def test_work_off_the_hub_belongs_to_what_called_it():
    with bound_contextvars(correlation="order-1"):
        assert offload(get_contextvars) == {"correlation": "order-1"}
