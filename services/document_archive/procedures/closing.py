"""Closing a volume (结卷) and giving it to the archive (归档)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from services.document_archive.procedures.binding import Bound, bound
from services.document_archive.procedures.checking import seen
from services.document_archive.procedures.keeping import Paper, stored
from services.document_archive.procedures.standing import Standing, stand
from services.document_archive.rules import course, due, states
from services.document_archive.rules.retention import (
    Retention,
    archive_number,
    choose,
    classes,
    series,
)
from services.document_archive.store import changes, tables
from services.document_archive.store.documents import BOUND
from shared.bus.context import Context
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def close_volume(context: Context, command: Payload) -> Payload:
    """Bind it: only when the case has ended, no confirmation is open, nothing is missing that no
    sheet explains. After this no paper enters it.
    """
    standing, happened = stand(context, command["case"]), context.happened(command)
    states.step(standing.row["state"], "close_volume")
    course.check_over(standing.course)
    due.check_complete(standing.missing)
    retention = _retention(standing, command, happened.date())
    book = bound(context, standing, command, retention, happened)
    paper = Paper(BOUND, "卷宗", None, book.pdf, book.pages)
    row = stored(context, command["case"], paper, happened)
    with context.commit() as tx:
        version = _keep(context, tx, seen(command, standing), row, book, retention)
        changes.place_papers(tx, book.first_pages)
        told = _told(row, book, retention)
        about = {"version": version, "happened_at": happened, "document": row["id"]}
        tx.append(
            "volume_closed", command["case"], **about, **told, documents=list(book.first_pages)
        )
        done = {"case": command["case"], "state": states.CLOSED, "version": version}
        return tx.answer(**done, volume_document=row["id"], **told, defects=list(book.defects))


def _told(row: Payload, book: Bound, retention: Retention) -> dict[str, Any]:
    hashes = {"sha256": row["sha256"], "manifest_sha256": book.manifest_sha256}
    return {"pages": book.pages, "retention": retention.code, **hashes}


def _keep(
    context: Context,
    tx: Transaction,
    version: int,
    row: Payload,
    book: Bound,
    retention: Retention,
) -> int:
    case = row["subject"]
    new = tx.change(
        tables.volume,
        case,
        version,
        state=states.CLOSED,
        document=row["id"],
        manifest=context.vault.seal(book.manifest, manifest_place(case)),
        manifest_sha256=book.manifest_sha256,
        defects=list(book.defects),
        retention=retention.code,
        closed_at=row["happened_at"],
    )
    tx.add(tables.document, **row, no=new)
    return new


def manifest_place(case: str) -> str:
    """Where the vault knows the manifest of a volume to lie."""
    return f"volume.manifest:{case}"


def _retention(standing: Standing, command: Payload, on: date) -> Retention:
    profile = standing.profile or {"retention": None, "retention_classes": []}
    known = classes(profile["retention_classes"], on)
    return choose(command["retention"], profile["retention"], known)


def archive_volume(context: Context, command: Payload) -> Payload:
    """Give a closed volume its number in the archive, a series of its own: the number on the
    cover (卷号) is the number of the case.
    """
    standing, happened = stand(context, command["case"]), context.happened(command)
    row, state = standing.row, states.step(standing.row["state"], "archive_volume")
    with context.commit() as tx:
        values = {"state": state, "archived_at": happened.isoformat()}
        version = tx.change(tables.volume, row["id"], seen(command, standing), **values)
        number = _draw(tx, row["division"], happened)
        changes.keep_archive_number(tx, row["id"], number)
        told = {"archive_number": number, "retention": row["retention"]}
        tx.append("volume_archived", row["id"], version=version, happened_at=happened, **told)
        return tx.answer(case=row["id"], state=state, version=version, **told)


def _draw(tx: Transaction, division: str, happened: datetime) -> str:
    drawn = tx.draw_number(series(division, happened.year))
    return archive_number(division, happened.date(), drawn)
