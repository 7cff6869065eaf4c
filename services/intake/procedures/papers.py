"""Papers (文书) are filed after their act, by a job that its transaction queued (walks.md)."""

from datetime import datetime
from typing import Any

from services.intake import clients
from services.intake.procedures import forms
from shared.bus.context import Context
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

PURPOSE = "file_paper"


def queue(
    tx: Transaction, case_id: str, form: str, command: str, happened: datetime, **args: Any
) -> None:
    """File a paper about a case; `command` is the id of the entry of its act."""
    at = happened.isoformat()
    kept = {"form": form, "command": command, "happened_at": at, **args}
    tx.queue("file_paper", case_id, key=f"file:{command}", **kept)


def make(context: Context, job: Job) -> list[str]:
    """Make the paper from our own rows and file it; the parties whose phone went in."""
    form = job.args["form"]
    data = forms.MAKERS[form](context, job)
    clients.file_document(
        context,
        command_id=job.args["command"],
        subject=job.subject,
        form=form,
        data=data,
        happened_at=job.args["happened_at"],
    )
    return forms.phones_in(context, job) if form == forms.WITH_PHONES else []


def note_phones(_context: Context, tx: Transaction, job: Job, parties: list[str]) -> None:
    """A phone that left in full is journalled, on paper too."""
    for party in parties:
        data = {"party": party, "fields_revealed": ["phone"], "purpose": PURPOSE}
        tx.append("field_revealed", job.subject, **data)
