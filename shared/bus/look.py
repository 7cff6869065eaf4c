"""A look at a broker from outside: its version and how its queues stand; nothing is changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import amqp.exceptions

from shared.bus.place import reached


@dataclass(frozen=True)
class Queued:
    """What lies in a queue, and how many take from it, at this moment."""

    messages: int
    consumers: int


@dataclass(frozen=True)
class Look:
    """What was seen; queues that are not there are left out."""

    version: str
    erlang: str
    queues: Mapping[str, Queued]


def look(uri: str, names: Iterable[str]) -> Look:
    """Look at these queues; any user of the vhost may. Raises Unreachable."""
    with reached(uri) as link:
        said = link.connection.server_properties
        seen = {name: _queued(link, name) for name in names}
    there = {name: queued for name, queued in seen.items() if queued}
    return Look(said.get("version", ""), said.get("platform", ""), there)


def _queued(link: Any, name: str) -> Queued | None:
    """A missing queue takes its channel along, so each has one of its own."""
    channel = link.channel()
    try:
        declared = channel.queue_declare(name, passive=True)
    except amqp.exceptions.NotFound:
        return None
    channel.close()
    return Queued(declared.message_count, declared.consumer_count)
