"""Sweeping the object store: files that no document names, once they are old enough."""

from services.document_archive.rules import papers
from services.document_archive.store import documents
from shared.bus.context import Context
from shared.bus.offload import offload
from shared.ledger.jobs import Job


def sweep(context: Context, _job: Job) -> None:
    """Remove what a kill between object and row left behind, and nobody claimed for a day."""
    objects, before = context.drivers["objects"], context.now() - papers.grace(context.today())
    old = offload(objects.older_than, before)
    with context.read() as connection:
        claimed = documents.claimed(connection, old)
    offload(objects.sweep, [digest for digest in old if digest not in claimed], before)
