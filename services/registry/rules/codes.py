"""Codes that people give, held against the code tables of that day."""

from collections.abc import Sequence
from datetime import date

from shared.contracts.refused import Refused
from shared.reference.tables import UnknownCode, table


def check_code(name: str, code: str | None, on: date, field: str) -> None:
    """Refuse `code_unknown` for a code that the table has not on that day."""
    if code is None:
        return
    try:
        table(name).row(code, on)
    except UnknownCode as unknown:
        raise Refused("code_unknown", field=field, given=code) from unknown


def check_specialities(codes: Sequence[str], on: date) -> None:
    """A speciality (擅长领域) is a dispute category or a sector."""
    known = {*table("categories").codes(on), *table("sectors").codes(on)}
    for code in codes:
        if code not in known:
            raise Refused("code_unknown", field="specialities", given=code)
