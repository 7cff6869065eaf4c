"""Numbers of the law with their days, from limits.yaml."""

from datetime import date
from functools import cache
from importlib.resources import files

from shared.reference.tables import Table, UnknownCode, parse


def limit(code: str, on: date) -> int | None:
    """The number that the law sets on that day; None if we know of none."""
    try:
        return int(_limits().row(code, on).more["value"])
    except UnknownCode:
        return None


@cache
def _limits() -> Table:
    text = files("services.registry").joinpath("limits.yaml").read_text(encoding="utf-8")
    return parse("limits", text)
