"""A story file: which dispute opens it, where it was moved to, what the people then do.

Steps are data: who, which verb, with what, what must come of it. What people decide (consent,
clauses, signatures, rulings) stands here and nowhere in code.
"""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tiaojie.files import yaml_of

HOME = Path(__file__).parents[2] / "deploy" / "demo"
EACH = re.compile(r"@([a-z]+)")
NAME = re.compile(r"\$\{?([a-z_][a-z0-9_]*)\}?")


class StoryBroken(Exception):
    """A step did not come out as the story says; the text names step and difference."""


@dataclass(frozen=True)
class Step:
    """One act.

    do       `service.verb`; a read is a step too
    with_    its payload; `$name` stands for what an earlier step kept
    keep     name → dotted path into the answer
    expect   what the answer must contain
    refused  the refusal code that must come instead of an answer
    """

    say: str
    do: str
    who: str = "administrator:local"
    at: datetime | None = None
    with_: Mapping[str, Any] = field(default_factory=dict)
    keep: Mapping[str, str] = field(default_factory=dict)
    expect: Mapping[str, Any] = field(default_factory=dict)
    refused: str | None = None
    law: tuple[str, ...] = ()

    @property
    def service(self) -> str:
        """Whose verb it is."""
        return self.do.partition(".")[0]

    @property
    def verb(self) -> str:
        """The verb's name."""
        return self.do.partition(".")[2]


@dataclass(frozen=True)
class Story:
    """A story as its file tells it, with the record whose words open it."""

    name: str
    title: str
    moved_to: str
    record: Mapping[str, Any]
    starts: datetime
    steps: tuple[Step, ...]


def names() -> list[str]:
    """The stories there are, in the order in which they are best read."""
    order: list[str] = yaml_of(HOME / "stories.yaml")["order"]
    return order


def load(name: str) -> Story:
    """Read one story."""
    told = yaml_of(HOME / "stories" / f"{name}.yaml")
    steps = tuple(_step(one) for step in told["steps"] for one in each(step))
    record = record_of(told["record"])
    starts = datetime.fromisoformat(told["starts"])
    return Story(name, told["title"], told["moved_to"], record, starts, steps)


def each(step: dict[str, Any]) -> list[dict[str, Any]]:
    """A step with `each: {name: [values]}` stands for one step a value; `@name` is the value, and
    several names run side by side.
    """
    lists: dict[str, list[Any]] = step.pop("each", {})
    if not lists:
        return [step]
    rows = zip(*lists.values(), strict=True)
    return [_with(step, dict(zip(lists, row, strict=True))) for row in rows]


def _with(value: Any, row: Mapping[str, Any]) -> Any:
    if isinstance(value, dict):
        return {key: _with(inner, row) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with(inner, row) for inner in value]
    if not isinstance(value, str):
        return value
    whole = EACH.fullmatch(value)
    return row[whole[1]] if whole else EACH.sub(lambda m: str(row[m[1]]), value)


def _step(told: dict[str, Any]) -> Step:
    at = told.pop("at", None)
    told["at"] = datetime.fromisoformat(at) if at else None
    told["law"] = tuple(told.pop("law", ()))
    told["with_"] = told.pop("with", {})
    return Step(**told)


def record_of(id_: str) -> Mapping[str, Any]:
    """One published dispute by its id."""
    for line in (HOME / "disputes.jsonl").read_text("utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        if record["id"] == id_:
            return record
    raise StoryBroken(f"没有编号为 {id_} 的纠纷")


def with_files(payload: dict[str, Any]) -> dict[str, Any]:
    """`{file: x.yaml}` stands for the content of a file beside the stories, `{base64: x.pdf}` for
    its bytes.
    """
    return {name: _from_file(value) for name, value in payload.items()}


def _from_file(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"file"}:
        return yaml_of((HOME / value["file"]).resolve())
    if isinstance(value, dict) and set(value) == {"base64"}:
        return base64.b64encode((HOME / value["base64"]).read_bytes()).decode()
    return value


def filled(value: Any, kept: Mapping[str, Any]) -> Any:
    """`value` with every `$name` replaced: whole strings keep the kept value's type."""
    if isinstance(value, dict):
        return {key: filled(inner, kept) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, kept) for inner in value]
    if not isinstance(value, str):
        return value
    whole = NAME.fullmatch(value)
    if whole:
        return kept[whole[1]]
    return NAME.sub(lambda m: str(kept[m[1]]), value)


def picked(answer: Any, path: str) -> Any:
    """A value by its dotted path: `courts.0.court`."""
    for part in path.split("."):
        answer = answer[int(part)] if part.isdigit() else answer[part]
    return answer


def difference(expected: Any, got: Any, where: str = "") -> str | None:
    """The first place where `got` lacks what is expected; None where it has it all."""
    if isinstance(expected, dict):
        for key, inner in expected.items():
            missing = not isinstance(got, dict) or key not in got
            if missing or (found := difference(inner, got[key], f"{where}.{key}")):
                return f"{where}.{key} 缺失" if missing else found
        return None
    return None if expected == got else f"{where} 应为 {expected}，实为 {got}"
