"""`docs/api/asyncapi.yaml`: all that the suite says on the bus, as an AsyncAPI 3.0 document. Made
from the contracts, rewritten together with the samples by `python -m shared.testing`.
"""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml
from marshmallow import Schema

from shared.contracts.contract import Contract
from shared.contracts.every_service import COMMON_REFUSALS
from shared.contracts.language import Event, Verb, Words
from shared.testing.json_schema import schema_of
from shared.testing.shapes import contracts
from shared.testing.walk import name_of, named_shapes

FILE = Path(__file__).parents[2] / "docs" / "api" / "asyncapi.yaml"
FRAME = Path(__file__).with_name("asyncapi.yaml")
Tree = dict[str, Any]


def text() -> str:
    """The document as it is committed."""
    return yaml.dump(
        document(),
        Dumper=_Plain,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=120,
    )


class _Plain(yaml.SafeDumper):
    """No anchors: what is said twice is written twice."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def document() -> Tree:
    """The frame, filled from every contract."""
    made: Tree = yaml.safe_load(FRAME.read_text("utf-8"))
    made["info"]["version"] = version("tiaojie")
    made["x-refusals"] = _refusals(COMMON_REFUSALS)
    for contract in contracts():
        made["channels"] |= dict(_channels(contract))
        made["operations"] |= dict(_operations(contract))
        made["components"]["schemas"] |= dict(_schemas(contract))
        made["components"]["messages"] |= dict(_messages(contract))
    return made


def _refusals(known: Mapping[str, Words]) -> Tree:
    return {code: {"zh": words.zh, "en": words.en} for code, words in known.items()}


def _schemas(contract: Contract) -> Iterator[tuple[str, Tree]]:
    shapes = named_shapes(contract)
    kinds = [type(shape) for shape in shapes.values()]

    def named(shape: Schema) -> str:
        return f"{contract.service}.{name_of(type(shape), kinds)}"

    for name, shape in shapes.items():
        yield f"{contract.service}.{name}", schema_of(shape, named)


def _shape(contract: Contract, schema: Schema) -> Tree:
    kinds = [type(shape) for shape in named_shapes(contract).values()]
    return _ref("schemas", f"{contract.service}.{name_of(type(schema), kinds)}")


def _ref(kind: str, name: str) -> Tree:
    return {"$ref": f"#/components/{kind}/{name}"}


def _messages(contract: Contract) -> Iterator[tuple[str, Tree]]:
    for verb in contract.verbs.values():
        name = f"{contract.service}.{verb.name}"
        yield name, _call(contract, verb, name)
        yield f"{name}.answer", _answer(contract, verb, name)
    for event in contract.events.values():
        yield contract.type_of(event.name), _entry(contract, event)


def _call(contract: Contract, verb: Verb, name: str) -> Tree:
    return {
        "name": name,
        **_said(verb.words),
        "traits": [_ref("messageTraits", "call")],
        "payload": _shape(contract, verb.intake),
    }


def _answer(contract: Contract, verb: Verb, name: str) -> Tree:
    """One of three: the answer, a refusal, the id of our fault."""
    inside = {"answer": _shape(contract, verb.outlet)}
    answered = {"type": "object", "required": ["answer"], "properties": inside}
    return {
        "name": f"{name}.answer",
        **_said(verb.words),
        "traits": [_ref("messageTraits", "answer")],
        "payload": {"oneOf": [answered, _ref("schemas", "Refused"), _ref("schemas", "Internal")]},
    }


def _entry(contract: Contract, event: Event) -> Tree:
    """A bell; what its line holds once it is opened stands beside it."""
    audit = event.audience == "audit"
    return {
        "name": contract.type_of(event.name),
        **_said(event.words),
        "traits": [_ref("messageTraits", "bell")],
        "payload": _ref("schemas", "AuditBell" if audit else "Bell"),
        "x-line": {
            "allOf": [_ref("schemas", "Line")],
            "properties": {
                "type": {"const": contract.type_of(event.name)},
                "data": _shape(contract, event.schema),
            },
        },
        "x-audience": event.audience,
    }


def _said(words: Words) -> Tree:
    return {"title": words.zh, "summary": words.en}


def _channels(contract: Contract) -> Iterator[tuple[str, Tree]]:
    service, verbs = contract.service, list(contract.verbs)
    calls, answers = (
        {f"{v}{end}": _ref("messages", f"{service}.{v}{end}") for v in verbs}
        for end in ("", ".answer")
    )
    yield (
        f"{service}.calls",
        {
            "address": f"{service}.{{verb}}",
            **_said(contract.words),
            "parameters": {"verb": {"enum": verbs, "description": "The verb that is asked."}},
            "messages": calls,
            "bindings": _ref("channelBindings", "calls"),
            "x-refusals": _refusals(contract.refusals),
        },
    )
    yield (
        f"{service}.answers",
        {
            "address": None,
            "description": "Where a call's `reply_to` points.",
            "messages": answers,
            "bindings": _ref("channelBindings", "calls"),
        },
    )
    yield f"{service}.journal", _journal(contract)


def _journal(contract: Contract) -> Tree:
    exchange = {"name": f"{contract.service}.journal", "type": "topic", "durable": True}
    types = [contract.type_of(name) for name in contract.events]
    return {
        "address": f"{contract.service}.journal",
        "description": "Its sealed entries, rung with the routing key `entry`.",
        "messages": {type_: _ref("messages", type_) for type_ in types},
        "bindings": {"amqp": {"is": "routingKey", "exchange": exchange}},
    }


def _operations(contract: Contract) -> Iterator[tuple[str, Tree]]:
    for verb in contract.verbs.values():
        yield f"{contract.service}.{verb.name}", _operation(contract.service, verb)
    yield (
        f"{contract.service}.ring",
        {
            "action": "send",
            "summary": "Ring what was sealed; the bell may be lost, the journal may not.",
            "channel": {"$ref": f"#/channels/{contract.service}.journal"},
        },
    )


def _operation(service: str, verb: Verb) -> Tree:
    """A verb, as the service that answers it sees it."""
    asked, answered = f"#/channels/{service}.calls", f"#/channels/{service}.answers"
    return {
        "action": "receive",
        **_said(verb.words),
        "channel": {"$ref": asked},
        "messages": [{"$ref": f"{asked}/messages/{verb.name}"}],
        "reply": {
            "address": {"location": "$message.header#/reply_to"},
            "channel": {"$ref": answered},
            "messages": [{"$ref": f"{answered}/messages/{verb.name}.answer"}],
        },
        "x-roles": list(verb.roles),
        "x-writes": verb.writes,
        "x-limit-s": verb.limit_s,
    }


def rewrite() -> None:
    """Write the document anew."""
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text(), "utf-8")
