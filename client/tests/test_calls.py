"""Answer, refusal, absent, late, internal; a command is repeated with its id; nobody waits longer
than he said.
"""

import threading
import time
from types import SimpleNamespace

import pytest
from client.tests.serving import HOTLINE, POLICE

from tiaojie_client import Absent, Client, Internal, Late, Refused
from tiaojie_client import client as calls
from tiaojie_client import intake as typed

CASE = {"division": "220122100201", "source": "application", "way": "phone", "text": "漏水"}
REFUSAL = {"code": "way_missing", "message": "请注明申请方式", "details": {"field": "way"}}


def test_call_on_the_wire_is_as_the_convention_says(client, intake):
    intake.answers["get_case"] = lambda payload: {"answer": payload}
    assert client.query("intake", "get_case", {"case": "c-1"}, 3) == {"case": "c-1"}
    message = intake.asked[-1][2]
    known = {name: message.properties[name] for name in ("user_id", "expiration", "delivery_mode")}
    assert known == {"user_id": HOTLINE, "expiration": "3000", "delivery_mode": 1}
    assert (message.content_type, message.content_encoding) == ("application/json", "utf-8")
    assert message.headers == {"tj-ttl-ms": 3000}
    assert message.properties["reply_to"].startswith(f"reply.{HOTLINE}.")


def test_typed_command_makes_its_id_and_keeps_a_given_one(client, intake):
    intake.answers["register_case"] = lambda payload: {"answer": payload}
    made = typed.register_case(client, CASE)
    assert len(made["command_id"]) == 32
    given = typed.register_case(client, {**CASE, "command_id": "mine"})
    assert given == {**CASE, "command_id": "mine"}


def test_refusal_comes_with_code_sentence_and_details(client, intake):
    intake.answers["register_case"] = lambda _: {"refused": REFUSAL}
    with pytest.raises(Refused) as no:
        client.command("intake", "register_case", CASE)
    assert (no.value.code, no.value.message, no.value.details) == tuple(REFUSAL.values())
    assert intake.times("register_case") == 1


def test_fault_of_the_service_is_internal_with_its_id(client, intake):
    intake.answers["get_case"] = lambda _: {"internal": "4f1a"}
    with pytest.raises(Internal, match="^4f1a$"):
        client.query("intake", "get_case", {"case": "c-1"})


def test_absent_service_is_said_at_once(client):
    started = time.monotonic()
    with pytest.raises(Absent, match="supervision"):
        client.query("supervision", "health", {}, 30)
    assert time.monotonic() - started < 3


def test_silent_service_is_late_after_the_limit(client, intake):
    intake.answers["get_case"] = lambda _: None
    started = time.monotonic()
    with pytest.raises(Late, match="intake.get_case"):
        client.query("intake", "get_case", {"case": "c-1"}, 0.5)
    assert 0.4 < time.monotonic() - started < 2
    assert intake.times("get_case") == 1


def test_command_whose_answer_was_lost_is_repeated_with_the_same_id(client, intake):
    answers = iter([None, {"answer": {"case": "c-1"}}])
    intake.answers["register_case"] = lambda _: next(answers)
    assert client.command("intake", "register_case", CASE, 0.5) == {"case": "c-1"}
    ids = [payload["command_id"] for _, payload, _ in intake.asked]
    assert (len(ids), len(set(ids))) == (2, 1)


def test_command_that_stays_late_names_its_id(client, intake, monkeypatch):
    monkeypatch.setattr(calls, "REPEATS_S", (0.01, None))
    intake.answers["register_case"] = lambda _: None
    with pytest.raises(Late) as late:
        client.command("intake", "register_case", {**CASE, "command_id": "mine"}, 0.2)
    assert late.value.command_id == "mine"


def test_answer_of_another_than_was_asked_is_not_taken(client, intake):
    def forged_first(payload):
        id_ = intake.asked[-1][2].properties["correlation_id"]
        forged = {"correlation_id": id_, "user_id": POLICE}
        client._hear(SimpleNamespace(properties=forged, body='{"answer": {"case": "forged"}}'))
        return {"answer": payload}

    intake.answers["get_case"] = forged_first
    assert client.query("intake", "get_case", {"case": "c-1"}) == {"case": "c-1"}


def test_many_threads_ask_over_one_client(client, intake):
    intake.answers["get_case"] = lambda payload: {"answer": payload}
    got = {}

    def ask(n):
        for k in range(20):
            id_ = f"c-{n}-{k}"
            got[id_] = client.query("intake", "get_case", {"case": id_})["case"]

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (len(got), all(k == v for k, v in got.items())) == (160, True)


def test_verb_that_the_broker_does_not_let_through_is_refused_and_no_other_harmed(client, intake):
    intake.answers["get_case"] = lambda payload: {"answer": payload}
    with pytest.raises(Refused) as no:
        client.command("intake", "accept_case", {"case": "c-1"})
    assert (no.value.code, no.value.details) == ("not_allowed", {"verb": "intake.accept_case"})
    assert client.query("intake", "get_case", {"case": "c-2"}) == {"case": "c-2"}
    assert intake.times("accept_case") == 0


def test_wrong_password_is_said_at_once(node):
    with pytest.raises(Exception, match="ACCESS_REFUSED"):
        Client(node.url, HOTLINE, "wrong")


def test_nobody_waits_longer_than_the_limit_for_a_frozen_broker(client, node, intake):
    intake.answers["get_case"] = lambda payload: {"answer": payload}
    node.freeze()
    try:
        started = time.monotonic()
        with pytest.raises(Late):
            client.query("intake", "get_case", {"case": "c-1"}, 0.5)
        assert time.monotonic() - started < 2
    finally:
        node.thaw()
    assert client.query("intake", "get_case", {"case": "c-2"}, 20) == {"case": "c-2"}


def test_client_comes_back_after_a_lost_link(client, intake):
    intake.answers["register_case"] = lambda payload: {"answer": payload}
    client.link.connection.connection.sock.shutdown(2)
    assert client.command("intake", "register_case", CASE, 5)["text"] == "漏水"


def test_call_in_flight_over_a_lost_link_is_late_at_once(client, intake):
    intake.answers["get_case"] = lambda _: client.link.connection.connection.sock.shutdown(2)
    started = time.monotonic()
    with pytest.raises(Late):
        client.query("intake", "get_case", {"case": "c-1"}, 30)
    assert time.monotonic() - started < 10


def test_closed_client_is_late_not_stuck(node, intake):
    intake.answers["get_case"] = lambda _: None
    client = Client(node.url, HOTLINE, node.password(HOTLINE))
    threading.Timer(0.3, client.close).start()
    started = time.monotonic()
    with pytest.raises(Late):
        client.query("intake", "get_case", {"case": "c-1"}, 30)
    assert time.monotonic() - started < 10
