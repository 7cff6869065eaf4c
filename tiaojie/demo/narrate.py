"""Printing a story as it plays, in plain Chinese."""

from datetime import datetime
from typing import Any

import click

from tiaojie import services
from tiaojie.demo.results import Outcome
from tiaojie.demo.story import Story
from tiaojie.demo.told import Told, articles, gathered, person


def opening(story: Story, run: str) -> None:
    """Which dispute it is, where it comes from, what is played."""
    click.secho(f"\n━━ {story.title}（{run}）", bold=True)
    click.echo(f"纠纷原文（{story.record['id']}，出处 {story.record['source']}）：")
    click.echo(f"  {story.record['text_zh']}")
    click.echo(f"为演示移到：{story.moved_to}")
    click.echo("以下由剧本扮演；身份证号码均为标明的试验号段，纸面均印“演示”。\n")


def going_on(number: int) -> None:
    """A run that was interrupted goes on."""
    click.echo(f"（接着上次，从第 {number + 1} 步继续）\n")


def step(told: Told) -> None:
    """One step: the act, what was written where, who heard of it."""
    at = datetime.fromisoformat(told.at)
    click.secho(f"{told.no:>2}. {at:%Y年%m月%d日 %H:%M}　{person(told.who)}：{told.say}", bold=True)
    if told.law:
        click.echo(f"    依据 {articles(told.law)}")
    if told.refusal:
        click.echo(f"    系统拒绝：{told.refusal}——没有改动任何记录")
    for line in written(told):
        click.echo(f"    {line}")


def written(told: Told) -> list[str]:
    """Where the step was written: by the acting service first, then by those who heard of it; the
    same words in a row stand once, with how often.
    """
    own = told.do.partition(".")[0]
    ordered = sorted(told.entries, key=lambda entry: entry["service"] != own)
    return [_line(entry, own) for entry in gathered(ordered)]


def _line(entry: dict[str, Any], own: str) -> str:
    place = f"{services.contract(entry['service']).words.zh}日志第 {entry['seq']} 条"
    verb = "写入" if entry["service"] == own else "随之写入"
    return f"{verb}{place}：{entry['words']} {entry['event']}".rstrip()


def ending(outcome: Outcome) -> None:
    """What checking said, then every path alone on its line."""
    click.secho("\n核验", bold=True)
    for said in outcome.checks:
        click.echo(f"  {said}")
    click.secho("文件（案卷、法院材料、日志、报告页）", bold=True)
    for path in (outcome.volume, outcome.packet, *outcome.journals, outcome.report):
        if path:
            click.echo(str(path))
