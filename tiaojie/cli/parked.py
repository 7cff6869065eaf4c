"""`tiaojie parked`: what could not be applied, with its reason; try again, or give up."""

import uuid
from typing import Any

import click

from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END, finish, show
from tiaojie.line import open_line

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
