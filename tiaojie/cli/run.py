"""`tiaojie run`: keep services up: the suite in its folder with the door open, or, where a broker
is named, these services against it.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
import eventlet

from shared.bus import watchdog
from shared.bus.door import Door
from shared.bus.probes import Probes
from shared.bus.suite import Suite
from shared.ledger.database import DatabaseAway
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END
from tiaojie.host.supervisor import children_of, supervise, until
from tiaojie.house import Held, live, speak
from tiaojie.member import Unfit, Unreachable, member

DIED = 70


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(services.ORDER), metavar="[服务…]")
@click.option("--replicas", type=click.IntRange(1, 64), default=1, help="每个服务几个进程")
@click.option("--apart", is_flag=True, help="每个服务一个进程，由本进程看护")
@click.option("--under", type=int, hidden=True, help="看护进程的编号；它不在了，本进程也停下")
@click.pass_obj
def run(
    settings: SiteSettings,
    /,
    names: tuple[str, ...],
    replicas: int,
    under: int | None,
    *,
    apart: bool,
) -> None:
    """运行服务（不写名字即全部），直到按 Ctrl-C。设置了 TIAOJIE_BUS 时接入消息代理。

    \b
    例：
      tiaojie run
      tiaojie run intake document_archive
      TIAOJIE_BUS=amqp://127.0.0.1:5672/tiaojie tiaojie run intake --replicas 2
    """
    names = names or services.ORDER
    if (apart or replicas > 1) and not settings.bus:
        raise click.UsageError("多个进程需要消息代理：先设置 TIAOJIE_BUS，或用 tiaojie up")
    with _until_told() as stopped:
        if under:
            eventlet.spawn(_stay_under, under, stopped)
        if apart or replicas > 1:
            _apart(settings, names, replicas, stopped)
        elif settings.bus:
            _member(settings, names, stopped)
        else:
            _house(settings, names, stopped)
    click.echo("已停止，没有未写完的事项")


@contextmanager
def _until_told() -> Iterator[eventlet.event.Event]:
    """An event that SIGTERM and Ctrl-C send."""
    stopped = eventlet.event.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: None if stopped.ready() else stopped.send())
    yield stopped


def _stay_under(supervisor: int, stopped: eventlet.event.Event) -> None:
    """A supervisor that was killed leaves nobody behind."""
    while os.getppid() == supervisor:
        eventlet.sleep(1)
    if not stopped.ready():
        stopped.send()


def _house(settings: SiteSettings, names: tuple[str, ...], stopped: eventlet.event.Event) -> None:
    try:
        with live(settings, names) as suite:
            door = Door(suite.people, speak, settings.data)
            door.open()
            where = f"（数据在 {settings.data}，Ctrl-C 停止）"
            probes = Probes(suite, settings)
            probes.open()
            click.echo(f"已启动：{'、'.join(suite.containers)}{where}")
            stopped.wait()
            door.close()
            probes.close()
    except Held:
        click.echo("数据目录正被另一个进程使用", err=True)
        raise SystemExit(END["conflict"]) from None


def _member(settings: SiteSettings, names: tuple[str, ...], stopped: eventlet.event.Event) -> None:
    watchdog.start()
    try:
        with _probed(settings) as probe, member(settings, names) as suite:
            probes = probe(suite)
            click.echo(f"已启动：{'、'.join(suite.containers)}")
            _watch(suite, stopped)
            stopped.wait()
            probes.stopping()
    except Unfit as why:
        click.echo(str(why), err=True)
        raise SystemExit(END["unfit"]) from None
    except (Unreachable, DatabaseAway) as why:
        click.echo(f"消息代理或数据库没有应答：{why}", err=True)
        raise SystemExit(END["unreachable"]) from None


@contextmanager
def _probed(settings: SiteSettings) -> Iterator[Callable[[Suite], Probes]]:
    """Opens the probes of a suite; they answer until after it has stopped."""
    opened: list[Probes] = []

    def probe(suite: Suite) -> Probes:
        opened.append(Probes(suite, settings))
        opened[0].open()
        return opened[0]

    yield probe
    for probes in opened:
        probes.close()


def _watch(suite: Suite, stopped: eventlet.event.Event) -> None:
    """A service that dies takes its process along, so that the supervisor starts it anew."""

    def died(service: str, problem: BaseException) -> None:
        click.echo(f"{service} 意外终止：{type(problem).__name__}", err=True)
        if not stopped.ready():
            stopped.send_exception(SystemExit(DIED))

    suite.on_death(died)


def _apart(
    settings: SiteSettings, names: tuple[str, ...], replicas: int, stopped: eventlet.event.Event
) -> None:
    children = children_of(settings, names, replicas)
    click.echo(f"看护 {len(children)} 个进程，输出在 {settings.data / 'log'}")
    if not supervise(children, until(stopped), click.echo):
        raise SystemExit(END["unfit"])
