"""What each user of the bus may do there: no more than its own names, its verbs, its sources.

RabbitMQ 3.10.8, tried in tests/bus/broker: a right to configure, write or read is a pattern over
names of queues and exchanges. Binding a queue takes *write* on the queue and *read* on the
exchange, and on a topic exchange the binding's key must match the user's topic *read* pattern
(consuming does not look at it). Publishing takes *write* on the exchange, and the message's key
must match the topic *write* pattern. A user without topic pattern may use every key, so there is
always one. Declaring an exchange takes *configure* even where it exists; passive declaring takes
nothing. A channel keeps the rights that it has once used: connections are closed on a change.

What topic patterns do not stop: a header CC or BCC sends a message on to further keys (it arrives
under its first key), and a queue of one's own may name `tiaojie-rpc` as its dead-letter exchange
(what arrives so has a header `x-death`). So the edge refuses a call whose key is not its own
service's, and one with `x-death`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from shared.bus.call import (
    EXCHANGE,
    GATEWAY,
    NAMEKO_REPLY_TO,
    REPLY_TO,
    journal_exchange,
    verb_queue,
)

DEAD = "dead"
HEX = "[0-9a-f]"
ANSWERS = (REPLY_TO, NAMEKO_REPLY_TO)
JOURNAL_KEY = "entry"


@dataclass(frozen=True)
class Rights:
    """Patterns over names, and over the keys that a user may publish and bind on topic exchanges:
    exchange → (publish, bind).
    """

    user: str
    configure: str
    write: str
    read: str
    keys: dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Member:
    """A service as the broker knows it: its name, the verbs that services may ask it, the sources
    that it follows. Members stand in the ask order (docs/decisions/0003).
    """

    name: str
    asked: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Client:
    """An outside system: the verbs (`service.verb`) that it may call, the services it hears."""

    name: str
    division: str
    verbs: tuple[str, ...] = ()
    events: tuple[str, ...] = ()

    @property
    def user(self) -> str:
        """Its user of the bus; by that the edge knows its name and scope."""
        return f"client.{self.division}.{self.name}"


def is_name(text: str) -> bool:
    """Whether a client or a sector may be called so: it becomes a part of keys and of patterns."""
    return re.fullmatch(r"[a-z][a-z0-9_]{0,39}", text) is not None


def sector_user(sector: str) -> str:
    """The user of the host of a sector module, which is also its name as a service."""
    return f"sector.{sector}"


def service_rights(me: Member, left: Iterable[Member], may_call: Iterable[str]) -> Rights:
    """A service: it asks to its left, reads every journal, answers, rings its own entries.
    `may_call` are patterns of further calls.
    """
    journal = journal_exchange(me.name)
    queues = (
        re.escape(verb_queue(me.name)),
        reply_queues(me.name),
        *_subscriptions(me.name, me.sources),
    )
    calls = [f"{m.name}\\.{one_of(m.asked)}" for m in left]
    return Rights(
        me.name,
        configure=whole(queues),
        write=whole((*queues, re.escape(EXCHANGE), re.escape(journal))),
        read=whole((*queues, re.escape(EXCHANGE), *_journals(me.sources))),
        keys={
            EXCHANGE: (
                whole((*calls, rf"{me.name}\.health", *may_call, *ANSWERS)),
                whole((rf"{me.name}\.\*", reply_queues(me.name))),
            ),
            journal: (whole((JOURNAL_KEY,)), whole(())),
        },
    )


def gateway_rights(members: Iterable[Member]) -> Rights:
    """The gateway speaks for persons, so it may call every verb; it answers nobody."""
    return _caller(GATEWAY, [rf"{one_of(m.name for m in members)}\.[a-z0-9_]+"], ())


def client_rights(client: Client) -> Rights:
    """An outside system: its verbs and its sources, and nothing else. It may take answers by a
    bare UUID, as nameko's clients do.
    """
    return _caller(client.user, map(re.escape, client.verbs), client.events, NAMEKO_REPLY_TO)


def sector_rights(sector: str) -> Rights:
    """The host of a sector module answers, and asks nobody."""
    me = sector_user(sector)
    queue, exchange = re.escape(verb_queue(me)), re.escape(EXCHANGE)
    keys = {EXCHANGE: (whole(ANSWERS), whole((rf"{re.escape(me)}\.\*",)))}
    return Rights(me, whole((queue,)), whole((queue, exchange)), whole((queue, exchange)), keys)


def admin_rights(user: str, members: Iterable[Member]) -> Rights:
    """The operators' user: makes the exchanges, looks at dead letters, removes the queues of
    clients that are gone.
    """
    exchanges = [*_journals(m.name for m in members), re.escape(EXCHANGE), DEAD, r"site\..+"]
    keys = {EXCHANGE: (whole(()), whole(()))}
    made = whole((*exchanges, r"(client|sector)\..+"))
    return Rights(user, made, whole((DEAD,)), whole((DEAD,)), keys)


def _caller(
    user: str, calls: Iterable[str], sources: Iterable[str], reply_to: str | None = None
) -> Rights:
    queues = (reply_queues(user), *_subscriptions(user, tuple(sources)))
    exchange = re.escape(EXCHANGE)
    bound = (reply_queues(user), reply_to) if reply_to else (reply_queues(user),)
    return Rights(
        user,
        configure=whole(queues),
        write=whole((*queues, exchange)),
        read=whole((*queues, exchange, *_journals(sources))),
        keys={EXCHANGE: (whole(calls), whole(bound))},
    )


def reply_queues(user: str) -> str:
    """The pattern of a user's reply queues and of their keys, which are the same."""
    return rf"reply\.{re.escape(user)}\.{HEX}{{32}}"


def _subscriptions(user: str, sources: tuple[str, ...]) -> tuple[str, ...]:
    return (rf"{re.escape(user)}\.from\.{one_of(sources)}",) if sources else ()


def _journals(sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(re.escape(journal_exchange(source)) for source in sources)


def one_of(names: Iterable[str]) -> str:
    """A pattern of exactly these names."""
    return f"({'|'.join(map(re.escape, names))})"


def whole(patterns: Iterable[str]) -> str:
    """A pattern that matches what one of these matches from end to end; nothing where none is."""
    every = tuple(patterns)
    return f"^({'|'.join(every)})$" if every else "^$"
