"""`client/tiaojie_client/<service>.py`, made from the contracts: shapes as TypedDict, a function a
verb. Rewritten together with the samples by `python -m shared.testing`.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from keyword import iskeyword
from pathlib import Path
from textwrap import wrap
from typing import Any

from marshmallow import Schema, fields

from shared.contracts import every_service
from shared.contracts.contract import Contract
from shared.contracts.fields import Day, Moment
from shared.contracts.language import Command, Event, Verb
from shared.testing.shapes import contracts
from shared.testing.walk import about, choices, labels, name_of, named_shapes

HOME = Path(__file__).parents[2] / "client" / "tiaojie_client"
SCALARS: Mapping[type[Any], str] = {
    Day: "Day",
    Moment: "Moment",
    fields.Boolean: "bool",
    fields.Integer: "int",
    fields.String: "str",
}
EVERY = "every_service"  # the module of what all services are asked alike
HEAD = '''"""{about}

{made}; a change here is lost.
"""
# ruff: noqa: E501

from __future__ import annotations

from typing import Any, Literal, TypedDict

from tiaojie_client.client import Client
from tiaojie_client.values import Day, Moment
'''


def module(contract: Contract) -> str:
    """The text of one service's module, formatted."""
    return formatted("\n\n".join([*_parts(contract), ""]))


def shared_module(contract: Contract) -> str:
    """The text of the module of shapes that every service has; any contract has them all."""
    kinds, shapes = _shapes(contract)
    parts = [_shape(name, schema, kinds) for name, schema in shapes.items() if _is_shared(schema)]
    head = HEAD.format(
        about="What every service can be asked alike, typed.",
        made="Made by `make contracts` from what all contracts share",
    )
    return formatted("\n\n".join([head, *parts, ""]))


def _shapes(contract: Contract) -> tuple[list[type[Schema]], dict[str, Schema]]:
    shapes = named_shapes(contract)
    return [type(schema) for schema in shapes.values()], shapes


def _is_shared(schema: Schema) -> bool:
    return type(schema).__module__ == every_service.__name__


def formatted(text: str) -> str:
    """As `ruff format` leaves it; imports that this service does not need are dropped."""
    tidy = ("check", "--select", "E501,F401,I001,RUF100", "--fix", "--quiet")
    return _ruff(tidy, _ruff(("format",), text))


