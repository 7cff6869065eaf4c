"""`tiaojie run`: keep the suite up in its data folder, with the door open."""

import signal

import click
import eventlet

from shared.bus.door import Door
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END
from tiaojie.house import Held, live, speak


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(services.ORDER), metavar="[服务…]")
@click.pass_obj
def run(settings: SiteSettings, names: tuple[str, ...]) -> None:
    """运行服务（不写名字即全部），直到按 Ctrl-C。

    \b
    例：
      tiaojie run
      tiaojie run intake document_archive
      TIAOJIE_DATA=/srv/tiaojie tiaojie run
    """
    stopped = eventlet.event.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: None if stopped.ready() else stopped.send())
    try:
        with live(settings, names or services.ORDER) as suite:
            door = Door(suite, lambda who: speak(suite, who), settings.data)
            door.open()
            click.echo(
                f"已启动：{'、'.join(suite.containers)}（数据在 {settings.data}，Ctrl-C 停止）"
            )
            stopped.wait()
            door.close()
    except Held:
        click.echo("数据目录正被另一个进程使用", err=True)
        raise SystemExit(END["conflict"]) from None
    click.echo("已停止，没有未写完的事项")
