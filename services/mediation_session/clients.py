"""Whom mediation_session asks: intake for the case, registry for the profile, the archive."""

from collections.abc import Mapping
from typing import Any

from shared.bus.context import Context
from shared.bus.outcome import Absent, Late
from shared.contracts.refused import Refused

Row = Mapping[str, Any]
RENDERING_S = 30.0  # a paper is typeset before it is filed
TAKEN = "command_id_reused"  # done before, and what was said then differs from what is said now


def get_case(context: Context, case: str) -> Row:
    """The case as it stands now; raises Absent, Late."""
    found: Row = context.ask("intake", "get_case", case=case)
    return found


def get_note(context: Context, case: str) -> Row:
    """The facts of a mediation that was recorded afterwards."""
    note: Row = context.ask("intake", "get_note", case=case)["note"]
    return note


def get_parties(context: Context, case: str) -> list[Row]:
    """The parties with names and addresses; no phone or identity number is asked for."""
    parties: list[Row] = context.ask("intake", "get_parties", case=case)["parties"]
    return parties


def report_escalation(context: Context, command_id: str, report: Row) -> Row | None:
    """Pass a report of danger on to intake: {escalation}, None while intake is not there. The id
    is taken where intake had carried out what it was late to answer: then its own is not known.
    """
    names = ("case", "to", "to_name", "way", "text", "danger", "measures", "reporter")
    told = {"happened_at": report["at"], **{name: report[name] for name in names}}
    try:
        answer: Row | None = context.try_ask(
            "intake", "report_escalation", command_id=command_id, **told
        )
    except Refused as no:
        if no.code != TAKEN:
            raise
        return {"escalation": None}
    return answer


def intake_runs(context: Context) -> bool:
    """Whether intake is deployed here; who does not answer in time is taken to be."""
    try:
        context.ask("intake", "read_journal", limit_s=1.0, limit=1)
    except Absent:
        return False
    except (Late, Refused):
        return True
    return True


def follow_up_days(context: Context, mediation: Row) -> int | None:
    """Days to the follow-up visit by the profile that the case pins; None where nobody says."""
    asked: dict[str, Any] = {"division": mediation["division"]}
    if mediation["profile_version"] is not None:
        asked["version"] = mediation["profile_version"]
    try:
        profile = context.try_ask("registry", "get_profile", **asked)
    except Refused:  # no profile yet
        return None
    days: int | None = ((profile or {}).get("settings", {}).get("follow_up") or {}).get("days")
    return days


def file_document(context: Context, **paper: Any) -> str | None:
    """File one paper; the document's id. Raises Absent, Late: a job tries again. The id is taken
    where the archive had filed what it was late to answer: then the document's is not known.
    """
    try:
        filed = context.ask("document_archive", "file_document", limit_s=RENDERING_S, **paper)
    except Refused as no:
        if no.code != TAKEN:
            raise
        return None
    return str(filed["document"])


def render_form(context: Context, form: str, data: Row) -> Row:
    """Print a form that is stored nowhere: {pdf_base64, pages}; raises Absent, Late."""
    printed: Row = context.ask(
        "document_archive", "render_form", limit_s=RENDERING_S, form=form, data=data
    )
    return printed
