"""Who is answered, and in which form; the rest is put aside, never fatal."""

import json
from types import SimpleNamespace

import amqp
import eventlet
import pytest

from shared.bus.request import Request
from shared.contracts.refused import Refused
from shared.testing.people import MEDIATOR

OURS, UUID = f"reply.gateway.{'0' * 32}", "12345678-1234-1234-1234-123456789012"


def message(reply_to=OURS, key="left.get_thing", headers=None, body=b"{}"):
    properties = {"reply_to": reply_to, "user_id": "gateway"}
    info = {"routing_key": key}
    return SimpleNamespace(
        properties=properties, delivery_info=info, headers=headers or {}, body=body
    )


@pytest.mark.parametrize(
    ("one", "form"),
    [
        (message(), "ours"),
        (message(UUID), "nameko"),
        (message("registry.grant_role"), None),
        (message(None), None),
        (message(7), None),
        (message(f"reply.gateway.{'0' * 31}"), None),
        (message(key="right.get_thing"), None),
        (message(headers={"x-death": []}), None),
    ],
)
def test_who_is_answered(one, form):
    request = Request.open(one, "left")
    assert (request and request.form) == form


@pytest.mark.parametrize(
    ("body", "payload"),
    [
        ({"args": [], "kwargs": {"thing": "a"}}, {"thing": "a"}),
        ({"args": ["a"], "kwargs": {}}, None),
        ({"args": []}, None),
        ([], None),
    ],
)
def test_nameko_asks_by_name(body, payload):
    request = Request.open(message(UUID, body=json.dumps(body).encode()), "left")
    if payload is None:
        with pytest.raises(Refused, match="invalid"):
            request.call()
    else:
        assert request.call().payload == payload


def test_nameko_hears_result_or_error():
    request = Request.open(message(UUID), "left")
    assert request.worded({"answer": {"n": 1}}) == {"result": {"n": 1}, "error": None}
    no = {"code": "not_found", "message": "没有找到", "details": {}}
    assert request.worded({"refused": no})["error"]["exc_args"] == [no]
    assert request.worded({"internal": "id"})["error"]["exc_type"] == "Internal"


@pytest.mark.parametrize(
    "hostile",
    [
        amqp.Message(b"\xff\xfe", content_type="application/json", reply_to=OURS),
        amqp.Message(b"{}", content_type="application/x-python-serialize"),
        amqp.Message(b"[" * 200_000, reply_to=OURS, content_type="application/json"),
        amqp.Message(b"x" * 2_000_000, reply_to=OURS),
        amqp.Message(b"{}", reply_to="left.make_thing"),
        amqp.Message(b"zz", application_headers={"compression": "application/x-gzip"}),
        amqp.Message(b"{}", application_headers={"tj-ttl-ms": "soon"}, reply_to=OURS),
        amqp.Message(rb'{"\ud800": 1}', reply_to=OURS),
        amqp.Message(b'{"thing": NaN}', reply_to=OURS),
    ],
    ids=[
        "bytes",
        "pickle",
        "deep",
        "large",
        "aimed at a verb",
        "packed",
        "no number",
        "half a character",
        "not a number",
    ],
)
def test_no_message_kills_a_service(things, place, hostile):
    if not place:
        pytest.skip("the embedded bus takes messages of this process alone")
    host, vhost = place["bus"].removeprefix("amqp://").split("/")
    secrets = things.suite.site.settings.secret_folder
    password = (secrets / "bus.gateway").read_text().strip()
    hostile.properties["user_id"] = "gateway"
    with amqp.Connection(host, "gateway", password, virtual_host=vhost) as link:
        link.channel().basic_publish(hostile, "tiaojie-rpc", "left.make_thing")
    deaths = []
    things.suite.on_death(lambda name, _problem: deaths.append(name))
    assert things.ask("left", "get_thing", MEDIATOR, thing="a")["n"] == 7
    eventlet.sleep(0.2)
    assert deaths == []
