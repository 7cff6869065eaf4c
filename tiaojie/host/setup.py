"""Bringing a vhost to its wanted state, through the management API: what is there already is left
alone, so a second run changes nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shared.bus.call import MARK
from shared.contracts.refused import Refused
from tiaojie.host.definitions import Definitions, of_users
from tiaojie.host.management import Management
from tiaojie.host.passwords import ADMIN, is_hash_of

TAKEN = (
    "虚拟主机 {vhost} 属于另一个站点（{other}），两个站点不能合用：会互相取走对方的消息。"
    "请换一个虚拟主机（改 TIAOJIE_BUS 末尾的名字）；确实要弃用那个站点，先删除这个虚拟主机"
)
SHARED = (
    "用户 {user} 已在别的虚拟主机（{other}）使用，密码与本站点的不同，改了会让那个站点停摆。"
    "请让两个站点各用一个消息代理，或让它们使用同一个密码目录（TIAOJIE_SECRETS）"
)
FORGOTTEN = (
    "虚拟主机 {vhost} 里还有 {users}，而这次没有给出外部系统名单。"
    "请用 --clients 给出名单（确实要全部删除，给一个内容为 [] 的文件）"
)
OUTSIDER = re.compile(r"(client|sector)\..+")
SUBSCRIPTION = re.compile(r"(client\..+)\.from\.([a-z0-9_]+)")


@dataclass(frozen=True)
class Kind:
    """One kind of thing in a vhost: where it is listed, where one of it is put, what names it."""

    word: str
    listed: tuple[str, ...]
    put: str
    names: tuple[str, ...] = ("name",)


HERE = "{vhost}"
# In this order: topic patterns before rights, since a user that has none may publish every key
KINDS: Mapping[str, Kind] = {
    "exchanges": Kind("交换机", ("exchanges", HERE), "exchanges"),
    "policies": Kind("策略", ("policies", HERE), "policies"),
    "queues": Kind("队列", ("queues", HERE), "queues"),
    "topic_permissions": Kind(
        "路由权限", ("vhosts", HERE, "topic-permissions"), "topic-permissions", ("user", "exchange")
    ),
    "permissions": Kind("权限", ("vhosts", HERE, "permissions"), "permissions", ("user",)),
}


def set_up(
    api: Management, wanted: Definitions, passwords: Mapping[str, str], *, removes: bool = True
) -> Iterator[str]:
    """Change what differs, and say each change in Chinese once it is made. Users without password
    are left as they are. Before anything is changed it refuses `site_taken`, `user_shared`, and
    where it may not remove outside systems that `wanted` leaves out, `clients_left`. Raises
    ManagementAway, ManagementRefused.
    """
    vhost = wanted["vhosts"][0]["name"]
    _refuse_other_site(api, vhost, wanted)
    if not removes:
        _refuse_to_remove(api, vhost, wanted)
    users = [u for u in wanted["users"] if u["name"] in passwords and u["name"] != ADMIN]
    _refuse_shared_users(api, vhost, users, passwords)
    yield from _vhost(api, vhost)
    yield from _users(api, users, passwords)
    these = of_users(wanted, {*passwords, ADMIN})
    for kind in KINDS:
        yield from _things(api, vhost, kind, these[kind])
    yield from _bindings(api, vhost, wanted["bindings"])
    yield from _leavers(api, vhost, wanted)


def _refuse_other_site(api: Management, vhost: str, wanted: Definitions) -> None:
    ours = {e["name"] for e in wanted["exchanges"]}
    there = {e["name"] for e in api.get("exchanges", vhost) or ()}
    for other in sorted(name for name in there - ours if name.startswith(MARK)):
        raise Refused("site_taken", TAKEN.format(vhost=vhost, other=other), vhost=vhost)


def _refuse_shared_users(
    api: Management, vhost: str, users: list[dict[str, Any]], passwords: Mapping[str, str]
) -> None:
    """Users belong to the whole broker: another vhost's user of the same name is another site's."""
    kept = _kept_hashes(api)
    elsewhere = {p["user"]: p["vhost"] for p in api.get("permissions") if p["vhost"] != vhost}
    for name in (user["name"] for user in users):
        if name in kept and name in elsewhere and not is_hash_of(kept[name], passwords[name]):
            text = SHARED.format(user=name, other=elsewhere[name])
            raise Refused("user_shared", text, user=name)


def _refuse_to_remove(api: Management, vhost: str, wanted: Definitions) -> None:
    if left := _outsiders_left(api, vhost, wanted):
        text = FORGOTTEN.format(vhost=vhost, users="、".join(left))
        raise Refused("clients_left", text, vhost=vhost)


def _outsiders_left(api: Management, vhost: str, wanted: Definitions) -> list[str]:
    named = {user["name"] for user in wanted["users"]}
    with_rights = {p["user"] for p in api.get("vhosts", vhost, "permissions") or ()}
    return sorted(u for u in with_rights - named if OUTSIDER.fullmatch(u))


def _kept_hashes(api: Management) -> dict[str, str]:
    return {user["name"]: user["password_hash"] for user in api.get("users")}


def _vhost(api: Management, vhost: str) -> Iterator[str]:
    """The default type of queues is said once, at birth; 3.10 reads it under its own name."""
    if api.get("vhosts", vhost) is None:
        api.put("vhosts", vhost, default_queue_type="quorum", defaultqueuetype="quorum")
        yield f"新增 虚拟主机 {vhost}"


def _users(
    api: Management, users: list[dict[str, Any]], passwords: Mapping[str, str]
) -> Iterator[str]:
    kept = _kept_hashes(api)
    for name in (user["name"] for user in users):
        if name in kept and is_hash_of(kept[name], passwords[name]):
            continue
        api.put("users", name, password=passwords[name], tags="")
        if name in kept:
            _disconnect(api, name)
        yield f"{'修改 密码' if name in kept else '新增 用户'} {name}"


def _things(api: Management, vhost: str, kind: str, every: list[dict[str, Any]]) -> Iterator[str]:
    what = KINDS[kind]
    listed = api.get(*(part.format(vhost=vhost) for part in what.listed))
    found = {tuple(one[n] for n in what.names): one for one in listed}
    for one in every:
        names = tuple(one[n] for n in what.names)
        body = {k: v for k, v in one.items() if k not in ("vhost", what.names[0])}
        there = found.get(names)
        if there is not None and all(there.get(k) == v for k, v in body.items()):
            continue
        api.put(what.put, vhost, names[0], **body)
        if there is not None and "user" in one:
            _disconnect(api, one["user"])
        yield f"{'新增' if there is None else '修改'} {what.word} {'，'.join(names)}"


def _bindings(api: Management, vhost: str, every: list[dict[str, Any]]) -> Iterator[str]:
    for one in every:
        ends = ("bindings", vhost, "e", one["source"], "q", one["destination"])
        if not api.get(*ends):
            api.post(*ends, routing_key=one["routing_key"], arguments=one["arguments"])
            yield f"新增 绑定 {one['source']} → {one['destination']}"


def _leavers(api: Management, vhost: str, wanted: Definitions) -> Iterator[str]:
    """Guest, outside systems no longer named, and the queues of what they no longer hear."""
    if api.get("users", "guest") is not None:
        api.delete("users", "guest")
        yield "删除 用户 guest"
    for user in _outsiders_left(api, vhost, wanted):
        yield from _leaver(api, vhost, user)
    mine = {p["user"]: re.compile(p["configure"]) for p in wanted["permissions"]}
    for queue in sorted(q["name"] for q in api.get("queues", vhost)):
        owned = SUBSCRIPTION.fullmatch(queue)
        if owned and not (owned[1] in mine and mine[owned[1]].fullmatch(queue)):
            api.delete("queues", vhost, queue)
            yield f"删除 队列 {queue}"


def _leaver(api: Management, vhost: str, user: str) -> Iterator[str]:
    elsewhere = [p for p in api.get("permissions") if p["user"] == user and p["vhost"] != vhost]
    if elsewhere:
        api.delete("permissions", vhost, user)
        api.delete("topic-permissions", vhost, user)
        _disconnect(api, user)
    else:
        api.delete("users", user)  # the broker closes its connections
    yield f"删除 {'权限' if elsewhere else '用户'} {user}"


def _disconnect(api: Management, user: str) -> None:
    """Close a user's connections: an open channel goes on with the rights that it had."""
    api.delete("connections", "username", user)
