"""Going through the shapes of a contract: which there are, and what they are called outside."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml
from marshmallow import Schema, fields

from shared.contracts.contract import Contract
from shared.contracts.language import Answer, Data
from shared.testing.shapes import HOME


@cache
def labels() -> dict[str, str]:
    """The Chinese label of each field name."""
    words = yaml.safe_load((HOME / "words.yaml").read_text("utf-8"))
    known: dict[str, str] = words["fields"]
    return known


def named_shapes(contract: Contract) -> dict[str, Schema]:
    """Every shape by its name outside, what lies inside another before it. Where an answer and a
    part of a command share a name, the answer's is `…Shown`.
    """
    found: dict[type[Schema], Schema] = {}
    for schema in _roots(contract):
        for inner in _inside_out(schema):
            found.setdefault(type(inner), inner)
    return {name_of(type(s), found): s for s in found.values()}


def name_of(kind: type[Schema], among: Any) -> str:
    """What a shape is called among others."""
    twins = [other for other in among if other.__name__ == kind.__name__]
    if len(twins) == 1 or not issubclass(kind, (Answer, Data)):
        return kind.__name__
    return f"{kind.__name__}Shown"


def _roots(contract: Contract) -> Iterator[Schema]:
    for verb in contract.verbs.values():
        yield from (verb.intake, verb.outlet)
    yield from (event.schema for event in contract.events.values())


def _inside_out(schema: Schema) -> Iterator[Schema]:
    for field in schema.fields.values():
        for nested in _nested(field):
            yield from _inside_out(nested.schema)
    yield schema


def _nested(field: Any) -> Iterator[fields.Nested]:
    if isinstance(field, fields.Nested):
        yield field
    inner = getattr(field, "inner", None) or getattr(field, "value_field", None)
    if inner is not None:
        yield from _nested(inner)


def choices(field: fields.Field[Any]) -> list[str]:
    """The codes of a field, if its list belongs to the contract."""
    return [code for rule in field.validators for code in getattr(rule, "choices", ())]


def about(schema: Schema) -> str:
    """What the shape's docstring says, in one line; a shape without one has its name."""
    return " ".join((type(schema).__doc__ or f"{type(schema).__name__}.").split())
