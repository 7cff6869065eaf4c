"""Filing papers: printed ones from their data, others as they come."""

from collections.abc import Mapping
from typing import Any

from services.document_archive.forms.catalogue import Form, forms
from services.document_archive.procedures.keeping import Paper, laid, stored
from services.document_archive.procedures.making import printed, scanned
from services.document_archive.rules import cover, papers
from services.document_archive.store import volumes
from shared.bus.context import Context
from shared.contracts.refused import Refused

Payload = Mapping[str, Any]


def file_document(context: Context, command: Payload) -> Payload:
    """A paper after its act, asked by a job of the acting service; its command id is the entry's,
    so however often the job runs, the paper is filed once.
    """
    check_open(context, command["subject"])
    form = forms().get(command["form"])
    if form is None:
        raise Refused("form_unknown", form=command["form"])
    paper = _printed(context, form, command) if form.printed else _brought(form, command)
    return filed(context, command, paper)


def file_scan(context: Context, command: Payload) -> Payload:
    """A scan or photo of a paper, as evidence, proof of identity, ruling."""
    check_open(context, command["subject"])
    pdf, inside = scanned(command["content_base64"], "content_base64")
    kind, today = command["kind"], context.today()
    form, title = papers.scan_form(kind, today), papers.scan_name(kind, today)
    title = papers.title(command["title"], title)
    return filed(context, command, Paper(form, title, None, pdf, inside.pages))


def check_open(context: Context, subject: str) -> None:
    """Only who may see a case files under it; refuses `not_found`."""
    with context.read() as connection:
        if not volumes.is_open_to(connection, subject, context.principal):
            raise Refused("not_found", field="subject")


def filed(context: Context, command: Payload, paper: Paper) -> Payload:
    """Object, row, entry, answer."""
    happened = context.happened(command)
    row = stored(context, command["subject"], paper, happened)
    with context.commit() as tx:
        late = laid(context, tx, command["subject"], row)
        told = {name: row[name] for name in ("form", "pages", "sha256")}
        return tx.answer(document=row["id"], late=late, **told)


def _printed(context: Context, form: Form, command: Payload) -> Paper:
    if command["attachment_base64"] is not None:
        raise Refused("attachment_not_taken", field="attachment_base64")
    sheet = printed(context, form.code, command["data"])
    facts = cover.facts_of(command["data"])
    return Paper(form.code, form.zh, sheet.version, sheet.pdf, sheet.pages, facts)


def _brought(form: Form, command: Payload) -> Paper:
    if command["attachment_base64"] is None:
        raise Refused("attachment_missing", field="attachment_base64", form=form.code)
    pdf, inside = scanned(command["attachment_base64"], "attachment_base64")
    title = papers.title(command["data"].get("title"), form.zh)
    return Paper(form.code, title, None, pdf, inside.pages)
