"""Published periods and rules of this service: tables with effective dates beside this file."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shared.reference.tables import Table, parse

_FOLDER = files("services.mediation_session.rules").joinpath("tables")


@cache
def published(name: str) -> Table:
    """A code table of this service, such as "clocks"."""
    return parse(name, _text(name))


@cache
def rows(name: str) -> Sequence[Mapping[str, Any]]:
    """The rows of a list of rules, such as "wording", in their order."""
    return tuple(yaml.safe_load(_text(name))["rows"])


def _text(name: str) -> str:
    return _FOLDER.joinpath(f"{name}.yaml").read_text(encoding="utf-8")
