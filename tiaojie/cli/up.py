"""`tiaojie up`, `tiaojie down`: the whole suite on one bare host, a process a service."""

import os
import signal
import sys
from pathlib import Path

import click

from shared.access.private_file import READABLE, write_private
from shared.bus.outcome import Absent, Late
from shared.contracts.refused import Refused
from shared.settings.site import FILE, SiteSettings, environment_of, written
from tiaojie import services
from tiaojie.cli.output import END
from tiaojie.host.bare import BareHost
from tiaojie.host.broker import BrokerFailed, BrokerMissing
from tiaojie.host.clients import read_clients
from tiaojie.host.postgres import PostgresFailed, PostgresMissing
from tiaojie.host.processes import end, find, run_detached
from tiaojie.host.supervisor import STOP_S
from tiaojie.member import answering, front

CLIENTS, PID, READY_S = "clients.yaml", "supervisor.pid", 90.0


@click.command()
@click.option(
    "--clients", type=click.Path(exists=True, path_type=Path), help="外部系统名单（YAML）"
)
@click.pass_obj
def up(settings: SiteSettings, clients: Path | None) -> None:
    """在一台机器上启动 RabbitMQ、PostgreSQL 和全部服务，每个服务一个进程。

    \b
    例：
      tiaojie --data var/up up
      tiaojie --data /srv/tiaojie up --clients clients.yaml
      tiaojie --data var/up up && tiaojie --data var/up service list
    """
    host = BareHost(settings.data)
    try:
        click.echo("启动 RabbitMQ 和 PostgreSQL …")
        host.start()
    except (BrokerMissing, BrokerFailed, PostgresMissing) as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(END["unfit"]) from None
    told = {**vars(settings), "data": settings.data.absolute(), **host.servers()}
    site = SiteSettings(**told)
    _settle(host, site, clients)
    write_private(site.data / FILE, written(site), READABLE)
    _supervise(site)
    _wait_for_all(site)


def _settle(host: BareHost, site: SiteSettings, clients: Path | None) -> None:
    """Set the site up; the list of outside systems is kept for the next time."""
    kept = site.data / CLIENTS
    if clients:
        kept.write_text(clients.read_text("utf-8"), "utf-8")
    try:
        for change in host.settle(site, read_clients(kept) if kept.exists() else None):
            click.echo(f"  {change}")
    except Refused as no:
        click.echo(f"{no.message}（{no.code}）", err=True)
        raise SystemExit(END["refused"]) from None


def _supervise(settings: SiteSettings) -> None:
    file = settings.data / "log" / PID
    file.parent.mkdir(exist_ok=True)
    if find(file, "--apart"):
        click.echo("各服务已在运行")
        return
    command = [sys.executable, "-m", "tiaojie", "run", "--apart"]
    pid = run_detached(command, environment_of(settings), settings.data / "log" / "supervisor.log")
    file.write_text(str(pid))


def _wait_for_all(settings: SiteSettings) -> None:
    with front(settings) as people:
        try:
            for name, state in answering(people, services.ORDER, READY_S):
                click.echo(f"{name}：{state['state']}")
        except (Absent, Late) as away:
            name = str(away).partition(".")[0]
            click.echo(f"{name} 没有启动，原因见 {settings.data / 'log'}", err=True)
            raise SystemExit(END["absent"]) from None


@click.command()
@click.pass_obj
def down(settings: SiteSettings) -> None:
    """停下 `tiaojie up` 启动的一切；数据留着。

    \b
    例：
      tiaojie --data var/up down
      tiaojie --data /srv/tiaojie down
      tiaojie --data var/up down && tiaojie --data var/up up
    """
    pid = find(settings.data / "log" / PID, "--apart")
    if pid and not end(pid, "--apart", signal.SIGTERM, STOP_S + 15):
        click.echo(f"看护进程（{pid}）没有停下", err=True)
        raise SystemExit(END["conflict"])
    try:
        BareHost(settings.data).stop()
    except (BrokerFailed, PostgresFailed) as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(END["conflict"]) from None
    click.echo("已停止；数据在 " + os.fspath(settings.data))
