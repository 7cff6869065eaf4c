"""`tiaojie parked`: what could not be applied, with its reason; try again, or give up."""

import json
import uuid
from typing import Any

import click

from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END, finish, show
from tiaojie.line import Local, Remote, open_line

OPERATOR = "administrator:local"
SERVICE = click.argument("service", type=click.Choice(services.ORDER), metavar="服务")
SUBJECT = click.argument("subject", metavar="事项")
SOURCE = click.option("--source", required=True, help="来源服务")
REASON = click.option("--reason", required=True, help="理由，记入日志")


@click.group()
def parked() -> None:
    """搁置的事项：查看、重试、放弃。"""


@parked.command(name="list")
@click.pass_obj
def list_(settings: SiteSettings) -> None:
    """所有服务里搁置和等待的事项。

    \b
    例：
      tiaojie parked list
      tiaojie --data var/demo/ordinary-1 parked list
      tiaojie parked list | less
    """
    with open_line(settings) as line:
        replies = {s: line.ask(s, "list_parked", {}, OPERATOR) for s in services.ORDER}
    rows = [
        {"service": service, **row}
        for service, reply in replies.items()
        for row in reply.get("answer", {}).get("parked", [])
    ]
    silent = [service for service, reply in replies.items() if "answer" not in reply]
    if rows:
        show({"parked": rows})
    elif not silent:
        click.echo("没有搁置的事项")
    if silent:
        click.echo(f"没有回答：{'、'.join(silent)}", err=True)
        raise SystemExit(END["absent"])


@parked.command(name="show")
@SERVICE
@SUBJECT
@click.option("--json", "as_json", is_flag=True, help="供程序使用")
@click.pass_obj
def show_(settings: SiteSettings, service: str, subject: str, *, as_json: bool) -> None:
    """一个事项搁置了什么：条目的种类和编号、原因、下次重试；没有个人信息。

    \b
    例：
      tiaojie parked show intake CASE
      tiaojie parked show supervision CASE --json
      tiaojie parked list && tiaojie parked show intake CASE
    """
    with open_line(settings) as line:
        reply = line.ask(service, "list_parked", {}, OPERATOR)
        every = reply.get("answer", {}).get("parked", [])
        rows = [_whole(line, row) for row in every if row["subject"] == subject]
    if "answer" not in reply:
        finish(service, reply, None, as_json=as_json)
    if not rows:
        click.echo(f"{service} 没有搁置这个事项", err=True)
        raise SystemExit(END["not_found"])
    click.echo(json.dumps({"parked": rows}, ensure_ascii=False)) if as_json else _show(rows)


def _whole(line: Remote | Local, row: dict[str, Any]) -> dict[str, Any]:
    """With its ids; further lines of a reason may quote what people wrote."""
    return {**row, "reason": row["reason"].partition("\n")[0], **_ids(line, row)}


def _ids(line: Remote | Local, row: dict[str, Any]) -> dict[str, str | None]:
    """The ids of an entry, from the journal of its source; none where that is away, and of jobs."""
    place = {"after": row["seq"] - 1, "limit": 1}
    asked = row["source"] in services.ORDER
    reply = line.ask(row["source"], "read_journal", place, OPERATOR) if asked else {}
    lines = [entry["line"] for entry in reply.get("answer", {}).get("entries", [])]
    said = json.loads(lines[0]) if lines and lines[0] else {}
    return {"entry": said.get("id"), "correlation": said.get("correlationid")}


def _show(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        show(row)
        click.echo()


@parked.command()
@SERVICE
@SUBJECT
@SOURCE
@REASON
@click.pass_obj
def retry(settings: SiteSettings, /, **given: Any) -> None:
    """原因已消除，马上重试一个事项。

    \b
    例：
      tiaojie parked retry intake CASE --source screening --reason 已修复
      tiaojie parked retry supervision CASE --source intake --reason 已升级
      tiaojie parked list && tiaojie parked retry intake CASE --source screening --reason 已修复
    """
    _act(settings, "retry_parked", given)


@parked.command()
@SERVICE
@SUBJECT
@SOURCE
@REASON
@click.pass_obj
def drop(settings: SiteSettings, /, **given: Any) -> None:
    """放弃一个事项的第一条；其后的照常处理。

    \b
    例：
      tiaojie parked drop intake CASE --source screening --reason 重复录入
      tiaojie parked drop supervision CASE --source intake --reason 误报
      tiaojie parked list && tiaojie parked drop intake CASE --source screening --reason 误报
    """
    _act(settings, "drop_parked", given)


def _act(settings: SiteSettings, verb: str, given: dict[str, Any]) -> None:
    service, command_id = given.pop("service"), str(uuid.uuid4())  # noqa: TID251 - the caller
    with open_line(settings) as line:
        reply = line.ask(service, verb, {**given, "command_id": command_id}, OPERATOR)
    finish(service, reply, command_id, as_json=False)
