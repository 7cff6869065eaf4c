"""A sample of every shape, made from its schema: for help texts, committed samples and tests."""

from typing import Any

from marshmallow import Schema, fields, validate

from shared.contracts.fields import Day, Moment

BY_NAME = {
    "command_id": "c-0001",
    "division": "220122100201",
    "to_division": "220122100000",
    "phone": "13800000000",
    "day": "2026-03-02",
}


def sample(shape: type[Schema] | Schema, *, whole: bool = True) -> dict[str, Any]:
    """A well-formed payload: all fields if `whole`, else only those that are required."""
    schema = shape() if isinstance(shape, type) else shape
    wanted = schema.fields.items()
    return {name: value_of(name, f) for name, f in wanted if whole or f.required}


def value_of(name: str, field: fields.Field[Any]) -> Any:
    """A sample value of one field."""
    if isinstance(field, fields.Nested):
        return sample(field.schema)
    if isinstance(field, fields.List):
        return [value_of(name, field.inner)]
    if isinstance(field, fields.Dict):
        return {}
    return _scalar(name, field)


def _scalar(name: str, field: fields.Field[Any]) -> Any:
    choices = [c for v in field.validators for c in getattr(v, "choices", ())]
    if choices:
        return choices[0]
    by_kind: dict[Any, Any] = {Day: "2026-03-02", Moment: "2026-03-02T09:30:00+08:00"}
    by_kind |= {fields.Boolean: True, fields.Integer: 1}
    for kind, value in by_kind.items():
        if isinstance(field, kind):
            return value
    return BY_NAME.get(name) or _word(field)


def _word(field: fields.Field[Any]) -> str:
    """A word that fits the field's pattern: a division, an id or code, else plain words."""
    for rule in field.validators:
        if isinstance(rule, validate.Regexp):
            pattern: Any = rule.regex
            return next(word for word in ("a-1", "220122100201", "a") if pattern.match(word))
    return "某"
