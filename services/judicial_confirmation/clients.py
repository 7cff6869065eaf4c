"""Whom judicial confirmation asks: registry, document_archive, intake, mediation_session."""

import base64
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from shared.bus.context import Context
from shared.contracts.refused import Refused

PURPOSE = "judicial_confirmation"  # why intake shows identity numbers; it is journalled there
SENSITIVE = ("phone", "identity_number")
PRESS_S = 8.0

Answer = Mapping[str, Any]


def agreement(context: Context, id_: str) -> Answer:
    """The agreement as it was frozen, with its signatures."""
    found: Answer = context.ask("mediation_session", "get_agreement", agreement=id_)
    return found


def case(context: Context, id_: str) -> Answer:
    """The case; raises Absent while intake is away."""
    found: Answer = context.ask("intake", "get_case", case=id_)
    return found


def try_case(context: Context, id_: str) -> Answer | None:
    """The case, None while intake is away."""
    found: Answer | None = context.try_ask("intake", "get_case", case=id_)
    return found


def parties(context: Context, case_id: str) -> Sequence[Answer]:
    """The parties, phone and identity number in full; intake journals it under our purpose."""
    question: dict[str, Any] = {"case": case_id, "fields": list(SENSITIVE), "purpose": PURPOSE}
    found: Sequence[Answer] = context.ask("intake", "get_parties", **question)["parties"]
    return found


def settings(context: Context, division: str, on: date) -> Answer | None:
    """The region profile's settings of that day; None while the registry or the profile is not
    there: the published periods hold then.
    """
    question: dict[str, Any] = {"division": division, "on": on.isoformat()}
    try:
        profile = context.try_ask("registry", "get_profile", **question)
    except Refused:
        return None
    return profile["settings"] if profile else None


def courts(context: Context, division: str, on: date) -> Sequence[Answer]:
    """The courts that are competent, each with why."""
    question: dict[str, Any] = {"division": division, "on": on.isoformat()}
    found: Sequence[Answer] = context.ask("registry", "find_courts", **question)["courts"]
    return found


def roster(context: Context, committee: str, mediator: str, on: date) -> Answer:
    """Whether committee and mediator stood on the register that day."""
    question: dict[str, Any] = {"committee": committee, "mediator": mediator, "on": on.isoformat()}
    found: Answer = context.ask("registry", "check_roster", **question)
    return found


def render(context: Context, form: str, data: Answer) -> bytes:
    """A printed form, stored nowhere."""
    question: dict[str, Any] = {"form": form, "data": data}
    answer = context.ask("document_archive", "render_form", limit_s=PRESS_S, **question)
    return base64.b64decode(answer["pdf_base64"])


def assemble(context: Context, **question: Any) -> tuple[bytes, Sequence[Answer]]:
    """One file from papers in the archive and those just printed, with its manifest; refuses
    `papers_missing` with the names of what is not filed yet. Large ones come in parts.
    """
    whole = b""
    while True:
        place = {"limit_s": PRESS_S, "offset": len(whole)}
        part = context.ask("document_archive", "assemble_packet", **place, **question)
        whole += base64.b64decode(part["packet_base64"])
        if len(whole) >= part["total"]:
            return whole, part["manifest"]


def file(context: Context, verb: str, command_id: str, **paper: Any) -> None:
    """Put a paper (`file_document`, `file_scan`) into the archive; the same id again is the same
    paper.
    """
    question: dict[str, Any] = {"command_id": command_id, **paper}
    context.ask("document_archive", verb, limit_s=PRESS_S, **question)
