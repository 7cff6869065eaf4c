"""A past mediation (补录): its dates must be possible; what was wrong with it is recorded."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from shared.contracts.refused import Refused

Note = Mapping[str, Any]


def check_order(registered: datetime, accepted: datetime, note: Note, now: datetime) -> None:
    """Registered ≤ accepted ≤ notice and first session ≤ agreement ≤ performance ≤ now; refuses
    `dates_reversed`: such an order is a slip of the pen. A notice after the session is none: it
    happened, and is a defect.
    """
    sittings = sorted(session["happened_at"] for session in note["sessions"])
    reached, performed = note["agreement"]["reached_at"], note["performance"]["at"]
    acts = [("registered_at", registered), ("happened_at", accepted)]
    acts += [("note.sessions", sitting) for sitting in sittings]
    acts += [("note.agreement.reached_at", reached), ("note.performance.at", performed)]
    _check([*acts, ("now", now)])
    _check([("happened_at", accepted), ("note.notice_at", note["notice_at"]), ("now", now)])


def _check(acts: Sequence[tuple[str, datetime | None]]) -> None:
    dated = [(name, at) for name, at in acts if at is not None]
    for (earlier, first), (later, second) in pairwise(dated):
        if second < first:
            raise Refused("dates_reversed", earlier=earlier, later=later)


def defects_of_note(note: Note, *, oral_allowed: bool) -> Iterator[str]:
    """What was not kept of notice (art. 23–24, 若干规定 30), session and form."""
    if note["notice_at"] is None:
        yield "notice_missing"
    sittings = [session["happened_at"] for session in note["sessions"]]
    if not sittings:
        yield "session_missing"
    elif note["notice_at"] is not None and min(sittings) < note["notice_at"]:
        yield "notice_late"
    if not oral_allowed:
        yield "written_form_due"
