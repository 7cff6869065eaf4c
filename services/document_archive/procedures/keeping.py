"""Keeping a paper: the object first, outside any transaction, then its row and its entry."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.document_archive.rules import order, papers, states
from services.document_archive.store import changes, tables
from shared.bus.context import Context
from shared.bus.offload import offload
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction, canonical


@dataclass(frozen=True)
class Paper:
    """A paper to be kept. `edition` is the date of the form's edition, None if it is not ours;
    `facts` are the names that it mentions.
    """

    form: str
    title: str
    edition: str | None
    pdf: bytes
    pages: int
    facts: Mapping[str, Any] | None = None


def stored(context: Context, subject: str, paper: Paper, happened: datetime) -> dict[str, Any]:
    """The paper's file is in the store; its row, still to be written."""
    now = context.now()
    id_, digest = new_id(now), offload(context.drivers["objects"].put, paper.pdf, now)
    facts = canonical(paper.facts) if paper.facts else None
    return {
        "id": id_,
        "subject": subject,
        "form": paper.form,
        "title": paper.title,
        "edition": paper.edition,
        "pages": paper.pages,
        "size": len(paper.pdf),
        "sha256": digest,
        "facts": context.vault.seal(facts, _about(id_)) if facts else None,
        "filed_by": context.principal.actor,
        "filed_at": now.isoformat(),
        "happened_at": happened.isoformat(),
        "late": False,
    }


def laid(context: Context, tx: Transaction, subject: str, row: Mapping[str, Any]) -> bool:
    """Write the row of a stored paper under its subject and tell of it; whether it came late: what
    comes after the volume was closed stays outside it.
    """
    shelf = changes.lock(tx, subject)
    no = tx.change(tables.volume, subject, shelf["version"])
    late = shelf["state"] in states.BOUND and order.is_bound(row["form"], context.today())
    written(context, tx, {**row, "late": late, "no": no})
    return late


def written(context: Context, tx: Transaction, row: Mapping[str, Any]) -> None:
    """Row and entry of a paper whose subject is locked already; a day later the store is swept."""
    tx.add(tables.document, **row)
    told = {name: row[name] for name in ("form", "pages", "sha256", "late", "happened_at")}
    tx.append("document_filed", row["subject"], document=row["id"], version=row["edition"], **told)
    at = context.now() + papers.grace(context.today())
    tx.queue("sweep_objects", "objects", key=f"sweep:{at.date().isoformat()}", at=at)


def facts_of(context: Context, row: Mapping[str, Any]) -> dict[str, Any]:
    """The names that a kept paper mentions."""
    facts: dict[str, Any] = json.loads(context.vault.open(row["facts"], _about(row["id"])))
    return facts


def _about(id_: str) -> str:
    return f"document.facts:{id_}"
