"""`tiaojie keys`: the site's keys: made once, then kept."""

import click

from shared.access.keys import KeyMissing, create_keys, site_id
from shared.access.vault import NAMES, Vault
from shared.settings.site import SiteSettings
from tiaojie.cli.output import END


@click.group()
def keys() -> None:
    """密钥：生成、查看站点编号。"""


@keys.command()
@click.pass_obj
def create(settings: SiteSettings) -> None:
    """生成站点的密钥；已有的不动。字段密钥丢失，身份证号就再也解不开：请立即备份。

    \b
    例：
      tiaojie keys create
      TIAOJIE_KEYS=/etc/tiaojie/keys tiaojie keys create
      tiaojie --data /srv/tiaojie keys create
    """
    folder = settings.key_folder
    had = all((folder / name).exists() for name in NAMES)
    Vault.open_folder(folder)
    made = create_keys(folder)
    click.echo("已有密钥，没有改动" if had and not made else f"已生成密钥，请备份：{folder}")
    click.echo(f"站点编号：{site_id(folder)}")


@keys.command()
@click.pass_obj
def show(settings: SiteSettings) -> None:
    """站点编号，以及有哪些密钥文件（不显示内容）。

    \b
    例：
      tiaojie keys show
      TIAOJIE_KEYS=/etc/tiaojie/keys tiaojie keys show
      tiaojie --data /srv/tiaojie keys show
    """
    try:
        click.echo(f"站点编号：{site_id(settings.key_folder)}")
    except KeyMissing as missing:
        click.echo(f"缺少 {missing}；先执行 tiaojie keys create", err=True)
        raise SystemExit(END["not_found"]) from None
    for file in sorted(settings.key_folder.iterdir()):
        click.echo(file.name)
