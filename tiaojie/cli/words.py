"""Chinese words for field names and codes, from `words.yaml`; what it lacks is shown as it is."""

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def _words() -> dict[str, Any]:
    text = resources.files("shared.contracts").joinpath("words.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def label(name: str) -> str:
    """The Chinese name of a field."""
    word: str = _words()["fields"].get(name, name)
    return word


def say(code: str, field: str = "") -> str:
    """The Chinese word of a code with the code behind it; other text unchanged. Codes that are
    bare digits have a word in their own field alone.
    """
    word = _words()["codes_of"].get(field, _words()["codes"]).get(code)
    return f"{word}（{code}）" if word else code
