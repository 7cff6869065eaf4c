"""The reviewed lexicon: YAML beside this file, each entry with the reason it stands."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The C loader reads the whole lexicon in a tenth of the time; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(name: str) -> Any:
    """Give the content of lexicon/`name`.yaml."""
    place = files("services.intake.triage").joinpath("lexicon", f"{name}.yaml")
    return yaml.load(place.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  both loaders are safe ones


@cache
def read_folder(name: str) -> tuple[dict[str, Any], ...]:
    """Give the entries of all files in the folder lexicon/`name`, in the order of file names."""
    folder = files("services.intake.triage").joinpath("lexicon", name)
    names = sorted(file.name.removesuffix(".yaml") for file in folder.iterdir())
    return tuple(entry for file in names for entry in read(f"{name}/{file}"))


@cache
def word_sets() -> dict[str, str]:
    """Give the named word sets as alternatives of a pattern, longest word first."""
    sets = {name: entry["words"].split() for name, entry in read("words").items()}
    return {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in sets.items()}
