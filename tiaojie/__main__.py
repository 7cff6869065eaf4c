"""`tiaojie`: run the suite, tell it what was done, ask how things stand."""

import shared.bus.green  # noqa: F401, I001 - before anything that takes locks or opens sockets

import sys
from pathlib import Path

import click

from shared.settings.site import SiteSettings
from shared.telemetry.logs import configure
from tiaojie import services
from tiaojie.cli.broker import broker
from tiaojie.cli.db import db
from tiaojie.cli.demo import demo
from tiaojie.cli.doctor import doctor
from tiaojie.cli.journal import journal
from tiaojie.cli.keys import keys
from tiaojie.cli.nouns import noun_groups
from tiaojie.cli.output import END
from tiaojie.cli.parked import parked
from tiaojie.cli.run import run
from tiaojie.cli.service import service
from tiaojie.cli.up import down, up
from tiaojie.house import Held
from tiaojie.member import Unfit, Unreachable

HELD = "数据目录正被另一个进程使用，而它没有打开入口；请稍候或先停下它"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data", type=click.Path(path_type=Path), help="数据目录（TIAOJIE_DATA，默认 ./var）"
)
@click.pass_context
def tiaojie(context: click.Context, data: Path | None) -> None:
    """人民调解：排查、受理、调解、归档、司法确认。

    \b
    例：
      tiaojie run
      tiaojie case list --as clerk:k-01
      tiaojie demo --story ordinary
    """
    context.obj = SiteSettings.read(data=data)
    configure(context.obj.log)


OWN = (run, up, down, demo, broker, db, journal, keys, parked, service, doctor)
for command in (*OWN, *noun_groups(services.ORDER)):
    tiaojie.add_command(command)


def main() -> None:
    """The console script."""
    try:
        tiaojie()
    except Held:
        click.echo(HELD, err=True)
        sys.exit(END["absent"])
    except Unreachable as why:
        click.echo(f"消息代理没有应答：{why}", err=True)
        sys.exit(END["unreachable"])
    except Unfit as why:
        click.echo(str(why), err=True)
        sys.exit(END["unfit"])


if __name__ == "__main__":
    main()
