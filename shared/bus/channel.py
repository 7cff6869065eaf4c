"""Sending on a channel, and the queues: the same bytes and names on both buses."""

from typing import Any

from kombu import Exchange, Queue

from shared.bus import call as wire
from shared.bus.link import writing

JSON, UTF8 = "application/json", "utf-8"
QUORUM = {"x-queue-type": "quorum", "x-single-active-consumer": True}


def send(channel: Any, value: Any, exchange: str, routing_key: str, **more: Any) -> None:
    """Publish JSON on a channel; `mandatory` and `headers` apart, `more` are AMQP properties.
    Raises TooLarge, or one of link.FAILURES where the link is dead.
    """
    body = wire.dumps(value)
    if len(body) > wire.ANSWER_LIMIT:
        raise wire.TooLarge(routing_key)
    mandatory, headers = more.pop("mandatory", False), more.pop("headers", None) or {}
    message = channel.prepare_message(
        body.decode(),
        content_type=JSON,
        content_encoding=UTF8,
        headers=headers,
        properties={**more, "delivery_mode": 1},
    )
    with writing(channel):
        channel.basic_publish(message, exchange, routing_key, mandatory=mandatory)


def verb_queue(service: str, *, declare: bool) -> Queue:
    """The calls of one service; gone with its last consumer, so that absence is heard at once."""
    exchange = _exchange(wire.EXCHANGE, declare=declare)
    return Queue(wire.verb_queue(service), exchange, f"{service}.*", auto_delete=True)


def reply_queue(key: str, *, declare: bool) -> Queue:
    """The answers of one process."""
    return Queue(key, _exchange(wire.EXCHANGE, declare=declare), key, auto_delete=True)


def subscription_queue(subscriber: str, source: str, *, declare: bool) -> Queue:
    """The bells of one source for one subscriber; one of its replicas hears at a time."""
    exchange = journal_exchange(source, declare=declare)
    return Queue(f"{subscriber}.from.{source}", exchange, "#", queue_arguments=QUORUM)


def journal_exchange(service: str, *, declare: bool) -> Exchange:
    """The exchange on which one service rings its entries."""
    return _exchange(wire.journal_exchange(service), declare=declare)


def _exchange(name: str, *, declare: bool) -> Exchange:
    """On a broker exchanges are made by `tiaojie broker setup`: services may not make any."""
    return Exchange(name, "topic", durable=True, no_declare=not declare)