def _ruff(command: tuple[str, ...], text: str) -> str:
    ruff = Path(sys.executable).with_name("ruff")
    name = HOME / "made.py"
    made = subprocess.run(  # noqa: S603 - our own tool on our own text
        [str(ruff), *command, "--stdin-filename", str(name), "-"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout


def _parts(contract: Contract) -> Iterator[str]:
    kinds, shapes = _shapes(contract)
    said = f"{contract.words.zh}. {contract.words.en}: what `{contract.service}` can be asked"
    made = "Made from the contract by `make contracts`"
    yield HEAD.format(about=f"{said} and what it tells, typed.", made=made)
    shared = (name for name, schema in shapes.items() if _is_shared(schema))
    yield f"from tiaojie_client.{EVERY} import {', '.join(shared)}"
    yield "\n".join(_event_name(contract, event) for event in contract.events.values())
    for name, schema in shapes.items():
        if not _is_shared(schema):
            yield _shape(name, schema, kinds)
    for verb in contract.verbs.values():
        yield _function(contract.service, verb, kinds)


def _event_name(contract: Contract, event: Event) -> str:
    type_ = contract.type_of(event.name)
    said = f"{event.words.zh} {event.words.en}; data: {event.carries.__name__}"
    return f'{event.name.upper()} = "{type_}"\n"""{said}"""'


def _shape(name: str, schema: Schema, kinds: list[type[Schema]]) -> str:
    """A TypedDict; what may be left out of a request stands in a second one upon the first."""
    typed = {n: (f, _type(f, kinds)) for n, f in schema.fields.items()}
    must = {n: t for n, (f, t) in typed.items() if not _may_be_left_out(schema, n, f)}
    may = {n: t for n, (_, t) in typed.items() if n not in must}
    if any(iskeyword(n) for n in typed):
        return _by_call(name, about(schema), must, may)
    first = [_class(f"_{name}", "TypedDict", "What must be there.", must)] if may and must else []
    if not may:
        return _class(name, "TypedDict", about(schema), must)
    above = f"_{name}, total=False" if must else "TypedDict, total=False"
    return "\n\n".join([*first, _class(name, above, about(schema), may)])


def _may_be_left_out(schema: Schema, name: str, field: fields.Field[Any]) -> bool:
    """The client makes a command's id where none is given; an answer has all its fields."""
    if schema.unknown != "raise":
        return False
    return not field.required or (isinstance(schema, Command) and name == "command_id")


def _class(name: str, above: str, said: str, typed: Mapping[str, str]) -> str:
    lines = [f"class {name}({above}):", *_docstring([said])]
    lines += [f"    {n}: {t}  # {labels()[n]}" for n, t in typed.items()]
    return "\n".join(lines)


def _by_call(name: str, said: str, must: Mapping[str, str], may: Mapping[str, str]) -> str:
    """A name such as `from` is no attribute: such a shape is made by a call."""
    if any(iskeyword(n) for n in may):
        raise ValueError(f"{name}: a keyword that may be left out has no form in Python 3.9")
    inside = ", ".join(f'"{n}": "{t}"' for n, t in must.items())
    made = f'_{name} = TypedDict("_{name}", {{{inside}}})'
    return f"{made}\n\n{_class(name, f'_{name}, total=False', said, may)}"


def _docstring(paragraphs: list[str]) -> list[str]:
    lines = [line for p in paragraphs for line in ("", *wrap(p, 92))][1:]
    if len(lines) == 1:
        return [f'    """{lines[0]}"""']
    return [f'    """{lines[0]}', *(f"    {line}" if line else "" for line in lines[1:]), '    """']


def _type(field: fields.Field[Any], kinds: list[type[Schema]]) -> str:
    said = _whole_type(field, kinds)
    return f"{said} | None" if field.allow_none else said


def _whole_type(field: Any, kinds: list[type[Schema]]) -> str:
    if isinstance(field, fields.Nested):
        return name_of(type(field.schema), kinds)
    if isinstance(field, fields.List):
        return f"list[{_type(field.inner, kinds)}]"
    if isinstance(field, fields.Dict):
        return f"dict[str, {_type(field.value_field, kinds) if field.value_field else 'Any'}]"
    if codes := choices(field):
        return f"Literal[{', '.join(repr(code) for code in codes)}]"
    return next(said for kind, said in SCALARS.items() if isinstance(field, kind))


def _function(service: str, verb: Verb, kinds: list[type[Schema]]) -> str:
    shape, gives = name_of(verb.takes, kinds), name_of(verb.gives, kinds)
    kind = "command" if verb.writes else "query"
    needs = any(not _may_be_left_out(verb.intake, n, f) for n, f in verb.intake.fields.items())
    request = f"request: {shape}" if needs else f"request: {shape} | None = None"
    given = "request" if needs else "request or {}"
    said = [f"{verb.words.zh}。{verb.words.en}.", f"Roles: {', '.join(verb.roles)}."]
    takes = f"client: Client, {request}, limit_s: float = {verb.limit_s}"
    head = f"def {verb.name}({takes}) -> {gives}:"
    call = f'client.{kind}("{service}", "{verb.name}", {given}, limit_s)'
    body = [f"    answer: {gives} = {call}", "    return answer"]
    return "\n".join([head, *_docstring(said), *body])


def rewrite() -> None:
    """Write the module of every service, and of what they share, anew."""
    (HOME / f"{EVERY}.py").write_text(shared_module(next(iter(contracts()))), "utf-8")
    for contract in contracts():
        (HOME / f"{contract.service}.py").write_text(module(contract), "utf-8")
