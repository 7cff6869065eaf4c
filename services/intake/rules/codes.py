"""Codes that belong to published tables, checked for the day of the act."""

from collections.abc import Iterable
from datetime import date

from shared.contracts.refused import Refused
from shared.reference.tables import UnknownCode, table


def check(name: str, code: str | None, on: date, field: str) -> None:
    """Refuses `code_unknown` for a code that the table does not have on that day."""
    if code is not None and code not in table(name).codes(on):
        raise Refused("code_unknown", field=field, table=name)


def check_all(name: str, codes: Iterable[str], on: date, field: str) -> None:
    for code in codes:
        check(name, code, on, field)


def zh(name: str, code: str | None, on: date) -> str | None:
    """What a form prints for a code; the code itself where the table had it on another day."""
    if code is None:
        return None
    try:
        return table(name).row(code, on).zh
    except UnknownCode:
        return code
