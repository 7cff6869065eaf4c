"""Sending on a channel: JSON bytes made once, the same on both buses."""

from typing import Any

from kombu import Exchange

from shared.bus import call as wire

JSON, UTF8 = "application/json", "utf-8"


def rpc_exchange() -> Exchange:
    """The one exchange of calls and answers."""
    return Exchange(wire.EXCHANGE, "topic", durable=True)


def send(channel: Any, value: Any, exchange: str, routing_key: str, **more: Any) -> None:
    """Publish JSON on a channel; `mandatory` and `headers` apart, `more` are AMQP properties."""
    mandatory, headers = more.pop("mandatory", False), more.pop("headers", None) or {}
    message = channel.prepare_message(
        wire.dumps(value).decode(),
        content_type=JSON,
        content_encoding=UTF8,
        headers=headers,
        properties={**more, "delivery_mode": 1},
    )
    channel.basic_publish(message, exchange, routing_key, mandatory=mandatory)


def journal_exchange(service: str) -> Exchange:
    """The exchange on which one service rings its entries."""
    return Exchange(wire.journal_exchange(service), "topic", durable=True)
