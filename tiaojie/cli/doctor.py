"""`tiaojie doctor`: how the site is, and what is to be done; it changes nothing."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import END
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.codes import GROUPS
from tiaojie.doctor.examine import examine
from tiaojie.doctor.finding import SEVERITIES, Finding, worst_last
from tiaojie.host.clients import read_clients

WORDS = {"ok": "正常", "warn": "注意", "bad": "要处理"}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(services.ORDER), metavar="[服务…]")
@click.option(
    "--clients",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="外部系统名单；不给就不核对它们的权限",
)
@click.option("--json", "as_json", is_flag=True, help="供程序使用")
@click.pass_obj
def doctor(
    settings: SiteSettings, names: tuple[str, ...], clients: Path | None, *, as_json: bool
) -> None:
    """给站点做体检：有什么问题、怎么办；不改动任何东西，服务开着、停着都能用。

    本站点只运行一部分服务时，写出它们的名字。有“要处理”的，退出码为 1。

    \b
    例：
      tiaojie doctor
      tiaojie doctor intake document_archive
      tiaojie doctor --clients clients.yaml --json
    """
    outside = read_clients(clients) if clients else None
    findings = list(examine(Asked(settings, names or services.ORDER, outside)))
    count = Counter(finding.severity for finding in findings)
    if as_json:
        _print_json(findings, count)
    else:
        _print(findings, count)
    raise SystemExit(END["refused"] if count["bad"] else END["ok"])


def _print_json(findings: Sequence[Finding], count: Counter[str]) -> None:
    counts = {severity: count[severity] for severity in SEVERITIES}
    whole = {"findings": [asdict(finding) for finding in findings], **counts}
    click.echo(json.dumps(whole, ensure_ascii=False))


def _print(findings: Sequence[Finding], count: Counter[str]) -> None:
    for group, members in worst_last(findings):
        click.echo(GROUPS[group])
        for finding in members:
            code = "" if finding.severity == "ok" else f"［{finding.code}］"
            click.echo(f"  {WORDS[finding.severity]}  {finding.text}{code}")
    click.echo(f"要处理 {count['bad']} 项，注意 {count['warn']} 项，正常 {count['ok']} 项")
