"""`tiaojie demo`: play stories of real disputes, or take in any dispute of a file."""

from pathlib import Path

import click

from shared.settings.site import SiteSettings
from tiaojie.cli.output import END
from tiaojie.demo import narrate, progress, story
from tiaojie.demo.play import play

ALL = "all"


@click.command()
@click.option("--story", "name", default="ordinary", show_default=True, help="剧本名，或 all")
@click.pass_obj
def demo(settings: SiteSettings, name: str) -> None:
    """演示：把一件真实纠纷从排查走到归档和法院裁定。

    \b
    例：
      tiaojie demo
      tiaojie demo --story oral
      tiaojie demo --story all
    """
    known = story.names()
    if name not in (*known, ALL):
        raise click.BadParameter(f"可选：{'、'.join((*known, ALL))}", param_hint="--story")
    for each in known if name == ALL else [name]:
        _play(settings.data / "demo", each)


def _play(home: Path, name: str) -> None:
    told, folder = story.load(name), progress.run_folder(home, name)
    narrate.opening(told, folder.name)
    if before := progress.read(folder):
        narrate.going_on(before.next)
    try:
        outcome = play(told, folder, narrate.step)
    except story.StoryBroken as broken:
        click.secho(f"剧本没有走通：{broken}", fg="red", err=True)
        raise SystemExit(END["refused"]) from None
    narrate.ending(outcome)
