"""Samples and fingerprints of every published shape. `python -m shared.testing` rewrites
them after a contract was changed on purpose; within a version only optional additions are allowed.
"""

import hashlib
import json
from collections.abc import Iterator
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from marshmallow import Schema, fields

from shared.contracts.contract import Contract
from shared.contracts.sample import sample

HOME = Path(str(resources.files("shared.contracts")))
SAMPLES, FINGERPRINTS = HOME / "samples", HOME / "fingerprints.json"


def contracts() -> list[Contract]:
    """Every published contract, by the folders that hold one."""
    found = sorted(f.parent.name for f in HOME.glob("*/__init__.py"))
    return [import_module(f"shared.contracts.{name}").CONTRACT for name in found]


def shapes(contract: Contract) -> Iterator[tuple[str, Schema]]:
    """`(name, schema)` of every command, query, answer and event of a contract."""
    for verb in contract.verb_list:
        yield f"{verb.name}.takes", verb.intake
        yield f"{verb.name}.gives", verb.outlet
    for event in contract.event_list:
        yield f"{event.name}.v{event.version}", event.schema


def structure(field: fields.Field[Any]) -> Any:
    """What of a field a caller can see: its kind, whether it must be there, its limits."""
    about: dict[str, Any] = {"kind": type(field).__name__, "required": field.required}
    about["null"] = field.allow_none
    about["limits"] = sorted(
        repr(rule) for rule in field.validators if "<function" not in repr(rule)
    )
    if isinstance(field, fields.Nested):
        about["of"] = {name: structure(f) for name, f in sorted(field.schema.fields.items())}
    if isinstance(field, fields.List):
        about["of"] = structure(field.inner)
    return about


def fingerprint(schema: Schema) -> str:
    """Twelve hex digits that change when the shape does."""
    seen = {name: structure(field) for name, field in sorted(schema.fields.items())}
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def fingerprints() -> dict[str, str]:
    """Of all shapes, by `service.verb.takes`."""
    every = ((c.service, name, schema) for c in contracts() for name, schema in shapes(c))
    return {f"{service}.{name}": fingerprint(schema) for service, name, schema in every}


def rewrite() -> None:
    """Write samples and fingerprints anew; a sample of an older shape is kept beside it by hand."""
    for contract in contracts():
        folder = SAMPLES / contract.service
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in shapes(contract):
            text = json.dumps(sample(schema), ensure_ascii=False, indent=2, sort_keys=True)
            (folder / f"{name}.json").write_text(text + "\n", "utf-8")
    text = json.dumps(fingerprints(), indent=2, sort_keys=True)
    FINGERPRINTS.write_text(text + "\n", "utf-8")
