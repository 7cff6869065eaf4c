"""Binding a volume: cover, contents, papers with page numbers, back cover; and its manifest."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.document_archive.drivers.binder import Volume
from services.document_archive.drivers.parts import Part
from services.document_archive.procedures.keeping import facts_of
from services.document_archive.procedures.making import made
from services.document_archive.procedures.standing import Standing
from services.document_archive.rules import cover, order
from services.document_archive.rules.cover import Facts
from services.document_archive.rules.retention import Retention
from shared.bus.context import Context
from shared.ledger import journal
from shared.ledger.transaction import canonical
from shared.reference.tables import table

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Bound:
    """A bound volume: the file, its pages, where each paper begins, what keeps it from being
    PDF/A, and the manifest as it is hashed.
    """

    pdf: bytes
    pages: int
    first_pages: Mapping[str, int]
    defects: Sequence[str]
    manifest: str
    manifest_sha256: str


def cover_facts(context: Context, standing: Standing) -> Facts:
    """Names that the papers of a volume mention."""
    return cover.gathered(facts_of(context, row) for row in standing.papers if row["facts"])


def bound(
    context: Context,
    standing: Standing,
    command: Payload,
    retention: Retention,
    happened: datetime,
) -> Bound:
    """The papers as one file. The back cover prints the hash of the manifest, which names each
    paper with its hash and where the journal of the archive stood: nobody rewrites either unseen.
    """
    front = _front(context, standing, command, retention, happened)
    manifest = canonical(_manifest(context, standing))
    digest = hashlib.sha256(manifest.encode()).hexdigest()
    back = {
        "number": front["number"],
        "bound_by": front["bound_by"],
        "checked_by": command["checked_by"],
        "date": front["date"],
        "remarks": f"案卷清单校验值（SHA-256）{digest}",
    }
    book: Volume = made(_bind, context.drivers, standing.papers, front, back)
    pages = {
        row["id"]: span.first_page for row, span in zip(standing.papers, book.index, strict=True)
    }
    defects = [standing.papers[defect.no - 1]["id"] for defect in book.defects]
    return Bound(book.pdf, book.pages, pages, defects, manifest, digest)


def _front(
    context: Context,
    standing: Standing,
    command: Payload,
    retention: Retention,
    happened: datetime,
) -> dict[str, Any]:
    """What the cover says: as the command says, else as the papers do."""
    row, facts = standing.row, cover_facts(context, standing)
    mediators = command["mediators"] or list(facts.mediators)
    on = happened.date()
    category = table("categories").row(row["category"], on).zh if row["category"] else "纠纷"
    return {
        "committee": command["committee"] or facts.committee,
        "title": command["title"] or cover.title_of(facts.parties, category),
        "number": row["number"],
        "mediators": mediators,
        "period": cover.period(row["accepted_at"], row["mediation_ended_at"] or row["ended_at"]),
        # In a village the mediator binds the volume himself.
        "bound_by": command["bound_by"] or "、".join(mediators),
        "retention": retention.label,
        "date": on.isoformat(),
    }


def _manifest(context: Context, standing: Standing) -> Payload:
    head = journal.head(context.ledger.database)
    starts = order.first_pages([row["pages"] for row in standing.papers])
    names = ("form", "pages", "sha256")
    papers = [
        {"document": row["id"], "first_page": page, **{name: row[name] for name in names}}
        for row, page in zip(standing.papers, starts, strict=True)
    ]
    place = {"service": context.ledger.contract.service, "seq": head.seq, "hash": head.hash.hex()}
    about = {"case": standing.row["id"], "number": standing.row["number"]}
    return {**about, "papers": papers, "journal": place}


def _bind(
    drivers: Mapping[str, Any], papers: Sequence[Payload], front: Payload, back: Payload
) -> Volume:
    parts = [Part(p["form"], p["title"], drivers["objects"].get(p["sha256"])) for p in papers]
    book: Volume = drivers["binder"].bind(front, parts, back, drivers["stamp"])
    return book
