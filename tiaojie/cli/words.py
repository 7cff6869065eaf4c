"""Chinese words for field names and codes, from `words.yaml`; what it lacks is shown as it is."""

from functools import cache
from importlib import resources

import yaml


@cache
def _words() -> dict[str, dict[str, str]]:
    text = resources.files("shared.contracts").joinpath("words.yaml").read_text("utf-8")
    loaded: dict[str, dict[str, str]] = yaml.safe_load(text)
    return loaded


def label(name: str) -> str:
    """The Chinese name of a field."""
    return _words()["fields"].get(name, name)


def say(code: str) -> str:
    """The Chinese word of a code with the code behind it; other text unchanged."""
    word = _words()["codes"].get(code)
    return f"{word}（{code}）" if word else code
