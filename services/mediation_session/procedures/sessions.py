"""Sessions: appointments, and sittings as they were, their words apart by audience."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.mediation_session.procedures import opening, papers, people
from services.mediation_session.rules import clock, gates, law, states, words
from services.mediation_session.store import mediations, tables
from shared.bus.context import Context
from shared.contracts.language import MEDIATOR
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def schedule_session(context: Context, command: Payload) -> Payload:
    """When and where the sides are to meet."""
    found = opening.known(context, command["case"])
    state = states.step(found.row["state"], "schedule_session")
    seen, id_ = command["version"] or found.row["version"], new_id(context.now())
    row = {name: command[name] for name in ("way", "place")}
    lists = ("parties", "mediators", "invited", "law", "open_consents")
    empty: dict[str, Any] = {name: [] for name in lists}
    with context.commit() as tx:
        opening.begin(context, tx, found)
        version = tx.change(tables.mediation, found.id, seen)
        starts_at, by = command["starts_at"], context.principal.actor
        kept = {"state": "scheduled", "starts_at": clock.local(starts_at), "open": False, "by": by}
        tx.add(tables.session, id=id_, case=found.id, **row, **kept, **empty)
        data = {"version": version, "session": id_, "way": row["way"], "starts_at": starts_at}
        tx.append("session_scheduled", found.id, happened_at=context.now(), **data)
        return tx.answer(case=found.id, state=state, version=version, session=id_)


@dataclass(frozen=True)
class Sitting:
    """A sitting that may be recorded: its row, and the words that only the mediator keeps."""

    id: str
    scheduled: bool
    row: Payload
    private: tuple[words.Private, ...]


def record_session(context: Context, command: Payload) -> Payload:
    """One sitting as it was: place, people, words by audience, law explained, result (art. 27)."""
    found = opening.known(context, command["case"])
    states.step(found.row["state"], "record_session")
    sitting, happened = _sitting(context, command, found), context.happened(command)
    seen, state = (
        command["version"] or found.row["version"],
        states.after_session(command["result"]),
    )
    with context.commit() as tx:
        opening.begin(context, tx, found)
        version = tx.change(tables.mediation, found.id, seen, state=state)
        mediations.keep_session(tx, sitting.id, scheduled=sitting.scheduled, **sitting.row)
        _keep_private(context, tx, found.id, sitting)
        data = {"version": version, "session": sitting.id, "way": command["way"]}
        entry = tx.append(
            "session_held", found.id, happened_at=happened, law=command["law"], **data
        )
        at = happened.isoformat()
        papers.want(tx, papers.Wanted(entry, found.id, "record", sitting.id, at))
        return tx.answer(case=found.id, state=state, version=version, session=sitting.id)


def _sitting(context: Context, command: Payload, found: opening.Known) -> Sitting:
    """All gates of a sitting, then what is to be kept of it."""
    case, happened = people.case_now(context, found), context.happened(command)
    parties, mediators = people.ids(case["parties"]), [m["mediator"] for m in case["mediators"]]
    _check(context, command, found, parties, happened)
    gates.check_mediators(command["mediators"], mediators, "mediators")
    told = words.told(command["words"], parties, context.principal.id)
    if told.private and not _is_one_of(context, mediators):
        raise Refused("words_of_one_side", field="words")
    row = {
        **_plain(command),
        "case": found.id,
        "state": "held",
        "starts_at": happened.isoformat(),
        "ended_at": clock.local(command["ended_at"]) if command["ended_at"] else None,
        "mediators": command["mediators"] or mediators,
        "joint_words": told.joint,
        "file_words": told.file,
        "by": context.principal.actor,
    }
    scheduled = command["session"] is not None
    return Sitting(command["session"] or new_id(context.now()), scheduled, row, told.private)


def _plain(command: Payload) -> dict[str, Any]:
    names = ("way", "place", "parties", "invited", "recorder", "law", "custom", "open")
    return {name: command[name] for name in (*names, "open_consents", "result")}


def _check(
    context: Context, command: Payload, found: opening.Known, parties: list[str], at: datetime
) -> None:
    if at.date() < datetime.fromisoformat(found.row["accepted_at"]).date():
        raise Refused("before_acceptance", accepted_at=found.row["accepted_at"])
    if command["ended_at"] is not None:
        gates.check_order(command["ended_at"], at, "ended_at")
    gates.check_session(command, parties)
    law.check_law(command["law"])
    with context.read() as connection:
        gates.check_notice(parties, mediations.noticed_at(connection, found.id), at)
        sessions = mediations.sessions_of(connection, found.id)
    waiting = [s["id"] for s in sessions if s["state"] == "scheduled"]
    if command["session"] is not None and command["session"] not in waiting:
        raise Refused("no_such_session", field="session")


def _is_one_of(context: Context, mediators: list[str]) -> bool:
    return context.principal.role == MEDIATOR and context.principal.id in mediators


def _keep_private(context: Context, tx: Transaction, case: str, sitting: Sitting) -> None:
    """Words of one side and of oneself: sealed, in a table that nothing else points to."""
    for no, said in enumerate(sitting.private, 1):
        sealed = context.vault.seal(said.words, words.about(case, said.audience))
        row = {"case": case, "audience": said.audience, "sealed": sealed, "no": no}
        at = sitting.row["starts_at"]
        tx.add(tables.private_word, id=new_id(context.now()), at=at, **row)
