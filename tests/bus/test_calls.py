"""What a caller may hear: answer, refusal, absent, late, internal."""

from time import monotonic

import eventlet
import pytest
import two_services as two

from shared.access.principal import Principal
from shared.bus.caller import unwrapped
from shared.bus.edge import VerbConsumer
from shared.bus.link import cut
from shared.bus.outcome import Absent, Internal, Late
from shared.contracts.refused import Refused
from shared.testing.people import MEDIATOR
from shared.testing.running import running


def test_absent_service_is_said_at_once(things):
    with pytest.raises(Absent):
        things.suite.people.call("nobody", "get_thing", {"thing": "a"}, MEDIATOR, 30)


def test_slow_service_is_late_and_the_caller_goes_on(things):
    with pytest.raises(Late):
        things.suite.people.call("left", "sleep", {"thing": "a"}, MEDIATOR, 0.3)
    two.asleep.set()
    assert things.ask("left", "get_thing", MEDIATOR, thing="a")["n"] == 7


def test_crash_is_internal_with_an_id_and_without_its_text(things):
    with pytest.raises(Internal) as crash:
        things.ask("left", "crash", MEDIATOR, thing="a")
    assert len(str(crash.value)) == 32


def test_unknown_verb_and_unknown_field_are_refused(things):
    assert things.refusal("left", "burn", MEDIATOR, thing="a").code == "unknown_verb"
    no = things.refusal("left", "get_thing", MEDIATOR, thing="a", more=1)
    assert (no.code, no.details["fields"]) == ("invalid", {"more": ["没有这一项"]})


def test_forged_token_is_unproved(things):
    other = Principal("administrator", "x", ("",))
    token = things.suite.site.signer.sign(other)
    head, body, signature = token.split(".")
    forged = f"{head}.{body}.{signature[:-4]}AAAA"
    reply = things.suite.people.caller.exchange(
        "left", "get_thing", {"thing": "a"}, 5, {"tj-principal": forged}
    )
    assert reply["refused"]["code"] == "unproved"


@pytest.mark.parametrize("payload", [[], "x", None, 7])
def test_payload_that_is_no_object_is_refused(things, payload):
    with pytest.raises(Refused, match="invalid"):
        unwrapped(things.suite.people.caller.exchange("left", "get_thing", payload, 5, {}))


def test_repeated_command_has_one_effect(things):
    answers = [
        things.ask("left", "make_thing", MEDIATOR, thing="a", command_id="one") for _ in range(3)
    ]
    assert answers[0] == answers[1] == answers[2]
    assert things.events("left") == ["thing_made"]


def test_service_alone_is_healthy_and_names_what_it_lacks(tmp_path, place):
    with running(tmp_path, [two.Right], **place) as alone:
        health = alone.ask("right", "health", MEDIATOR)
        assert (health["state"], health["lacks"]) == ("lacking", ["left"])


def test_command_answers_what_it_kept_and_no_more(things):
    with pytest.raises(Internal):
        things.ask("left", "blurt", MEDIATOR, thing="a", command_id="one")


def test_calls_under_way_end_with_their_link(things, place):
    if not place:
        pytest.skip("the embedded bus has no link to lose")
    caller = things.suite.people.caller
    eventlet.spawn_after(0.5, cut, caller.channel.connection)
    begun = monotonic()
    with pytest.raises(Late):
        things.suite.people.call("left", "sleep", {"thing": "a"}, MEDIATOR, 4.5)
    assert monotonic() - begun < 3
    two.asleep.set()


def test_graceful_stop_drains_after_a_reconnect_too(things, place):
    if not place:
        pytest.skip("the embedded bus has no link to lose")
    container = things.suite.containers["left"]
    verbs = container.subextensions
    (edge,) = [e for e in verbs if isinstance(e, VerbConsumer)]
    cut(edge.consumer.channel.connection)
    with eventlet.Timeout(20):
        while edge.consumer.drained.is_set() or not answers(things):
            eventlet.sleep(0.1)
    edge.drain()
    with pytest.raises((Absent, Late)):
        things.suite.people.call("left", "get_thing", {"thing": "a"}, MEDIATOR, 1)


def answers(things):
    try:
        return things.suite.people.call("left", "get_thing", {"thing": "a"}, MEDIATOR, 1)["n"] == 7
    except (Absent, Late):
        return False
