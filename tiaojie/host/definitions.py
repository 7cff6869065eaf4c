"""The whole wanted state of a site's vhost, as one pure function, in the form of RabbitMQ's own
definitions: `tiaojie broker setup` brings a vhost there, `tiaojie broker definitions` prints it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from shared.bus.call import EXCHANGE, MARK, journal_exchange
from tiaojie import services
from tiaojie.host import rights
from tiaojie.host.passwords import ADMIN, HASHING, hash_of
from tiaojie.host.rights import DEAD, Client, Member, Rights

Definitions = Mapping[str, list[dict[str, Any]]]
SECTOR_ASKERS = ("intake", "mediation_session", "judicial_confirmation")  # design.md §6
# Whatever may change stands in a policy: a queue declared with other arguments than before is
# refused, a policy is simply changed. Bells beyond the length are dropped, the journal repairs it.
# Calls have no dead letters: they may hold what a person said, and expire by the hundred.
POLICIES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "subscriptions": (
        r"^.+\.from\.[a-z0-9_]+$",
        {
            "max-length": 100_000,
            "overflow": "drop-head",
            "delivery-limit": 5,
            "dead-letter-exchange": DEAD,
        },
    ),
    "replies": (r"^reply\.", {"expires": 300_000}),
    "dead": (rf"^{DEAD}$", {"max-length": 10_000, "overflow": "drop-head"}),
}


def members(names: Iterable[str] = services.ORDER) -> tuple[Member, ...]:
    """These services as the broker knows them, in the ask order."""
    return tuple(
        Member(
            cls.name,
            tuple(v.name for v in cls.contract.verbs.values() if v.asked),
            tuple(name.removeprefix("from_") for name in vars(cls) if name.startswith("from_")),
        )
        for cls in services.load(tuple(names))
    )


def wanted(
    every: Sequence[Member],
    clients: Sequence[Client],
    sectors: Sequence[str],
    site: str,
    vhost: str,
) -> Definitions:
    """The state of the vhost of site `site`: vhost, users (without passwords; `admin` first),
    their rights, policies, exchanges, queue and binding of dead letters.
    """
    all_rights = _rights(every, clients, sectors)
    here = {"vhost": vhost}
    return {
        "vhosts": [_vhost(vhost)],
        "users": [{"name": r.user, "tags": _tags(r.user)} for r in all_rights],
        "permissions": [{**here, **_permission(r)} for r in all_rights],
        "topic_permissions": [{**here, **t} for r in all_rights for t in _topic_permissions(r)],
        "policies": [{**here, **policy} for policy in _policies()],
        "exchanges": [{**here, **exchange} for exchange in _exchanges(every, site)],
        "queues": [{**here, **_dead_queue()}],
        "bindings": [{**here, **_dead_binding()}],
    }


def with_passwords(definitions: Definitions, passwords: Mapping[str, str]) -> Definitions:
    """The definitions as RabbitMQ imports them, with salted hashes; users without password are
    left out.
    """
    known = [user for user in definitions["users"] if user["name"] in passwords]
    hashed = [
        {**u, "password_hash": hash_of(passwords[u["name"]]), "hashing_algorithm": HASHING}
        for u in known
    ]
    return {**of_users(definitions, passwords), "users": hashed}


def of_users(definitions: Definitions, users: Iterable[str]) -> Definitions:
    """The definitions with these users alone; all else stays."""
    these = set(users)
    return {
        kind: [one for one in every if one.get(_NAMED.get(kind, "")) in these | {None}]
        for kind, every in definitions.items()
    }


_NAMED = {"users": "name", "permissions": "user", "topic_permissions": "user"}


def _rights(
    every: Sequence[Member], clients: Sequence[Client], sectors: Sequence[str]
) -> list[Rights]:
    return [
        rights.admin_rights(ADMIN, every),
        *(_service(every, place, sectors) for place in range(len(every))),
        rights.gateway_rights(every),
        *(rights.client_rights(client) for client in clients),
        *(rights.sector_rights(sector) for sector in sectors),
    ]


def _service(every: Sequence[Member], place: int, sectors: Sequence[str]) -> Rights:
    """The member at a place of the order; a journal may be asked of anybody."""
    me = every[place]
    further = [rf"{rights.one_of(m.name for m in every)}\.read_journal"]
    if sectors and me.name in SECTOR_ASKERS:
        further.append(rf"sector\.{rights.one_of(sectors)}\.[a-z0-9_]+")
    return rights.service_rights(me, every[:place], further)


def _vhost(name: str) -> dict[str, Any]:
    """Both forms: 3.10 imports it from the metadata, later versions from beside the name."""
    quorum = {"default_queue_type": "quorum"}
    return {"name": name, **quorum, "metadata": quorum}


def _tags(user: str) -> str:
    return "administrator" if user == ADMIN else ""


def _permission(r: Rights) -> dict[str, str]:
    return {"user": r.user, "configure": r.configure, "write": r.write, "read": r.read}


def _topic_permissions(r: Rights) -> list[dict[str, str]]:
    return [
        {"user": r.user, "exchange": exchange, "write": publish, "read": bind}
        for exchange, (publish, bind) in r.keys.items()
    ]


def _policies() -> list[dict[str, Any]]:
    return [
        {"name": name, "pattern": on, "apply-to": "queues", "priority": 0, "definition": dict(what)}
        for name, (on, what) in POLICIES.items()
    ]


def _exchanges(every: Sequence[Member], site: str) -> list[dict[str, Any]]:
    topics = [EXCHANGE, *(journal_exchange(m.name) for m in every)]
    kinds = [*((name, "topic") for name in topics), (DEAD, "fanout"), (MARK + site, "fanout")]
    rest = {"durable": True, "auto_delete": False, "internal": False, "arguments": {}}
    return [{"name": name, "type": kind, **rest} for name, kind in kinds]


def _dead_queue() -> dict[str, Any]:
    kind = {"x-queue-type": "quorum"}
    return {"name": DEAD, "durable": True, "auto_delete": False, "arguments": kind}


def _dead_binding() -> dict[str, Any]:
    ends = {"source": DEAD, "destination": DEAD, "destination_type": "queue"}
    return {**ends, "routing_key": "", "arguments": {}}
