"""The queues of a site's vhost: who hears them, what they are bound to, what lies in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shared.bus.call import EXCHANGE, journal_exchange, verb_queue
from shared.bus.look import Look
from tiaojie.doctor.asked import Looking
from tiaojie.doctor.finding import Finding, found
from tiaojie.host.definitions import POLICIES, members
from tiaojie.host.rights import DEAD, Member

BACKLOG = 1000
LENGTH = int(POLICIES["subscriptions"][1]["max-length"])
FROM = ".from."


@dataclass(frozen=True)
class Queue:
    """`limit` is its length at most; `keys` are (exchange, key) that it is bound to, None where
    that is not known.
    """

    name: str
    messages: int
    consumers: int
    limit: int = LENGTH
    keys: frozenset[tuple[str, str]] | None = None

    @property
    def kind(self) -> str:
        """What it is for."""
        prefix, _, rest = self.name.partition(".")
        if prefix in ("verbs", "reply") and rest:
            return prefix
        return "subscription" if FROM in self.name else DEAD if self.name == DEAD else "other"


def known_queues(every: Sequence[Member] | None = None) -> list[str]:
    """The queues that a whole site has, by name."""
    every = members() if every is None else every
    subscriptions = [subscription(m.name, source) for m in every for source in m.sources]
    return [DEAD, *(verb_queue(m.name) for m in every), *subscriptions]


def subscription(subscriber: str, source: str) -> str:
    """The queue of one source for one subscriber."""
    return f"{subscriber}{FROM}{source}"


def list_queues(admin: Looking | None, vhost: str, seen: Look) -> list[Queue]:
    """All queues by the management API, else those that were looked at; counts that were looked at
    are newer than the API's, which are seconds old.
    """
    if admin is None:
        return [Queue(name, q.messages, q.consumers) for name, q in seen.queues.items()]
    keys = _bindings(admin, vhost)
    return [_queue(listed, seen, keys) for listed in admin.get("queues", vhost) or ()]


def _queue(
    listed: Mapping[str, object], seen: Look, keys: Mapping[str, set[tuple[str, str]]]
) -> Queue:
    name = str(listed["name"])
    now = seen.queues.get(name)
    counts = (
        (now.messages, now.consumers) if now else (_n(listed, "messages"), _n(listed, "consumers"))
    )
    policy = listed.get("effective_policy_definition")
    limit = policy.get("max-length", LENGTH) if isinstance(policy, dict) else LENGTH
    return Queue(name, *counts, limit=limit, keys=frozenset(keys.get(name, ())))


def _n(listed: Mapping[str, object], name: str) -> int:
    """A count; a queue of this moment has none yet."""
    count = listed.get(name)
    return count if isinstance(count, int) else 0


def _bindings(admin: Looking, vhost: str) -> dict[str, set[tuple[str, str]]]:
    keys: dict[str, set[tuple[str, str]]] = {}
    for one in admin.get("bindings", vhost) or ():
        keys.setdefault(one["destination"], set()).add((one["source"], one["routing_key"]))
    return keys


def check_queues(
    admin: Looking | None, vhost: str, names: Iterable[str], seen: Look
) -> list[Finding]:
    """Of the services that should run, and of all that hear them."""
    mine = [member for member in members() if member.name in names]
    return judge_queues(list_queues(admin, vhost, seen), mine)


def judge_queues(queues: Iterable[Queue], every: Iterable[Member]) -> list[Finding]:
    """Whether each is heard, bound and short."""
    by_name = {queue.name: queue for queue in queues}
    wrong = [
        *(finding for member in every for finding in _of_service(member, by_name)),
        *(finding for queue in by_name.values() for finding in _length(queue)),
    ]
    return wrong or [found("queues_ok", count=len(by_name))]


def _of_service(member: Member, queues: Mapping[str, Queue]) -> Iterator[Finding]:
    """A service that takes no calls is down: its other queues need no words of their own."""
    verbs = queues.get(verb_queue(member.name))
    if verbs is None or not verbs.consumers:
        yield found("verbs_unheard", member.name)
        return
    if not _is_bound(verbs, (EXCHANGE, f"{member.name}.*")):
        yield found("queue_unbound", verbs.name, service=member.name)
    for source in member.sources:
        name = subscription(member.name, source)
        yield from _of_subscription(member.name, name, (journal_exchange(source), "#"), queues)


def _of_subscription(
    service: str, name: str, key: tuple[str, str], queues: Mapping[str, Queue]
) -> Iterator[Finding]:
    queue = queues.get(name)
    if queue is None or not queue.consumers:
        yield found("queue_unheard", name, service=service)
    elif not _is_bound(queue, key):
        yield found("queue_unbound", name, service=service)


def _is_bound(queue: Queue, key: tuple[str, str]) -> bool:
    return queue.keys is None or key in queue.keys


def _length(queue: Queue) -> Iterator[Finding]:
    if queue.kind == DEAD and queue.messages:
        yield found("dead_letters", queue.name, count=queue.messages)
    elif queue.kind == "subscription" and queue.messages >= min(queue.limit, BACKLOG):
        code = "backlog_full" if queue.messages >= queue.limit else "backlog"
        yield found(code, queue.name, count=queue.messages)
