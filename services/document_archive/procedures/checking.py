"""Checking a volume, and explaining what it lacks."""

from collections.abc import Mapping
from typing import Any

from services.document_archive.forms.catalogue import forms
from services.document_archive.procedures.binding import cover_facts
from services.document_archive.procedures.keeping import Paper, stored, written
from services.document_archive.procedures.making import printed
from services.document_archive.procedures.standing import Standing, heads_of, listed, stand
from services.document_archive.rules import cover, due, states
from services.document_archive.store import changes, tables
from shared.bus.context import Context

Payload = Mapping[str, Any]
SHEET = "explanation"


def check_volume(context: Context, command: Payload) -> Payload:
    """What is missing, by form; checked once nothing stands against closing."""
    standing, happened = stand(context, command["case"]), context.happened(command)
    states.step(standing.row["state"], "check_volume")
    state, missing = states.after_check(ready=standing.is_ready), standing.missing
    with context.commit() as tx:
        version = tx.change(tables.volume, command["case"], seen(command, standing), state=state)
        told = {"ready": standing.is_ready, "missing": [lack.item for lack in missing]}
        tx.append("volume_checked", command["case"], version=version, happened_at=happened, **told)
        return tx.answer(
            case=command["case"],
            state=state,
            version=version,
            ready=standing.is_ready,
            missing=listed(missing),
            waits_for=list(standing.waits_for),
            heads=heads_of(standing),
        )


def explain_lack(context: Context, command: Payload) -> Payload:
    """A sheet (卷宗情况说明) says why a paper is not there; it is bound in its place."""
    standing, happened = stand(context, command["case"]), context.happened(command)
    state = states.step(standing.row["state"], "explain_lack")
    lack = due.lack_of(standing.lacks, command["item"])
    data = _sheet(context, standing, command, f"本卷缺《{lack.zh}》。{command['reason']}")
    printed_ = printed(context, SHEET, {**data, "date": happened.date().isoformat()})
    title, facts = forms()[SHEET].zh, cover.facts_of(data)
    paper = Paper(SHEET, title, printed_.version, printed_.pdf, printed_.pages, facts)
    row = stored(context, command["case"], paper, happened)
    with context.commit() as tx:
        version = tx.change(tables.volume, command["case"], seen(command, standing), state=state)
        written(context, tx, {**row, "no": version})
        changes.keep_explanation(tx, command["case"], lack.item, row["id"])
        told = {"version": version, "happened_at": happened, "document": row["id"]}
        tx.append("lack_explained", command["case"], item=lack.item, **told)
        answered = {"state": state, "version": version, "document": row["id"]}
        return tx.answer(case=command["case"], **answered)


def seen(command: Payload, standing: Standing) -> int:
    """The version that the caller saw."""
    return int(command["version"] or standing.row["version"])


def _sheet(context: Context, standing: Standing, command: Payload, text: str) -> dict[str, Any]:
    facts = cover_facts(context, standing)
    by = [command["bound_by"]] if command["bound_by"] else list(facts.mediators)
    number = standing.row["number"]
    return {"committee": facts.committee, "number": number, "text": text, "bound_by": by}
