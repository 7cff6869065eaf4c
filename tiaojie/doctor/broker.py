"""The broker: does it let us in, is the vhost ours, is it set up as wanted, is it in need?"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from shared.access.keys import site_id
from shared.bus.call import GATEWAY
from shared.bus.look import Look, look
from shared.bus.place import NotOurs, Unreachable, check_place
from shared.contracts.refused import Refused
from tiaojie.doctor.asked import Asked, Looking, admin_of
from tiaojie.doctor.clocks import ahead_of_us, judge_skew
from tiaojie.doctor.finding import Finding, found
from tiaojie.doctor.queues import check_queues, known_queues
from tiaojie.host.definitions import members, wanted
from tiaojie.host.management import ManagementAway, ManagementRefused
from tiaojie.host.passwords import ADMIN, bus_file
from tiaojie.host.setup import set_up

OUTSIDE = re.compile(r"删除 \S+ (client|sector)\.")
SECTOR = "sector."


def check_broker(asked: Asked) -> list[Finding]:
    """From outside as the command line, and by its management API."""
    seen, from_outside = _enter(asked)
    return [
        *from_outside,
        *_versions(seen),
        *_administered(asked, lambda admin: _inside(asked, admin, seen)),
    ]


def _enter(asked: Asked) -> tuple[Look | None, list[Finding]]:
    uri, id_ = asked.settings.bus_of(GATEWAY), site_id(asked.settings.key_folder)
    try:
        check_place(uri, id_)
        return look(uri, known_queues()), [found("broker_ours", GATEWAY)]
    except NotOurs:
        return None, [found("vhost_other", id_)]
    except Unreachable as why:
        return None, [found("broker_away", GATEWAY, why=str(why).splitlines()[0])]


def _versions(seen: Look | None) -> list[Finding]:
    if seen is None:
        return []
    erlang = seen.erlang.removeprefix("Erlang/OTP ")
    return [
        found("version", "RabbitMQ", version=seen.version),
        found("version", "Erlang", version=erlang),
    ]


def _administered(asked: Asked, work: Callable[[Looking | None], list[Finding]]) -> list[Finding]:
    """Work with the management API, or without it, and why it is missing."""
    admin, file = admin_of(asked.settings), bus_file(asked.settings.secret_folder, ADMIN)
    if admin is None:
        return [*work(None), found("admin_none", str(file))]
    try:
        return work(admin)
    except ManagementAway:
        return [*work(None), found("admin_away", asked.settings.admin)]
    except ManagementRefused as no:
        return [*work(None), found("admin_refused", str(file), why=no.status)]


def _inside(asked: Asked, admin: Looking | None, seen: Look | None) -> list[Finding]:
    vhost = unquote(urlsplit(asked.settings.bus).path[1:])
    missing = admin is not None and admin.get("vhosts", vhost) is None
    if missing:
        return [found("vhost_missing", vhost), *_of_node(asked, admin)]
    queues = check_queues(admin, vhost, asked.names, seen) if seen else []
    settled = judge_changes(_changes(asked, admin, vhost)) if admin else []
    return [*_of_node(asked, admin), *settled, *queues]


def _of_node(asked: Asked, admin: Looking | None) -> list[Finding]:
    if admin is None:
        return []
    ahead_s = ahead_of_us(asked.settings.admin)
    clock = [] if ahead_s is None else [judge_skew(ahead_s, "消息代理")]
    return [*judge_alarms(admin.get("nodes")), *clock]


def _changes(asked: Asked, admin: Looking, vhost: str) -> list[str] | Refused:
    """What `tiaojie broker setup` would change."""
    rights = admin.get("vhosts", vhost, "permissions")
    sectors = [r["user"].removeprefix(SECTOR) for r in rights if r["user"].startswith(SECTOR)]
    id_ = site_id(asked.settings.key_folder)
    state = wanted(members(), asked.clients or (), sectors, id_, vhost)
    given = {
        user["name"]: asked.settings.password_of("bus", user["name"]) for user in state["users"]
    }
    try:
        changes = list(set_up(admin, state, {user: word for user, word in given.items() if word}))
    except Refused as no:
        return no
    return [c for c in changes if asked.clients is not None or not OUTSIDE.match(c)]


def judge_changes(changes: Iterable[str] | Refused) -> list[Finding]:
    """Whatever would be changed is wrong now."""
    if isinstance(changes, Refused):
        return [found("broker_refuses", changes.code, why=changes.message)]
    return [found("broker_differs", change) for change in changes] or [found("broker_settled")]


def judge_alarms(nodes: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """A node in need lets nobody send."""
    kinds = (("mem_alarm", "alarm_memory"), ("disk_free_alarm", "alarm_disk"))
    calls = [found(code, n["name"]) for n in nodes for kind, code in kinds if n.get(kind)]
    return calls or [found("broker_calm")]
