"""What the archive does when others tell of a case: it opens a volume, and knows what is due.

It may hear of a case in any order, as each source has its own journal: what it hears is kept.
"""

from datetime import datetime
from typing import Any

from services.document_archive.rules import states
from services.document_archive.store import changes, tables
from shared.bus.context import Context
from shared.calendar.clock import SHANGHAI
from shared.ledger.cursors import Heard
from shared.ledger.transaction import Transaction


def know_place(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A case was registered: where it belongs, and whose it is until it is assigned."""
    row = changes.lock(tx, heard.subject)
    values = {"division": heard.data["division"], "registered_by": heard.actor}
    tx.change(tables.volume, heard.subject, row["version"], **values)


def open_volume(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A case was accepted: its volume (卷) is opened under the number of the case."""
    row, said = changes.lock(tx, heard.subject), heard.data
    pins = said.get("pins") or {}
    copied = {name: said.get(name) for name in ("number", "committee", "division", "category")}
    accepted, past = _local(said["accepted_at"]), said.get("note_id") is not None
    version = tx.change(
        tables.volume,
        heard.subject,
        row["version"],
        state=states.OPEN,
        past=past,
        accepted_at=accepted,
        profile=pins.get("profile"),
        profile_version=pins.get("profile_version"),
        **copied,
    )
    kind = states.kind(past=past, agreement_form=row["agreement_form"])
    told = {name: copied[name] for name in ("number", "committee", "division")}
    tx.append(
        "volume_opened", heard.subject, version=version, happened_at=accepted, kind=kind, **told
    )


def assign(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """Who mediates, and so may see the volume."""
    _learn(tx, heard)
    changes.assign(tx, heard.subject, heard.data["mediator"], heard.data.get("replaces"))


def note_escalation(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A report went upward: its sheet is due."""
    _learn(tx, heard, escalated=True)


def note_agreement(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """An agreement is in effect: its form says which paper is due."""
    at = _local(heard.data.get("effective_at") or heard.time)
    _learn(tx, heard, agreement_form=heard.data["form"], effective_at=at)


def note_mediation_end(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """How the mediation ended."""
    values = {"mediation_how": heard.data["how"], "mediation_ended_at": _happened(heard)}
    _learn(tx, heard, **values, **_form(heard))


def note_follow_up(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """The first follow-up visit counts."""
    row = changes.lock(tx, heard.subject)
    _learn(tx, heard, follow_up_at=row["follow_up_at"] or _happened(heard))


def note_case_end(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """The case has ended: its volume may be closed."""
    values = {"ended_how": heard.data["how"], "ended_at": _happened(heard)}
    _learn(tx, heard, **values, **_form(heard))


def note_confirmation(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A confirmation is open: the volume waits for it."""
    _learn(tx, heard)
    changes.open_confirmation(tx, heard.subject, heard.data["confirmation"])


def note_confirmation_end(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """It ended: confirmed, and its papers are due, or otherwise."""
    _learn(tx, heard)
    confirmation, how = heard.data["confirmation"], heard.data["how"]
    changes.end_confirmation(tx, heard.subject, confirmation, how)


def keep_profile(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """What of a region profile the archive works by: order, retention, days to the follow-up."""
    settings = heard.data.get("settings") or {}
    volume = settings.get("volume") or {}
    changes.keep_profile(
        tx,
        heard.data["profile"],
        heard.data["version"],
        order=volume.get("order") or [],
        retention=(volume.get("retention") or {}).get("default"),
        retention_classes=volume.get("retention_classes") or [],
        follow_up_days=(settings.get("follow_up") or {}).get("days"),
    )


def _learn(tx: Transaction, heard: Heard, **values: Any) -> None:
    """Keep what was heard of a case; a checked volume must be checked again."""
    row = changes.lock(tx, heard.subject)
    state = states.after_news(row["state"])
    tx.change(tables.volume, heard.subject, row["version"], state=state, **values)


def _form(heard: Heard) -> dict[str, str]:
    """The form of the agreement where the entry names one."""
    form = heard.data.get("form")
    return {"agreement_form": form} if form else {}


def _happened(heard: Heard) -> str:
    return _local(heard.data.get("happened_at") or heard.time)


def _local(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(SHANGHAI).isoformat()
