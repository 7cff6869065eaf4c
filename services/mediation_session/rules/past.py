"""A mediation recorded afterwards (补录, walks.md case 5): what was wrong with it is recorded and
shown, never refused.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from services.mediation_session.rules.clock import local

DEFECTS = (
    "notice_missing",
    "notice_late",
    "session_missing",
    "mediator_missing",
    "written_form_due",
    "overdue",
)


def defects(
    note: Mapping[str, Any], mediators: int, due_on: date | None, *, oral_allowed: bool
) -> list[str]:
    """Codes of the rules that were not kept, in a fixed order."""
    found = set(_sittings(note))
    if not mediators:
        found.add("mediator_missing")
    if note.get("written_due") or not oral_allowed:
        found.add("written_form_due")
    if due_on is not None and ended_on(note) > due_on:
        found.add("overdue")
    return [code for code in DEFECTS if code in found]


def ended_on(note: Mapping[str, Any]) -> date:
    """A past mediation ended on the day on which its agreement was reached (art. 30)."""
    return date.fromisoformat(local(note["agreement"]["reached_at"])[:10])


def _sittings(note: Mapping[str, Any]) -> Iterator[str]:
    sessions, told = note["sessions"], note["notice_at"]
    if told is None:
        yield "notice_missing"
    if not sessions:
        yield "session_missing"
    begun = [datetime.fromisoformat(s["happened_at"]) for s in sessions]
    if told and begun and datetime.fromisoformat(told) > min(begun):
        yield "notice_late"
