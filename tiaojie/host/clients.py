"""Outside systems (外部系统) of a site, as data: `deploy/regions/<region>/clients.yaml`.

- {name: court_transfer, division: "222400000000", verbs: [intake.register_case], events: [intake]}
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from shared.contracts.refused import Refused
from tiaojie import services
from tiaojie.files import structure_of
from tiaojie.host.rights import Client, is_name

DIVISION = re.compile(r"[0-9]{12}")
FIELDS = {"name", "division", "verbs", "events"}
INVALID = "外部系统名单有误：{what}"


def read_clients(file: Path | None) -> tuple[Client, ...]:
    """The clients of a file, none without one; refuses `clients_invalid`."""
    if file is None:
        return ()
    try:
        rows = structure_of(file)
    except (OSError, ValueError) as problem:
        raise _invalid(f"{file} 读不出来") from problem
    if not isinstance(rows, list):
        raise _invalid("应为一个列表")
    clients = tuple(_client(row) for row in rows)
    if len({client.user for client in clients}) < len(clients):
        raise _invalid("同一区划下名称重复")
    return clients


def check_sectors(names: Iterable[str]) -> tuple[str, ...]:
    """Names of sector modules; refuses `clients_invalid`."""
    every = tuple(names)
    for name in every:
        if not is_name(name):
            raise _invalid(f"行业模块名称 {name} 只能用小写字母、数字和下划线")
    return every


def _client(row: Any) -> Client:
    if not isinstance(row, dict) or set(row) - FIELDS or not {"name", "division"} <= set(row):
        raise _invalid("每项写 name、division、verbs、events")
    name, division = str(row["name"]), str(row["division"])
    if not is_name(name):
        raise _invalid(f"名称 {name} 只能用小写字母、数字和下划线，以字母开头")
    if not DIVISION.fullmatch(division):
        raise _invalid(f"{name} 的区划 {division} 应为加引号的 12 位代码")
    verbs, events = (tuple(map(str, row.get(field) or ())) for field in ("verbs", "events"))
    _check_known(name, verbs, events)
    return Client(name, division, verbs, events)


def _check_known(name: str, verbs: Iterable[str], events: Iterable[str]) -> None:
    """What is asked and heard exists: a misspelt verb would be a right to nothing."""
    for verb in verbs:
        service, _, word = verb.partition(".")
        if service not in services.ORDER or word not in services.contract(service).verbs:
            raise _invalid(f"{name} 的操作 {verb} 不存在，写成 服务.操作，如 intake.register_case")
    for source in events:
        if source not in services.ORDER:
            raise _invalid(f"{name} 的来源 {source} 不是服务")


def _invalid(what: str) -> Refused:
    return Refused("clients_invalid", INVALID.format(what=what))
