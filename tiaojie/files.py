"""Files that people write: YAML, with dates left as the words they are written in, and JSON."""

import json
from pathlib import Path
from typing import Any

import yaml

YAML = (".yaml", ".yml")


def structure_of(path: Path) -> Any:
    """What a file says: YAML by its name, else JSON. Raises OSError, ValueError."""
    if path.suffix not in YAML:
        return json.loads(path.read_text("utf-8"))
    try:
        return yaml_of(path)
    except yaml.YAMLError as problem:
        raise ValueError(path.name) from problem


def yaml_of(path: Path) -> Any:
    """A YAML file, with dates left as the words they are written in."""
    loader: Any = type("Words", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(path.read_text("utf-8"), loader)  # noqa: S506 - a SafeLoader
