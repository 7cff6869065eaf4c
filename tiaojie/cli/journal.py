"""`tiaojie journal`: read, verify and export a service's journal, from its own database."""

import json
from pathlib import Path

import click

from shared.ledger.chain import ChainBroken, verify
from shared.ledger.database import Database
from shared.ledger.journal import whole_journal
from shared.ledger.migrate import current
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END

WHY = {"changed": "内容与封存时不同", "missing or moved": "缺失或移位"}
SERVICE = click.argument("service", type=click.Choice(services.ORDER), metavar="服务")


@click.group()
def journal() -> None:
    """日志：查看、核验、导出。"""


@journal.command()
@SERVICE
@click.option("--subject", help="只看一个事项（案件编号等）")
@click.option("--limit", type=int, default=50, show_default=True, help="最多几条（最新的）")
@click.pass_obj
def show(settings: SiteSettings, service: str, subject: str | None, limit: int) -> None:
    """查看日志，一行一条 JSON。

    \b
    例：
      tiaojie journal show intake
      tiaojie journal show intake --subject CASE
      tiaojie journal show intake --limit 5
    """
    database = _kept(settings, service)
    entries = [(s.seq, s.line or "") for s in whole_journal(database)]
    wanted = [(n, line) for n, line in entries if not subject or _subject(line) == subject]
    for seq, line in wanted[-limit:]:
        click.echo(f"{seq} {line}")


def _kept(settings: SiteSettings, service: str) -> Database:
    """The service's database, looked at without making one; ends with 3 where there is none."""
    if settings.database or (settings.data / f"{service}.db").exists():
        database = Database(settings.database_of(service))
        with database.read() as connection:
            if current(connection):
                return database
    click.echo(f"这个数据目录里没有 {service} 的日志：{settings.data}", err=True)
    raise SystemExit(END["not_found"])


def _subject(line: str) -> str:
    return str(json.loads(line)["subject"])


@journal.command(name="verify")
@SERVICE
@click.pass_obj
def verify_(settings: SiteSettings, service: str) -> None:
    """重算散列链，指出第一处被改动、删除、插入或移动的地方。

    \b
    例：
      tiaojie journal verify intake
      tiaojie --data var/demo/ordinary-1 journal verify intake
      tiaojie journal verify registry && echo 完好
    """
    try:
        last = verify(whole_journal(_kept(settings, service)))
    except ChainBroken as broken:
        click.echo(f"{service} 的日志在第 {broken.seq} 条被动过（{WHY[broken.why]}）", err=True)
        raise SystemExit(END["refused"]) from None
    click.echo(f"{service}：{last.seq} 条，完好，末条散列 {last.hash.hex()}")


@journal.command()
@SERVICE
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
@click.pass_obj
def export(settings: SiteSettings, service: str, file: Path) -> None:
    """导出为 JSON Lines：每行 seq、hash、line（被散列的原文）。

    \b
    例：
      tiaojie journal export intake intake.jsonl
      tiaojie journal export registry /tmp/registry.jsonl
      tiaojie --data var/demo/ordinary-1 journal export intake out.jsonl
    """
    database = _kept(settings, service)
    with file.open("w", encoding="utf-8") as out:
        for entry in whole_journal(database):
            out.write(json.dumps(entry.wire(), ensure_ascii=False) + "\n")
    click.echo(str(file))
