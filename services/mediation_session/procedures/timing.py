"""The clock of a mediation: paused, resumed, extended, overdue. It marks; a person ends."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from services.mediation_session.procedures import opening, people
from services.mediation_session.rules import clock, gates, states
from services.mediation_session.store import mediations, tables
from shared.bus.context import Context
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def pause_mediation(context: Context, command: Payload) -> Payload:
    """The clock stands still, such as for an appraisal (医疗纠纷预防和处理条例 38)."""
    found = opening.known(context, command["case"])
    states.step(found.row["state"], "pause_mediation")
    pauses, extensions = _past_changes(context, found.id)
    why, since = command["why"], command["since"]
    earliest = date.fromisoformat(found.row["started_on"])
    clock.check_reason(why, command["reason"])
    clock.check_pause(since, earliest, context.today(), pauses)
    pause = {"why": why, "reason": command["reason"], "since": since.isoformat(), "until": None}
    reading = _reading(found.row, [*pauses, pause], extensions)
    state = {"state": "paused", "resumes_to": found.row["state"]}
    with context.commit() as tx:
        version = _wind(context, tx, found, command, {**reading, **state})
        tx.add(tables.pause, case=found.id, no=len(pauses) + 1, **pause)
        data = {"version": version, "happened_at": context.happened(command)}
        tx.append("mediation_paused", found.id, why=why, since=since, **data)
        return _answer(tx, found.id, "paused", version, reading)


def resume_mediation(context: Context, command: Payload) -> Payload:
    """The clock runs again after the day `on`."""
    found = opening.known(context, command["case"])
    states.step(found.row["state"], "resume_mediation")
    pauses, extensions = _past_changes(context, found.id)
    clock.check_resume(command["on"], date.fromisoformat(pauses[-1]["since"]), context.today())
    until, state = command["on"].isoformat(), found.row["resumes_to"]
    reading = _reading(found.row, [*pauses[:-1], {**pauses[-1], "until": until}], extensions)
    with context.commit() as tx:
        values = {**reading, "state": state, "resumes_to": None}
        version = _wind(context, tx, found, command, values)
        mediations.end_pause(tx, found.id, until)
        data = {"version": version, "happened_at": context.happened(command)}
        due_on = reading["due_on"]
        tx.append("mediation_resumed", found.id, on=command["on"], due_on=due_on, **data)
        return _answer(tx, found.id, state, version, reading)


def extend_mediation(context: Context, command: Payload) -> Payload:
    """More time, with the consent of every party that the case names now."""
    found = opening.known(context, command["case"])
    state = states.step(found.row["state"], "extend_mediation")
    parties = people.ids(people.case_now(context, found)["parties"])
    gates.check_consents(parties, command["consents"], "consents")
    clock.check_extension(command["days"])
    pauses, extensions = _past_changes(context, found.id)
    reading = _reading(found.row, pauses, [*extensions, command["days"]])
    kept = {"days": command["days"], "consents": command["consents"]}
    happened = context.happened(command)
    with context.commit() as tx:
        version = _wind(context, tx, found, command, reading)
        at = happened.isoformat()
        tx.add(tables.extension, case=found.id, no=len(extensions) + 1, happened_at=at, **kept)
        data = {"version": version, "days": command["days"], "due_on": reading["due_on"]}
        tx.append("mediation_extended", found.id, happened_at=happened, **data)
        return _answer(tx, found.id, state, version, reading)


def mark_overdue(context: Context, tx: Transaction, job: Job, _facts: Any) -> None:
    """The last day is over: mark it, end nothing. A day that moved since finds nothing to do."""
    row = mediations.by_case(tx.connection, job.subject)
    if row is None or row["overdue"] or row["state"] not in states.RUNNING:
        return
    if row["due_on"] != job.args["due_on"]:
        return
    version = tx.change(tables.mediation, row["id"], row["version"], overdue=True)
    data = {"version": version, "happened_at": context.now(), "due_on": row["due_on"]}
    tx.append("mediation_overdue", row["id"], **data)


def _past_changes(context: Context, case: str) -> tuple[list[Payload], list[int]]:
    with context.read() as connection:
        pauses = mediations.pauses_of(connection, case)
        extensions = mediations.extensions_of(connection, case)
    return list(pauses), [extension["days"] for extension in extensions]


def _reading(row: Payload, pauses: Sequence[Payload], extensions: Sequence[int]) -> dict[str, Any]:
    started_on = date.fromisoformat(row["started_on"])
    reading = clock.read(row["clock"], started_on, pauses, extensions)
    due_on = reading.due_on.isoformat() if reading.due_on else None
    return {"due_on": due_on, "provisional": reading.provisional, "overdue": False}


def _wind(
    context: Context, tx: Transaction, found: opening.Known, command: Payload, values: Payload
) -> int:
    """Set the clock, and watch its new last day; one that lies back is marked at once."""
    opening.begin(context, tx, found)
    seen = command["version"] or found.row["version"]
    version = tx.change(tables.mediation, found.id, seen, **values)
    if values["due_on"] is not None:
        opening.watch(context, tx, found.id, values["due_on"], version)
    return version


def _answer(tx: Transaction, case: str, state: str, version: int, reading: Payload) -> Payload:
    clocked = {name: reading[name] for name in ("due_on", "provisional")}
    return tx.answer(case=case, state=state, version=version, **clocked)
