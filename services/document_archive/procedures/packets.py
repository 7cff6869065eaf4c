"""Printing without filing, and packets for the court: nothing said in mediation ever enters one."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.document_archive.drivers.parts import Part
from services.document_archive.forms.catalogue import forms
from services.document_archive.procedures.keeping import facts_of
from services.document_archive.procedures.making import encoded, made, printed, scanned
from services.document_archive.rules import cover, packets
from services.document_archive.store import documents
from shared.bus.context import Context

Payload = Mapping[str, Any]
APPLICATION, EXTRA = "confirmation_application", "extra"
UNSAID = "见申请书"  # what the manifest page says where nobody said it


@dataclass(frozen=True)
class Piece:
    """One paper of a packet; `form` and `document` are None where they are not known, `own_title`
    is what the file calls itself.
    """

    form: str | None
    title: str
    pages: int
    sha256: str
    document: str | None = None
    pdf: bytes | None = None
    own_title: str = ""


def render_form(context: Context, query: Payload) -> Payload:
    """A form printed and stored nowhere."""
    sheet = printed(context, query["form"], query["data"])
    return {"pdf_base64": encoded(sheet.pdf), "pages": sheet.pages, "version": sheet.version}


def assemble_packet(context: Context, query: Payload) -> Payload:
    """Papers of a case as one file, the application first, a manifest last; the same question
    gives the same bytes, so that a large one can be fetched in parts.
    """
    brought, held = _brought(context, query), _held(context, query)
    pieces = sorted([*map(_piece, held), *brought], key=lambda piece: piece.form != APPLICATION)
    about = _manifest_data(context, query, held)
    pdf = made(_bound, context.drivers, about["title"], pieces, about)
    digest, pages = hashlib.sha256(pdf).hexdigest(), sum(piece.pages for piece in pieces)
    with context.note() as tx:
        told = {"forms": [p.form or EXTRA for p in pieces], "pages": pages, "sha256": digest}
        tx.append("packet_assembled", query["subject"], **told)
    part = pdf[query["offset"] : query["offset"] + query["limit"]]
    return {
        "packet_base64": encoded(part),
        "total": len(pdf),
        "pages": pages,
        "sha256": digest,
        "manifest": [_listed(piece) for piece in pieces],
    }


def _brought(context: Context, query: Payload) -> list[Piece]:
    """What the caller brings: the application, then the extra papers; none may be one of ours
    that must not leave, whatever it is called.
    """
    pieces = []
    if query["application_base64"] is not None:
        title = forms()[APPLICATION].zh
        pieces.append(_read(APPLICATION, title, query["application_base64"], "application_base64"))
    pieces += [_read(None, e["title"], e["pdf_base64"], "extra") for e in query["extra"]]
    with context.read() as connection:
        known = documents.bearing(connection, [piece.sha256 for piece in pieces])
    packets.check_forms([paper["form"] for paper in known], context.today())
    ours = {form.zh: form.code for form in forms().values()}
    packets.check_titles([piece.own_title for piece in pieces], ours, context.today())
    return pieces


def _read(form: str | None, title: str, content: str, field: str) -> Piece:
    pdf, inside = scanned(content, field)
    digest = hashlib.sha256(pdf).hexdigest()
    return Piece(form, title, inside.pages, digest, pdf=pdf, own_title=inside.title)


def _held(context: Context, query: Payload) -> list[dict[str, Any]]:
    """The papers of the archive that were asked for."""
    packets.check_forms(query["forms"], context.today())
    with context.read() as connection:
        papers = documents.papers_of(connection, query["subject"], context.principal)
    return packets.chosen(papers, query["forms"], context.today())


def _piece(row: Mapping[str, Any]) -> Piece:
    return Piece(row["form"], row["title"], row["pages"], row["sha256"], row["id"])


def _listed(piece: Piece) -> Payload:
    names = ("title", "form", "document", "pages", "sha256")
    return {name: getattr(piece, name) for name in names}


def _manifest_data(
    context: Context, query: Payload, held: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """What the manifest page says: as asked, else from the papers."""
    facts = cover.gathered(facts_of(context, row) for row in held if row["facts"])
    day = query["date"] or context.today()
    return {
        "title": query["title"] or "申请司法确认材料",
        "court": query["court"] or UNSAID,
        "committee": query["committee"] or facts.committee or UNSAID,
        "number": query["number"] or facts.number or UNSAID,
        "date": day.isoformat(),
    }


def _bound(
    drivers: Mapping[str, Any], title: str, pieces: Sequence[Piece], about: Mapping[str, Any]
) -> bytes:
    parts = [
        Part(p.form or EXTRA, p.title, p.pdf or drivers["objects"].get(p.sha256)) for p in pieces
    ]
    pdf: bytes = drivers["binder"].packet(title, parts, about, stamp=drivers["stamp"])
    return pdf
