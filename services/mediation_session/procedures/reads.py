"""What others read: one mediation, one agreement, lists, what is due."""

from collections.abc import Mapping
from typing import Any

from services.mediation_session.procedures.drafting import held
from services.mediation_session.rules import clauses, line, words
from services.mediation_session.store import agreements, duties, mediations
from shared.access.principal import division_prefix
from shared.bus.context import Context
from shared.contracts.language import COMMITTEE, JUSTICE_OFFICE, MEDIATOR

Payload = Mapping[str, Any]

FILE_READERS = (*COMMITTEE, JUSTICE_OFFICE)  # words for the file are the committee's own


def get_mediation(context: Context, query: Payload) -> Payload:
    """A mediation with all that this reader may see of it."""
    with context.read() as connection:
        row = mediations.find(connection, query["case"], context.principal)
        case = row["id"]
        parts: dict[str, Any] = {
            "mediators": mediations.mediators_of(connection, case),
            "notices": mediations.notices_of(connection, case),
            "sessions": mediations.sessions_of(connection, case),
            "pauses": mediations.pauses_of(connection, case),
            "extensions": mediations.extensions_of(connection, case),
            "escalations": mediations.escalations_of(connection, case),
            "agreements": agreements.of_case(connection, case),
            "papers": agreements.papers_of(connection, case),
        }
    return {
        **_row(row),
        **parts,
        "sessions": [_session(context, s) for s in parts["sessions"]],
        "private_words": _private_words(context, case, parts["mediators"]),
        "escalations": [{**e, "escalation": e["id"]} for e in parts["escalations"]],
        "agreements": [_agreement(row, a) for a in parts["agreements"]],
    }


def _row(row: Payload) -> dict[str, Any]:
    return {**row, "case": row["id"]}


def _session(context: Context, session: Payload) -> Payload:
    shown = {**session, "session": session["id"]}
    if context.principal.role not in FILE_READERS:
        shown["file_words"] = None
    return shown


def _agreement(mediation: Payload, agreement: Payload) -> dict[str, Any]:
    return {**agreement, "agreement": agreement["id"], "version": mediation["version"]}


def _private_words(context: Context, case: str, mediators: list[str]) -> list[Payload]:
    """Words of one side and notes to oneself: for an assigned mediator, and for nobody else."""
    who = context.principal
    if who.role != MEDIATOR or who.id not in mediators:
        return []
    with context.read() as connection:
        kept = mediations.private_words_of(connection, case)
    mine = [row for row in kept if words.may_read(row["audience"], who.id)]
    return [{**row, "words": _opened(context, row)} for row in mine]


def _opened(context: Context, row: Payload) -> str:
    return context.vault.open(row["sealed"], words.about(row["case"], row["audience"]))


def list_mediations(context: Context, query: Payload) -> Payload:
    """The ledger of mediations under a division, the newest first."""
    prefix = division_prefix(query["division"]) if query["division"] else ""
    with context.read() as connection:
        rows = mediations.list_mediations(
            connection, context.principal, prefix, query["state"], query["limit"]
        )
    return {"mediations": [_row(row) for row in rows]}


def list_due(context: Context, query: Payload) -> Payload:
    """What is due up to a day: ends of time, follow-ups, performances; the most urgent first."""
    prefix = division_prefix(query["division"]) if query["division"] else ""
    today, until = context.today().isoformat(), (query["until"] or context.today()).isoformat()
    with context.read() as connection:
        rows = duties.due(connection, context.principal, prefix, until, query["limit"])
    return {"due": [{**row, "overdue": row["due_on"] < today} for row in rows]}


def get_agreement(context: Context, query: Payload) -> Payload:
    """An agreement: its frozen line and hash, clauses, signatures, effect, performance."""
    found = held(context, query["agreement"])
    with context.read() as connection:
        signatures = agreements.signatures_of(connection, found.id)
        performances = agreements.performances_of(connection, found.id)
        follow_ups = agreements.follow_ups_of(connection, found.id)
    own = {name: found.mediation[name] for name in ("division", "committee")}
    mediators = [s["mediator"] for s in signatures if s["signer_kind"] == "mediator"]
    return {
        **_agreement(found.mediation, found.agreement),
        **own,
        **_text(found.agreement),
        "confirmable": not found.agreement["reasons"],
        "mediator": mediators[0] if mediators else None,
        "signatures": signatures,
        "performances": performances,
        "follow_ups": follow_ups,
    }


def _text(agreement: Payload) -> dict[str, Any]:
    """What the frozen line says of parties and clauses; of a draft nothing yet."""
    said = line.parts(agreement["line"]) if agreement["line"] else {}
    last = clauses.last_due_on(clauses.read(agreement["clauses"]))
    return {
        "parties": [party["party"] for party in said.get("parties", ())],
        "sentences": said.get("sentences", []),
        "performance_due_on": last.isoformat() if last else None,
    }
