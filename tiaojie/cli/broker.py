"""`tiaojie broker`: bring the site's vhost to its wanted state, or print that state."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import click

from shared.access.keys import KeyMissing, site_id
from shared.contracts.refused import Refused
from shared.settings.site import SiteSettings
from tiaojie.cli.output import END
from tiaojie.host.clients import check_sectors, read_clients
from tiaojie.host.definitions import Definitions, members, wanted, with_passwords
from tiaojie.host.management import Management, ManagementAway, ManagementRefused
from tiaojie.host.passwords import ADMIN, bus_file, obtain
from tiaojie.host.setup import set_up

NO_VHOST = "没有说明是哪个虚拟主机：设置 TIAOJIE_BUS，如 amqp://127.0.0.1:5672/tiaojie"
NO_ADMIN = "没有管理接口的地址：设置 TIAOJIE_ADMIN，如 http://127.0.0.1:15672"
NO_KEY = "缺少密钥文件 {}；先执行 tiaojie keys create，或用 --site 给出站点编号"
ADMIN_UNKNOWN = "缺少管理员密码文件 {}"
AWAY = "消息代理的管理接口没有应答：{}；请检查它是否在运行、TIAOJIE_ADMIN 是否正确"
REJECTED = "管理接口不接受用户 admin 的密码；请核对 {}"
LEFT_OUT = "没有密码文件、密码目录也不能写，略过：{}"
DENIED = (401, 403)


def of_a_site(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what the site's vhost should hold."""
    for option in (
        click.option("--sector", "sectors", multiple=True, help="行业模块的主机，可写多次"),
        click.option(
            "--clients",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="外部系统名单，如 deploy/regions/jilin/clients.yaml",
        ),
        click.option("--site", help="站点编号；不写则由密钥得出"),
    ):
        command = option(command)
    return command


@click.group()
def broker() -> None:
    """消息代理：布置虚拟主机、用户、权限、策略。"""


@broker.command()
@of_a_site
@click.pass_obj
def setup(
    settings: SiteSettings, site: str | None, clients: Path | None, sectors: tuple[str, ...]
) -> None:
    """把本站点的虚拟主机布置成应有的样子；可反复执行，已经相符的不动，也不作声。

    \b
    例：
      tiaojie broker setup
      tiaojie broker setup --clients deploy/regions/jilin/clients.yaml
      TIAOJIE_ADMIN=http://10.0.0.5:15672 tiaojie broker setup
    """
    with _told(settings):
        state = _wanted(settings, site, clients, sectors)
        api = _management(settings)
        passwords = _passwords(settings, state)
        for change in set_up(api, state, passwords, removes=clients is not None):
            click.echo(change)


@broker.command()
@of_a_site
@click.pass_obj
def definitions(
    settings: SiteSettings, site: str | None, clients: Path | None, sectors: tuple[str, ...]
) -> None:
    """输出 RabbitMQ 的定义（JSON），供导入或 load_definitions 使用；其中只有密码的散列。

    \b
    例：
      tiaojie broker definitions > definitions.json
      tiaojie broker definitions --site 0123456789abcdef
      tiaojie broker definitions --clients deploy/regions/jilin/clients.yaml
    """
    with _told(settings):
        state = _wanted(settings, site, clients, sectors)
        whole = with_passwords(state, _passwords(settings, state))
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))


def _wanted(
    settings: SiteSettings, site: str | None, clients: Path | None, sectors: tuple[str, ...]
) -> Definitions:
    vhost = unquote(urlsplit(settings.bus).path[1:])
    if not vhost:
        raise click.UsageError(NO_VHOST)
    outside, modules = read_clients(clients), check_sectors(sectors)
    return wanted(members(), outside, modules, site or site_id(settings.key_folder), vhost)


def _management(settings: SiteSettings) -> Management:
    file = bus_file(settings.secret_folder, ADMIN)
    if not settings.admin:
        raise click.UsageError(NO_ADMIN)
    if not file.exists():
        _end(ADMIN_UNKNOWN.format(file), "unfit")
    return Management(settings.admin, settings.password_of("bus", ADMIN))


def _passwords(settings: SiteSettings, state: Definitions) -> dict[str, str]:
    users = [user["name"] for user in state["users"]]
    found, made = obtain(settings.secret_folder, users)
    for user in made:
        click.echo(f"新增 密码文件 {bus_file(settings.secret_folder, user)}", err=True)
    if left_out := [user for user in users if user not in found]:
        click.echo(LEFT_OUT.format("、".join(left_out)), err=True)
    return found


@contextmanager
def _told(settings: SiteSettings) -> Iterator[None]:
    """Ends the process with a sentence in Chinese where something stands in the way."""
    try:
        yield
    except Refused as no:
        click.echo(f"{no.message}\n代码 {no.code}", err=True)
        raise SystemExit(END["refused"]) from no
    except KeyMissing as missing:
        _end(NO_KEY.format(missing), "unfit")
    except ManagementAway as away:
        _end(AWAY.format(away), "unreachable")
    except ManagementRefused as no:
        rejected = REJECTED.format(bus_file(settings.secret_folder, ADMIN))
        _end(rejected if no.status in DENIED else f"消息代理不接受：{no}", "unfit")


def _end(text: str, how: str) -> Any:
    click.echo(text, err=True)
    raise SystemExit(END[how])
