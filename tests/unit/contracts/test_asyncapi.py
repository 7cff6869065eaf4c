"""The AsyncAPI document is whole and the contracts' own; its schemas take what the shapes take."""

import json
import re

import pytest
from marshmallow import ValidationError

from shared.contracts import fields
from shared.contracts.language import Command, Part, Query
from shared.testing.asyncapi import FILE, document, text
from shared.testing.json_schema import schema_of
from shared.testing.shapes import SAMPLES, contracts, shapes

CONTRACTS = contracts()
DOCUMENT = document()
COMPONENTS = DOCUMENT["components"]
EVERY = [(c.service, name, schema) for c in CONTRACTS for name, schema in shapes(c)]
IDS = [f"{service}.{name}" for service, name, _ in EVERY]
TYPES = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}


def test_document_is_the_one_committed():
    assert FILE.read_text("utf-8") == text(), "make contracts"


def found(ref):
    at = DOCUMENT
    for step in ref.removeprefix("#/").split("/"):
        at = at[step]
    return at


def refs(tree):
    if isinstance(tree, dict):
        if isinstance(tree.get("$ref"), str):
            yield tree["$ref"]
        for value in tree.values():
            yield from refs(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from refs(value)


def test_every_reference_leads_somewhere():
    assert [ref for ref in refs(DOCUMENT) if found(ref) is None] == []


def test_no_schema_and_no_message_is_left_over():
    named = set(refs(DOCUMENT))
    for kind in ("schemas", "messages"):
        unused = [n for n in COMPONENTS[kind] if f"#/components/{kind}/{n}" not in named]
        assert unused == []


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_every_verb_is_an_operation_with_its_answer_and_its_roles(contract):
    for verb in contract.verbs.values():
        operation = DOCUMENT["operations"][f"{contract.service}.{verb.name}"]
        (asked,), (answered,) = operation["messages"], operation["reply"]["messages"]
        name = f"#/components/messages/{contract.service}.{verb.name}"
        assert (found(asked["$ref"])["$ref"], operation["x-roles"]) == (name, list(verb.roles))
        assert found(answered["$ref"])["$ref"] == f"{name}.answer"
        outcomes = found(f"{name}.answer")["payload"]["oneOf"]
        assert [next(refs(o)).rpartition("/")[2] for o in outcomes[1:]] == [
            "Refused",
            "Internal",
        ]


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_every_event_rings_in_its_journal_and_every_refusal_is_named(contract):
    journal = DOCUMENT["channels"][f"{contract.service}.journal"]
    assert set(journal["messages"]) == {contract.type_of(name) for name in contract.events}
    calls = DOCUMENT["channels"][f"{contract.service}.calls"]
    assert {code: w.zh for code, w in contract.refusals.items()} == {
        code: said["zh"] for code, said in calls["x-refusals"].items()
    }


def test_audit_entry_rings_without_its_line():
    for contract in CONTRACTS:
        for event in contract.events.values():
            message = COMPONENTS["messages"][contract.type_of(event.name)]
            audit = message["payload"]["$ref"] == "#/components/schemas/AuditBell"
            assert audit == (event.audience == "audit")


def test_users_prove_themselves_to_the_broker():
    assert COMPONENTS["securitySchemes"]["user"]["type"] == "userPassword"
    header = COMPONENTS["messageTraits"]["call"]["headers"]["properties"]
    assert set(header) == {"tj-ttl-ms", "tj-correlation", "tj-principal"}


def fits(value, schema, schemas):
    """Whether a value fits a schema, by the keywords that we make and no others."""
    if "$ref" in schema:
        return fits(value, schemas[schema["$ref"].rpartition("/")[2]], schemas)
    if "oneOf" in schema:
        return sum(fits(value, one, schemas) for one in schema["oneOf"]) == 1
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(type(value) is TYPES[kind] for kind in kinds):
        return False
    if value is None:
        return "enum" not in schema or None in schema["enum"]
    return all(check(value, schema, schemas) for check in (measured, filled, listed))


def measured(value, schema, _schemas):
    size = value if isinstance(value, int) else len(value)
    least = schema.get("minimum", schema.get("minLength", schema.get("minItems", size)))
    most = schema.get("maximum", schema.get("maxLength", schema.get("maxItems", size)))
    pattern = schema.get("pattern", "")
    known = value in schema.get("enum", [value])
    return known and least <= size <= most and (not pattern or bool(re.search(pattern, value)))


def filled(value, schema, schemas):
    if not isinstance(value, dict):
        return True
    known, more = schema.get("properties", {}), schema["additionalProperties"]
    if set(schema.get("required", ())) - set(value) or (more is False and set(value) - set(known)):
        return False
    return all(fits(v, known[k], schemas) for k, v in value.items() if k in known)


def listed(value, schema, schemas):
    return not isinstance(value, list) or all(fits(v, schema["items"], schemas) for v in value)


def payload_of(service, name):
    kind = name.rpartition(".")[2]
    message = COMPONENTS["messages"][
        f"{service}.{name.removesuffix('.takes').removesuffix('.gives')}"
    ]
    if kind == "takes":
        return message["payload"]
    if kind == "gives":
        answer = COMPONENTS["messages"][f"{message['name']}.answer"]
        return answer["payload"]["oneOf"][0]["properties"]["answer"]
    return message["x-line"]["properties"]["data"]


@pytest.mark.parametrize(("service", "name", "_schema"), EVERY, ids=IDS)
def test_committed_sample_fits_its_schema(service, name, _schema):
    given = json.loads((SAMPLES / service / f"{name}.json").read_text("utf-8"))
    assert fits(given, payload_of(service, name), COMPONENTS["schemas"])


class Side(Part):
    """A side."""

    name = fields.name(required=True)


class Trial(Command):
    """All that a field may be."""

    case = fields.id_(required=True)
    role = fields.code(("a", "b"), load_default=None, allow_none=True)
    category = fields.code()
    division = fields.division()
    age = fields.count(limit=9)
    reached = fields.flag()
    parties = fields.many(Side, least=1)
    party = fields.one(Side, load_default=None, allow_none=True)
    settings = fields.facts()


MADE = {type(s).__name__: schema_of(s, lambda n: type(n).__name__) for s in (Trial(), Side())}
WHOLE = {"command_id": "x", "case": "c-1"}
WRONG = [
    {"case": ""},
    {"case": "-"},
    {"case": None},
    {"case": 7},
    {"role": "c"},
    {"category": "A"},
    {"division": "22012210020"},
    {"division": "2201221002010"},
    {"age": 10},
    {"age": -1},
    {"age": "1"},
    {"age": True},
    {"reached": "true"},
    {"parties": []},
    {"parties": [{}]},
    {"parties": [{"name": ""}]},
    {"parties": [{"name": "某" * 61}]},
    {"parties": [{"name": "某", "more": 1}]},
    {"party": {"name": 1}},
    {"settings": []},
    {"more": 1},
]
RIGHT = [
    {},
    {"role": None},
    {"role": "b"},
    {"category": "a_1"},
    {"division": "220122100201"},
    {"age": 9},
    {"age": 0},
    {"reached": False},
    {"parties": [{"name": "某" * 60}]},
    {"party": None},
    {"party": {"name": "某"}},
    {"settings": {"a": [1]}},
    {"version": None},
]


def loads(payload):
    try:
        Trial().load(payload)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("more", [*WRONG, *RIGHT], ids=str)
def test_schema_takes_what_the_shape_takes_and_refuses_what_it_refuses(more):
    payload = {**WHOLE, **more}
    assert fits(payload, MADE["Trial"], MADE) == loads(payload) == (more in RIGHT)


def test_what_must_be_there_must_be_there():
    assert not fits({"command_id": "x"}, MADE["Trial"], MADE)
    assert schema_of(type("None_", (Query,), {})(), str) == {
        "type": "object",
        "description": "None_.",
        "properties": {},
        "additionalProperties": False,
    }


def test_defaults_dates_and_labels_are_told():
    made = MADE["Trial"]["properties"]
    assert made["role"] == {
        "title": "岗位或身份",
        "type": ["string", "null"],
        "enum": ["a", "b", None],
        "default": None,
    }
    assert made["happened_at"]["format"] == "date-time"
    assert "default" not in made["case"]
