"""`tiaojie`: run the suite, tell it what was done, ask how things stand."""

import shared.bus.green  # noqa: F401, I001 - before anything that takes locks or opens sockets

import sys
from pathlib import Path

import click

from shared.settings.site import SiteSettings
from shared.telemetry.logs import configure
from tiaojie import services
from tiaojie.cli.demo import demo
from tiaojie.cli.journal import journal
from tiaojie.cli.nouns import noun_groups
from tiaojie.cli.output import END
from tiaojie.cli.parked import parked
from tiaojie.cli.run import run
from tiaojie.house import Held

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
    settings = SiteSettings.read()
    context.obj = SiteSettings(**{**vars(settings), "data": data}) if data else settings
    configure(context.obj.log)


for command in (run, demo, journal, parked, *noun_groups(services.ORDER)):
    tiaojie.add_command(command)


def main() -> None:
    """The console script."""
    try:
        tiaojie()
    except Held:
        click.echo(HELD, err=True)
        sys.exit(END["absent"])


if __name__ == "__main__":
    main()
