"""`tiaojie service`: how each service is, and what lies in the queues."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

import click
from rich.console import Console
from rich.table import Table

from shared.bus.call import GATEWAY, verb_queue
from shared.bus.look import Look, look
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.doctor.asked import admin_of
from tiaojie.doctor.queues import Queue, known_queues, list_queues
from tiaojie.doctor.services import healths
from tiaojie.host.management import ManagementAway, ManagementRefused
from tiaojie.line import open_line

COLUMNS = {
    "service": "服务",
    "answers": "回答",
    "state": "状态",
    "lacks": "缺少",
    "head": "末条",
    "unsealed": "未入链",
    "jobs": "任务",
    "parked": "搁置",
    "consumers": "消费者",
    "name": "队列",
    "kind": "种类",
    "messages": "消息",
}
CODES = {
    "ok": "正常",
    "lacking": "有缺",
    "verbs": "请求",
    "reply": "回答",
    "subscription": "订阅",
    "dead": "死信",
    "other": "其他",
}
NONE = "没有设置消息代理（TIAOJIE_BUS）：服务都在一个进程里，没有队列"
AS_JSON = click.option("--json", "as_json", is_flag=True, help="供程序使用")


@click.group()
def service() -> None:
    """服务和队列：谁在运行，积了多少。"""


@service.command(name="list")
@AS_JSON
@click.pass_obj
def list_(settings: SiteSettings, *, as_json: bool) -> None:
    """每个服务：有没有回答、叫不到谁、有多少没做完。

    \b
    例：
      tiaojie service list
      tiaojie service list --json
      tiaojie --data /srv/tiaojie service list
    """
    with open_line(settings) as line:
        replies = healths(line, services.ORDER)
    heard = _look(settings) if settings.bus else None
    _print("services", [_row(name, reply, heard) for name, reply in replies.items()], as_json)


def _row(name: str, reply: Mapping[str, Any], heard: Look | None) -> dict[str, Any]:
    said = reply.get("answer", {})
    columns = ("state", "lacks", "head", "unsealed", "jobs", "parked")
    row = {
        "service": name,
        "answers": bool(said),
        **{column: said.get(column) for column in columns},
    }
    if heard is None:
        return row
    queue = heard.queues.get(verb_queue(name))
    return {**row, "consumers": queue.consumers if queue else 0}


@service.command()
@AS_JSON
@click.pass_obj
def queues(settings: SiteSettings, *, as_json: bool) -> None:
    """消息代理上的队列：种类、消息数、消费者数。

    \b
    例：
      tiaojie service queues
      tiaojie service queues --json
      tiaojie --data /srv/tiaojie service queues
    """
    if not settings.bus:
        click.echo(NONE, err=True)
    rows = [_shown(queue) for queue in _queues(settings)] if settings.bus else []
    if rows or as_json:
        _print("queues", rows, as_json)


def _look(settings: SiteSettings) -> Look:
    return look(settings.bus_of(GATEWAY), known_queues())


def _queues(settings: SiteSettings) -> list[Queue]:
    """By the management API where it answers us, else those that are known by name."""
    vhost, seen = unquote(urlsplit(settings.bus).path[1:]), _look(settings)
    try:
        return list_queues(admin_of(settings), vhost, seen)
    except (ManagementAway, ManagementRefused) as no:
        click.echo(f"管理接口没有给出队列（{no}），只列出已知名字的", err=True)
        return list_queues(None, vhost, seen)


def _shown(queue: Queue) -> dict[str, Any]:
    columns = ("name", "kind", "messages", "consumers")
    return {column: getattr(queue, column) for column in columns}


def _print(what: str, rows: Sequence[Mapping[str, Any]], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({what: rows}, ensure_ascii=False))
        return
    table = Table(box=None, pad_edge=False)
    for name in rows[0]:
        table.add_column(COLUMNS[name], overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    Console(highlight=False).print(table)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(value) or "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    return "—" if value is None else CODES.get(str(value), str(value))
