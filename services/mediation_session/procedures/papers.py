"""Papers (文书): each is filed after its act, by a job queued in the act's transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from services.mediation_session import clients
from services.mediation_session.procedures import people
from services.mediation_session.procedures.drafting import held
from services.mediation_session.rules import line as text
from services.mediation_session.rules import papers
from services.mediation_session.store import agreements, mediations, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Wanted:
    """A paper of an act: `entry` is the act's entry and the command id of filing, `about` the row
    that it is made from.
    """

    entry: str
    case: str
    form: str
    about: str
    happened_at: str


def want(tx: Transaction, paper: Wanted) -> None:
    """Queue the filing of a paper; until then it is shown as missing."""
    said: dict[str, Any] = {"form": paper.form, "about": paper.about}
    said["happened_at"] = paper.happened_at
    tx.add(tables.paper, id=paper.entry, case=paper.case, filed=False, **said)
    tx.queue("file_paper", paper.case, key=f"file:{paper.entry}", entry=paper.entry, **said)


def make(context: Context, job: Job) -> str | None:
    """Make the paper's data from the rows of the act, and file it; the document's id, if known."""
    form, about = job.args["form"], job.args["about"]
    with context.read() as connection:
        mediation = mediations.by_case(connection, job.subject) or {}
    return clients.file_document(
        context,
        command_id=job.args["entry"],
        subject=job.subject,
        form=form,
        data=MAKERS[form](context, mediation, about),
        happened_at=job.args["happened_at"],
    )


def keep(_context: Context, tx: Transaction, job: Job, document: str | None) -> None:
    """The archive has it."""
    agreements.file_paper(tx, job.args["entry"], document)


def print_agreement(context: Context, query: Row) -> Row:
    """The frozen text on paper, to be read and signed; nothing is stored."""
    found = held(context, query["agreement"])
    if found.agreement["form"] != "written" or found.agreement["line"] is None:
        raise Refused("wrong_state", state=found.agreement["state"])
    data = _agreement(context, found.mediation, found.id)
    printed = clients.render_form(context, "agreement", data)
    return {**printed, "agreement": found.id, "hash": found.agreement["hash"]}


def _notice(context: Context, mediation: Row, about: str) -> Row:
    with context.read() as connection:
        notices = mediations.notices_of(connection, mediation["id"])
    given = next(n for n in notices if n["party"] == about)
    return papers.notice(people.case_of(context, mediation), given)


def _record(context: Context, mediation: Row, about: str) -> Row:
    with context.read() as connection:
        session = mediations.session_in_record(connection, about)
    told = "notice_missing" not in mediation["defects"]
    return papers.record(people.case_of(context, mediation), session, told=told)


def _agreement(context: Context, mediation: Row, about: str) -> Row:
    with context.read() as connection:
        row = agreements.by_id(connection, about)
    case, parties = people.case_of(context, mediation), people.parties_of(context, mediation)
    return papers.agreement(case, text.parts(row["line"]), parties, row)


def _oral_agreement(context: Context, mediation: Row, about: str) -> Row:
    with context.read() as connection:
        row = agreements.by_id(connection, about)
    case, parties = people.case_of(context, mediation), people.parties_of(context, mediation)
    return papers.oral_agreement(case, parties, row)


def _follow_up(context: Context, mediation: Row, about: str) -> Row:
    with context.read() as connection:
        visit = agreements.follow_up_by_id(connection, about)
        row = agreements.by_id(connection, visit["agreement"])
    return papers.follow_up(people.case_of(context, mediation), row, visit)


def _other_routes_notice(context: Context, mediation: Row, _about: str) -> Row:
    return papers.other_routes_notice(people.case_of(context, mediation), mediation)


def _escalation(context: Context, mediation: Row, about: str) -> Row:
    with context.read() as connection:
        report = mediations.escalation_by_id(connection, about)
    return papers.escalation(mediation, report)


MAKERS: Mapping[str, Callable[[Context, Row, str], Row]] = {
    "notice": _notice,
    "record": _record,
    "agreement": _agreement,
    "oral_agreement": _oral_agreement,
    "follow_up": _follow_up,
    "other_routes_notice": _other_routes_notice,
    "escalation": _escalation,
}
