"""The gate of acceptance (受理, domain.md §1.3): nothing gets round it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from services.intake.rules.people import Party, gaps
from shared.contracts.refused import Refused

# 医疗纠纷预防和处理条例 39: a written agreement is compulsory
WRITTEN_ONLY = ("medical",)


def check_gate(case: Mapping[str, Any], parties: Sequence[Party], on: date) -> None:
    """Refuses the first thing that is missing: a side, a consent, a guardian, the triage."""
    for code, whose in gaps(parties, on):
        raise Refused(code, whose=whose)
    if case["category"] is None:
        raise Refused("not_triaged", field="category")


def may_approve(level: str, role: str, settings: Mapping[str, Any]) -> bool:
    """Whether the profile lets this role accept a case of this level; it may leave it open."""
    approvers = (settings.get("approvals") or {}).get(level)
    return not approvers or role in approvers


def oral_allowed(
    category: str, level: str, manifest: Mapping[str, Any] | None, settings: Mapping[str, Any]
) -> bool:
    """Whether an oral agreement (口头协议, art. 28) will do: not where the law, the sector's
    manifest or the profile asks for a written one from the start.
    """
    if category in WRITTEN_ONLY or not (manifest or {}).get("oral_agreement", True):
        return False
    grounds = settings.get("written_required_when") or ()
    return category not in grounds and level not in grounds


def ends_on(settings: Mapping[str, Any]) -> str:
    """Whether a case ends with its mediation or only when all is performed, as the profile says."""
    return str(settings.get("case_ends_on") or "mediation_ended")
