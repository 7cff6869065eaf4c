"""Filing: what was printed for the application goes into the archive under the case, by jobs."""

from services.judicial_confirmation import clients
from services.judicial_confirmation.procedures import packets
from services.judicial_confirmation.rules import papers
from services.judicial_confirmation.store import queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction


def is_filed(tx: Transaction, made: Row) -> bool:
    """Whether a packet with the same application came to the court before."""
    before = queries.of(tx.connection, tables.application, made["confirmation"])
    return any(m["receipt"] and m["text_sha256"] == made["text_sha256"] for m in before)


def schedule(tx: Transaction, row: Row, made: Row, entry: str) -> None:
    """One job for each printed paper, named after the entry of the act."""
    about = {"confirmation": row["id"], "attempt": made["attempt"], "entry": entry}
    for no in range(papers.count_sheets(row["parties"])):
        tx.queue("file_paper", row["case"], key=f"file:{entry}:{no}", no=no, **about)


def file_paper(context: Context, job: Job) -> None:
    """Make the data of one paper again and file it."""
    with context.read() as connection:
        row = queries.by_id(connection, job.args["confirmation"])
        kept = queries.of(connection, tables.application, row["id"])
    made = next(m for m in kept if m["attempt"] == job.args["attempt"])
    grounds, choice = packets.gather(context, row), packets.choice_of(made)
    sheets = papers.sheets(grounds.agreement, grounds.case, grounds.parties, choice)
    sheet = sheets[job.args["no"]]
    paper = {"subject": row["case"], "form": sheet.form, "data": sheet.data}
    command_id = f"{job.args['entry']}:{job.args['no']}"
    when = made["received_at"]
    clients.file(context, "file_document", command_id, **paper, happened_at=when)
