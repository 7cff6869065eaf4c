"""A mediation recorded afterwards (补录, walks.md case 5): notice, sessions, oral agreement and
performance in one transaction, with the defects it had.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from services.mediation_session.procedures import effect, papers
from services.mediation_session.rules import clock, line, opening, oral, past
from services.mediation_session.store import agreements, mediations, tables
from shared.bus.context import Context
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def record(context: Context, tx: Transaction, case: Payload, note: Payload) -> None:
    """Record the whole of it; nothing where it stands already."""
    row, agreement = opening.of_case(case), _agreement(context, case, note)
    due_on = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    mediators = [m["mediator"] for m in case["mediators"]]
    wrong = past.defects(note, len(mediators), due_on, oral_allowed=case["oral_allowed"])
    ended = effect.ending(row, agreement, agreement["effective_at"])
    whole = {**row, **ended, "defects": wrong}
    if not tx.database.insert_unless_there(tx.connection, tables.mediation, **whole):
        return
    mediations.set_mediators(tx, row["id"], mediators)
    clocked = {name: row[name] for name in ("started_on", "due_on", "provisional")}
    tx.append("mediation_opened", row["id"], version=1, happened_at=row["accepted_at"], **clocked)
    parties = [party["party"] for party in case["parties"]]
    _notices(context, tx, row, note, parties)
    for sitting in _sittings(note):
        _session(context, tx, row, sitting, mediators)
    tx.add(tables.agreement, no=1, **agreement)
    effect.tell(tx, row, agreement, 1, wrong)
    _performance(context, tx, row, agreement, note)


def _notices(
    context: Context, tx: Transaction, row: Payload, note: Payload, parties: Sequence[str]
) -> None:
    """The parties were told at the time that the note says, if they were."""
    at = clock.local(note["notice_at"]) if note["notice_at"] else ""
    for party in parties if at else ():
        kept = {"party": party, "way": "in_person", "happened_at": at}
        by = context.principal.actor
        tx.add(tables.notice, case=row["id"], signed_by="self", by=by, **kept)
        entry = tx.append("notice_given", row["id"], version=1, **kept)
        papers.want(tx, papers.Wanted(entry, row["id"], "notice", party, at))


def _sittings(note: Payload) -> list[dict[str, Any]]:
    """Its sittings, the law explained with the last of them, which led to the agreement."""
    sessions = [{**sitting, "law": [], "result": "continue"} for sitting in note["sessions"]]
    if sessions:
        sessions[-1] |= {"law": note["law_explained"], "result": "agreed"}
    return sessions


def _session(
    context: Context, tx: Transaction, row: Payload, sitting: Payload, mediators: Sequence[str]
) -> None:
    """One sitting; of the people who were there the note has labels, not ids."""
    id_, at = new_id(context.now()), clock.local(sitting["happened_at"])
    people = [{"label": label, "relation": "other", "consents": []} for label in sitting["people"]]
    kept = {"place": sitting["place"], "joint_words": sitting["joint_words"], "law": sitting["law"]}
    kept |= {"invited": people, "result": sitting["result"], "starts_at": at}
    kept |= {"parties": [], "open_consents": [], "mediators": list(mediators), "open": False}
    kept |= {"way": "on_site", "state": "held", "by": context.principal.actor}
    tx.add(tables.session, id=id_, case=row["id"], **kept)
    data = {"session": id_, "way": "on_site", "law": sitting["law"], "happened_at": at}
    entry = tx.append("session_held", row["id"], version=1, **data)
    papers.want(tx, papers.Wanted(entry, row["id"], "record", id_, at))


def _agreement(context: Context, case: Payload, note: Payload) -> dict[str, Any]:
    said, id_ = note["agreement"], new_id(context.now())
    head = oral.head({**case, "id": case["case"]}, id_)
    reached_at = clock.local(said["reached_at"])
    text = line.oral(head, said["terms"], reached_at, said["amount_fen"])
    return {
        **oral.row(case["case"], id_, text),
        "terms": said["terms"],
        "amount_fen": said["amount_fen"],
        "prevented": [],
        "effective_at": reached_at,
    }


def _performance(
    context: Context, tx: Transaction, row: Payload, agreement: Payload, note: Payload
) -> None:
    """How far it had been performed when it was recorded."""
    done = note["performance"]
    if done is None:
        return
    at = clock.local(done["at"] or agreement["effective_at"])
    said = {"clause": None, "period": None, "state": done["state"], "amount_fen": None}
    kept = {**said, "no": 1, "happened_at": at, "by": context.principal.actor}
    tx.add(tables.performance, id=new_id(context.now()), agreement=agreement["id"], **kept)
    complete = effect.set_due(tx, agreement["id"], [], [said])
    agreements.change(tx, agreement["id"], complete=complete)
    data = {"agreement": agreement["id"], "complete": complete, "happened_at": at, **said}
    tx.append("performance_recorded", row["id"], version=1, **data)
