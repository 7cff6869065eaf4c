"""The row of an oral agreement (art. 28, 30): in effect from the moment it was reached."""

from collections.abc import Mapping
from typing import Any

from services.mediation_session.rules.line import hash_of

NOT_CONFIRMABLE = "oral"  # "put it in writing" (walks.md case 5)


def head(mediation: Mapping[str, Any], id_: str) -> dict[str, Any]:
    """What the line of an oral agreement names beside its terms."""
    names = ("committee", "committee_name", "number", "category")
    return {"agreement": id_, "case": mediation["id"], **{n: mediation[n] for n in names}}


def row(case: str, id_: str, line: str) -> dict[str, Any]:
    """The columns that are the same for every oral agreement."""
    return {
        "id": id_,
        "case": case,
        "form": "oral",
        "state": "effective",
        "replaces": None,
        "clauses": [],
        "findings": [],
        "reasons": [NOT_CONFIRMABLE],
        "paper_only": False,
        "sector_check": "none",
        "line": line,
        "hash": hash_of(line),
        "complete": False,
        "followed_up": False,
    }
