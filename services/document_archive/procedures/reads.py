"""What others read of documents."""

from collections.abc import Mapping
from typing import Any

from services.document_archive.forms.catalogue import forms
from services.document_archive.procedures.making import encoded, made
from services.document_archive.rules import order
from services.document_archive.store import documents, volumes
from shared.bus.context import Context

Payload = Mapping[str, Any]


def read_document(context: Context, query: Payload) -> Payload:
    """Bytes of a document, part by part; whoever opens one is noted at its first part."""
    with context.read() as connection:
        row = documents.find_document(connection, query["document"], context.principal)
    content = made(context.drivers["objects"].get, row["sha256"])
    if query["offset"] == 0:
        with context.note() as tx:
            tx.append("document_read", row["subject"], document=row["id"])
    part = content[query["offset"] : query["offset"] + query["limit"]]
    return {**shown(row), "total": len(content), "content_base64": encoded(part)}


def get_document(context: Context, query: Payload) -> Payload:
    """A document without its content."""
    with context.read() as connection:
        return shown(documents.find_document(connection, query["document"], context.principal))


def list_documents(context: Context, query: Payload) -> Payload:
    """The papers of a subject in the order of the volume, late ones among them."""
    with context.read() as connection:
        rows = documents.papers_of(connection, query["subject"], context.principal)
        profile = _profile(connection, query["subject"])
    forms_ = order.order_of(profile["order"] if profile else None, context.today())
    return {"documents": [shown(row) for row in order.in_order(rows, forms_)]}


def search(context: Context, query: Payload) -> Payload:
    """By a piece of a number, of a title, of a form's name; the words of papers are not read."""
    text = query["text"]
    named = [form.code for form in forms().values() if text in form.zh or text == form.code]
    with context.read() as connection:
        rows = documents.search(connection, context.principal, text, named, query["limit"])
    return {"found": [shown(row) for row in rows]}


def shown(row: Mapping[str, Any]) -> Payload:
    """A document as its readers see it."""
    return {**row, "document": row["id"], "version": row["edition"]}


def _profile(connection: Any, subject: str) -> Mapping[str, Any] | None:
    row = volumes.by_id(connection, subject)
    return volumes.profile_of(connection, row) if row else None
