"""The papers of a volume (人民调解文书): names, places in the volume and needed fields, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

FOLDER = Path(__file__).parent


class UnknownForm(LookupError):
    """No paper of this code, or one that we do not print ourselves."""


@dataclass(frozen=True)
class Form:
    """One kind of paper.

    `version` is the date (ISO) of our edition, `order` the place in the volume (None: never bound),
    `required_when` a code of `conditions()`; `fields` maps the name of each needed field to its
    Chinese label. `printed` is False for papers that come as scans.
    """

    code: str
    zh: str
    en: str
    version: str
    order: int | None
    required_when: str
    article: str
    fields: Mapping[str, str]
    printed: bool


@cache
def forms() -> Mapping[str, Form]:
    """Every paper by its code."""
    return MappingProxyType({code: _form(code, row) for code, row in _book()["forms"].items()})


@cache
def conditions() -> Mapping[str, str]:
    """When a paper is due: code to Chinese words."""
    return MappingProxyType(_book()["conditions"])


def printed_form(code: str) -> Form:
    """The form of this code that we print ourselves; UnknownForm when there is none."""
    form = forms().get(code)
    if form is None or not form.printed:
        raise UnknownForm(code)
    return form


@cache
def _book() -> dict[str, Any]:
    return dict(yaml.safe_load((FOLDER / "forms.yaml").read_text(encoding="utf-8")))


def _form(code: str, row: Mapping[str, Any]) -> Form:
    return Form(
        code=code,
        zh=row["zh"],
        en=row["en"],
        version=row.get("version", _book()["edition"]),
        order=row.get("order"),
        required_when=row["required_when"],
        article=row["article"],
        fields=MappingProxyType(row.get("fields", {})),
        printed=row.get("template", True),
    )
