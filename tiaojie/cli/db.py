"""`tiaojie db`: bring the services' databases to this release's schema, and see how they stand."""

import click

from shared.ledger.database import Database, DatabaseAway
from shared.ledger.migrate import is_current, upgrade
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END

NAMES = click.argument("names", nargs=-1, type=click.Choice(services.ORDER), metavar="[服务…]")


@click.group()
def db() -> None:
    """数据库：升级结构、查看状态。"""


@db.command(name="upgrade")
@NAMES
@click.pass_obj
def upgrade_(settings: SiteSettings, names: tuple[str, ...]) -> None:
    """升级到本版本的结构；已经是的不动。

    \b
    例：
      tiaojie db upgrade
      tiaojie db upgrade intake
      TIAOJIE_DATA=/srv/tiaojie tiaojie db upgrade
    """
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in names or services.ORDER:
        database = Database(settings.database_of(name))
        if _is_current(database, name):
            click.echo(f"{name}：已是最新")
            continue
        upgrade(database, name)
        click.echo(f"{name}：已升级")


@db.command()
@NAMES
@click.pass_obj
def status(settings: SiteSettings, names: tuple[str, ...]) -> None:
    """每个服务的数据库是不是本版本的结构；有一个不是，退出码为 1。

    \b
    例：
      tiaojie db status
      tiaojie db status intake
      tiaojie db status || tiaojie db upgrade
    """
    old = [n for n in names or services.ORDER if not _is_current(_database(settings, n), n)]
    for name in names or services.ORDER:
        click.echo(f"{name}：{'需要升级' if name in old else '最新'}")
    if old:
        raise SystemExit(END["refused"])


def _database(settings: SiteSettings, name: str) -> Database:
    if not settings.database and not (settings.data / f"{name}.db").exists():
        click.echo(f"没有 {name} 的数据库文件：{settings.data}", err=True)
        raise SystemExit(END["not_found"])
    return Database(settings.database_of(name))


def _is_current(database: Database, name: str) -> bool:
    try:
        return is_current(database, name)
    except DatabaseAway as away:
        click.echo(f"{name} 的数据库没有应答：{away}", err=True)
        raise SystemExit(END["unreachable"]) from None
