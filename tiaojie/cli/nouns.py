"""`tiaojie <noun> <word>`: every verb of the contracts that has words on the command line."""

import base64
import json
import shlex
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from marshmallow import fields

from shared.contracts.contract import Contract
from shared.contracts.language import Verb
from shared.contracts.sample import sample
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.cli.output import finish
from tiaojie.cli.words import label, say
from tiaojie.files import structure_of
from tiaojie.line import open_line

BYTES = "_base64"  # how the names of fields end that carry a file


def noun_groups(names: Iterable[str]) -> list[click.Group]:
    """A click group for each noun of these services' contracts."""
    groups: dict[str, click.Group] = {}
    for contract in map(services.contract, names):
        for verb in (v for v in contract.verb_list if v.command):
            noun, _word = verb.command or ("", "")
            if noun not in groups:
                help_ = contract.nouns[noun].zh if noun in contract.nouns else noun
                groups[noun] = click.Group(noun, help=help_)
            groups[noun].add_command(_command(contract, verb))
    return list(groups.values())


def _command(contract: Contract, verb: Verb) -> click.Command:
    noun, word = verb.command or ("", "")
    own = [_option(name, f) for name, f in verb.intake.fields.items() if name != "command_id"]
    return click.Command(
        word,
        params=[*own, *_common(verb)],
        callback=_caller(contract.service, verb),
        help=f"{verb.words.zh}。\n\n\b\n例：\n{_examples(noun, word, verb)}",
        short_help=verb.words.zh,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def _option(name: str, field: fields.Field[Any]) -> click.Option:
    flag = "--" + name.replace("_", "-")
    plain: dict[str, Any] = {"required": field.required, "help": _meaning(name, field)}
    if not field.required:
        plain["default"] = None  # said of a required one, it would count as given
    if isinstance(field, fields.Boolean):
        return click.Option([f"{flag}/--no-{flag[2:]}", name], **plain)
    if isinstance(field, fields.Integer):
        return click.Option([flag, name], type=int, **plain)
    if isinstance(field, (fields.List, fields.Nested, fields.Dict)):
        return click.Option([flag, name], type=Structure(), metavar="JSON|@文件", **plain)
    if name.endswith(BYTES):
        return click.Option([flag, name], type=Content(), metavar="BASE64|@文件", **plain)
    return click.Option([flag, name], **plain)


def _meaning(name: str, field: fields.Field[Any]) -> str:
    """The field's label, and what may be chosen."""
    choices = [say(one, name) for v in field.validators for one in getattr(v, "choices", ())]
    return f"{label(name)}：{' '.join(choices)}" if choices else label(name)


class Structure(click.ParamType[Any]):
    """A JSON value, or `@file` that holds one; `@file.yaml` holds YAML."""

    name = "json"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value, as JSON gives it."""
        if not isinstance(value, str):
            return value
        try:
            return structure_of(Path(value[1:])) if value.startswith("@") else json.loads(value)
        except OSError as problem:
            self.fail(f"读不到文件：{problem.filename}", param, ctx)
        except ValueError:
            self.fail("不是 JSON；列表写成 '[\"甲\"]'，或用 @文件（JSON 或 .yaml）", param, ctx)


class Content(click.ParamType[Any]):
    """The bytes of `@file`, for the wire; what is no `@file` is Base64 already."""

    name = "content"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Base64."""
        if not value.startswith("@"):
            return value
        try:
            return base64.b64encode(Path(value[1:]).read_bytes()).decode()
        except OSError as problem:
            self.fail(f"读不到文件：{problem.filename}", param, ctx)


def _common(verb: Verb) -> list[click.Option]:
    who = click.Option(
        ["--as", "who"],
        default="administrator:local",
        show_default=True,
        help="以谁的身份：岗位:编号",
    )
    as_json = click.Option(["--json", "as_json"], is_flag=True, help="输出 JSON")
    if not verb.writes:
        return [who, as_json]
    id_ = click.Option(["--command-id", "command_id"], help="提交编号；原样重复即得同一结果")
    return [who, as_json, id_]


def _caller(service: str, verb: Verb) -> Any:
    @click.pass_obj
    def call(settings: SiteSettings, /, who: str, as_json: bool, **given: Any) -> None:
        payload = {name: value for name, value in given.items() if value is not None}
        if verb.writes:
            payload.setdefault("command_id", str(uuid.uuid4()))  # noqa: TID251 - the caller is here
        with open_line(settings) as line:
            reply = line.ask(service, verb.name, payload, who)
        finish(service, reply, payload.get("command_id"), as_json=as_json)

    return call


def _examples(noun: str, word: str, verb: Verb) -> str:
    least = {k: v for k, v in sample(verb.takes, whole=False).items() if k != "command_id"}
    role = next(r for r in verb.roles if r != "system")
    start = f"  tiaojie {noun} {word}{''.join(_shown(k, v) for k, v in least.items())}"
    return "\n".join((start, f"{start} --as {role}:x-01", f"{start} --json"))


def _shown(name: str, value: Any) -> str:
    flag = f" --{name.replace('_', '-')}"
    if isinstance(value, bool):
        return flag
    return f"{flag} {shlex.quote(_written(name, value))}"


def _written(name: str, value: Any) -> str:
    """As one would write it in a shell: what has parts of its own stands better in a file."""
    if name.endswith(BYTES):
        return "@scan.pdf"
    if isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict)):
        return f"@{name}.json"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
