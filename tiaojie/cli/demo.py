"""`tiaojie demo`: play stories of real disputes, or take in any dispute of a file."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from shared.settings.site import SiteSettings
from tiaojie.cli.output import END
from tiaojie.demo import hear, narrate, progress, story
from tiaojie.demo.play import OpenStage, play
from tiaojie.demo.stage import embedded

ALL = "all"


@click.command()
@click.option("--story", "name", default="ordinary", show_default=True, help="剧本名，或 all")
@click.option(
    "--input", "file", type=click.Path(exists=True, path_type=Path), help="JSON Lines 文件"
)
@click.option("--id", "id_", help="只取文件里的这一条")
@click.option("--division", help="12 位区划代码；不写则放在演示村")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON Lines（配合 --input）")
@click.pass_obj
def demo(
    settings: SiteSettings,
    /,
    name: str,
    file: Path | None,
    id_: str | None,
    division: str | None,
    as_json: bool,
) -> None:
    """演示：把一件真实纠纷从排查走到归档和法院裁定，或登记研判任何一件纠纷。

    \b
    例：
      tiaojie demo
      tiaojie demo --story all
      tiaojie demo --input deploy/demo/disputes.jsonl --id pm-209
    """
    if file:
        _hear(settings, file, id_, division, as_json=as_json)
        return
    known = story.names()
    if name not in (*known, ALL):
        raise click.BadParameter(f"可选：{'、'.join((*known, ALL))}", param_hint="--story")
    for each in known if name == ALL else [name]:
        _play(settings, each)


def _play(settings: SiteSettings, name: str) -> None:
    home = settings.data / "demo"
    told, folder = story.load(name), progress.run_folder(home, name)
    narrate.opening(told, folder.name)
    if before := progress.read(folder):
        narrate.going_on(before.next)
    try:
        outcome = play(told, folder, narrate.step, _stage(settings))
    except story.StoryBroken as broken:
        click.secho(f"剧本没有走通：{broken}", fg="red", err=True)
        raise SystemExit(END["refused"]) from None
    narrate.ending(outcome)


def _stage(settings: SiteSettings) -> OpenStage:
    """On a host with a broker the story gets a site there; else it stays in this process."""
    if not settings.bus:
        return embedded
    from tiaojie.demo.fleet import on_broker
    from tiaojie.host.bare import BareHost

    host = BareHost(settings.data)
    host.start()
    return partial(on_broker, host)


def _hear(
    settings: SiteSettings, file: Path, id_: str | None, division: str | None, *, as_json: bool
) -> None:
    try:
        found = [r for r in hear.records(file) if id_ in (None, str(r["id"]))]
    except hear.BadRecord as bad:
        raise click.BadParameter(str(bad), param_hint="--input") from bad
    if not found:
        click.echo(f"文件里没有编号为 {id_} 的记录", err=True)
        raise SystemExit(END["not_found"])
    there = replace(settings, data=settings.data / "demo" / "input", stamp="演示")
    for heard in hear.hear(there, found, division):
        _tell(heard, as_json=as_json)


def _tell(heard: hear.Heard, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"id": heard.id, **heard.facts}, ensure_ascii=False))
        return
    click.secho(f"\n■ {heard.id}", bold=True)
    for paragraph in heard.paragraphs:
        click.echo(f"  {paragraph}")
