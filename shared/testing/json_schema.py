"""JSON Schema (draft 7, as AsyncAPI 3.0 takes it) of the shapes of contracts."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from shared.contracts.fields import Day, Moment
from shared.testing.walk import about, labels

Named = Callable[[Schema], str]  # the name under which a shape stands among the schemas
KINDS: Mapping[type[Any], Mapping[str, Any]] = {
    Day: {"type": "string", "format": "date"},
    Moment: {"type": "string", "format": "date-time"},
    fields.Boolean: {"type": "boolean"},
    fields.Integer: {"type": "integer"},
    fields.String: {"type": "string"},
}


def schema_of(shape: Schema, named: Named) -> dict[str, Any]:
    """An object; what it refuses to know is no property of it."""
    properties = {name: property_of(name, f, named) for name, f in shape.fields.items()}
    required = [name for name, field in shape.fields.items() if field.required]
    return {
        "type": "object",
        "description": about(shape),
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": shape.unknown != "raise",
    }


def property_of(name: str, field: fields.Field[Any], named: Named) -> dict[str, Any]:
    """One field, with its Chinese label and what holds where it is left out."""
    made = {"title": labels()[name], **field_of(field, named)}
    given = field.load_default
    if given is None or isinstance(given, (str, int, bool)):
        made["default"] = given
    return made


def field_of(field: Any, named: Named) -> dict[str, Any]:
    """What a field may be, null among it where it may be."""
    made = _whole(field, named)
    if not field.allow_none:
        return made
    if "$ref" in made:
        return {"oneOf": [made, {"type": "null"}]}
    if "enum" in made:
        made = {**made, "enum": [*made["enum"], None]}
    return {**made, "type": [made["type"], "null"]}


def _whole(field: Any, named: Named) -> dict[str, Any]:
    if isinstance(field, fields.Nested):
        return {"$ref": f"#/components/schemas/{named(field.schema)}"}
    if isinstance(field, fields.List):
        return {"type": "array", "items": field_of(field.inner, named), **_limits(field, "Items")}
    if isinstance(field, fields.Dict):
        return _open(field, named)
    kind = next(made for known, made in KINDS.items() if isinstance(field, known))
    return {**kind, **_limits(field, "Length")}


def _open(field: Any, named: Named) -> dict[str, Any]:
    """Facts whose names belong to data."""
    inner = field.value_field
    values = field_of(inner, named) if inner is not None else True
    return {
        "type": "object",
        "propertyNames": _limits(field.key_field, "Length"),
        "additionalProperties": values,
    }


def _limits(field: fields.Field[Any], measured: str) -> dict[str, Any]:
    """The limits that its validators set; `measured` is what a length counts."""
    found: dict[str, Any] = {}
    for rule in field.validators:
        if isinstance(rule, validate.OneOf):
            found["enum"] = list(rule.choices)
        elif isinstance(rule, validate.Regexp):
            found["pattern"] = _pattern(rule.regex.pattern)
        elif isinstance(rule, validate.Length):
            found |= _span(f"min{measured}", f"max{measured}", rule)
        elif isinstance(rule, validate.Range):
            found |= _span("minimum", "maximum", rule)
    return found


def _span(least: str, most: str, rule: Any) -> dict[str, Any]:
    span = {least: rule.min, most: rule.max}
    return {name: value for name, value in span.items() if value is not None}


def _pattern(python: Any) -> str:
    """A pattern of Python, which matches from the start and ends with `\\Z`, in ECMA 262."""
    inside = python.removesuffix(r"\Z")
    return f"^{inside}$"
