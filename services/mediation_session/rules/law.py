"""Law explained while mediating (谁调解谁普法, art. 21-22; 法治宣传教育法 30), codes of tables."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from shared.contracts.refused import Refused
from shared.reference.statutes import cite
from shared.reference.tables import UnknownCode, table


def check_law(explained: Sequence[Mapping[str, Any]]) -> None:
    """Each article stands under a packaged statute; refuses `statute_unknown`."""
    for place, law in enumerate(explained):
        try:
            cite(law["statute"], law["article"])
        except (LookupError, ValueError) as problem:
            raise Refused("statute_unknown", field=f"law.{place}") from problem


def said(law: Mapping[str, Any]) -> str:
    """One article as the record prints it."""
    words = f"：{law['words']}" if law.get("words") else ""
    return f"{cite(law['statute'], law['article'])}{words}"


def check_code(name: str, code: str, on: date, field: str) -> None:
    """A code of the Ministry's tables that holds on a day; refuses `code_unknown`."""
    try:
        table(name).row(code, on)
    except UnknownCode as problem:
        raise Refused("code_unknown", field=field) from problem


def check_prevented(prevented: Iterable[Mapping[str, Any]], on: date) -> None:
    """Kinds of what was kept from happening (防止矛盾激化)."""
    for place, row in enumerate(prevented):
        check_code("prevented_kinds", row["kind"], on, f"prevented.{place}.kind")
