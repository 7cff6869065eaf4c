"""Changing volumes and documents, inside a transaction."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from services.document_archive.store.tables import (
    confirmation,
    document,
    explanation,
    mediator,
    profile,
    volume,
)
from shared.ledger.transaction import Transaction

Row = Mapping[str, Any]


def lock(tx: Transaction, subject: str) -> Row:
    """The row of a subject, made on first use and locked to the end of the transaction."""
    blank = {"version": 0, "state": "unopened", "past": False, "escalated": False, "defects": []}
    tx.database.insert_unless_there(tx.connection, volume, id=subject, **blank)
    query = select(volume).where(volume.c.id == subject).with_for_update()
    return dict(tx.execute(query).mappings().one())


def assign(tx: Transaction, case: str, person: str, replaces: str | None) -> None:
    """A mediator is on the case; the one whom he replaces no longer is."""
    row = {"volume": case, "mediator": person}
    tx.database.insert_unless_there(tx.connection, mediator, **row, replaced=False)
    mine = mediator.c.volume == case
    tx.execute(update(mediator).where(mine, mediator.c.mediator == person).values(replaced=False))
    if replaces is not None:
        old = mediator.c.mediator == replaces
        tx.execute(update(mediator).where(mine, old).values(replaced=True))


def open_confirmation(tx: Transaction, case: str, id_: str) -> None:
    """A confirmation of the case is open."""
    tx.database.insert_unless_there(tx.connection, confirmation, id=id_, volume=case, how=None)


def end_confirmation(tx: Transaction, case: str, id_: str, how: str) -> None:
    """It ended."""
    tx.database.insert_unless_there(tx.connection, confirmation, id=id_, volume=case, how=how)
    tx.execute(update(confirmation).where(confirmation.c.id == id_).values(how=how))


def keep_profile(tx: Transaction, id_: str, version: int, **settings: Any) -> None:
    """An edition of a region profile; a known one stays as it is."""
    key = {"profile": id_, "version": version}
    tx.database.insert_unless_there(tx.connection, profile, **key, **settings)


def keep_explanation(tx: Transaction, case: str, item: str, sheet: str) -> None:
    """A sheet explains why an item is missing; the latest sheet counts."""
    row = {"volume": case, "item": item}
    if not tx.database.insert_unless_there(tx.connection, explanation, **row, document=sheet):
        mine = (explanation.c.volume == case, explanation.c.item == item)
        tx.execute(update(explanation).where(*mine).values(document=sheet))


def keep_archive_number(tx: Transaction, case: str, number: str) -> None:
    """The number that was drawn for a volume whose row is changed already."""
    tx.execute(update(volume).where(volume.c.id == case).values(archive_number=number))


def place_papers(tx: Transaction, first_pages: Mapping[str, int]) -> None:
    """Where each paper stands in the bound volume."""
    for id_, page in first_pages.items():
        tx.execute(update(document).where(document.c.id == id_).values(first_page=page))
