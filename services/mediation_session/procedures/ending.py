"""A mediation that ends without agreement: the reason, and the other doors told (art. 26)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.mediation_session.procedures import opening, papers
from services.mediation_session.rules import clock, law, states
from services.mediation_session.store import tables
from shared.bus.context import Context

Payload = Mapping[str, Any]


def end_mediation(context: Context, command: Payload) -> Payload:
    """A person ends it, never the clock; the notice of other routes is made afterwards."""
    found, at = opening.known(context, command["case"]), context.happened(command)
    state = states.step(found.row["state"], "end_mediation")
    due_on = found.row["due_on"]
    clock.check_expired(command["how"], date.fromisoformat(due_on) if due_on else None, at.date())
    law.check_prevented(command["prevented"], at.date())
    seen, moment = command["version"] or found.row["version"], at.isoformat()
    kept = {"reason": command["reason"], "prevented": command["prevented"]}
    with context.commit() as tx:
        opening.begin(context, tx, found)
        end = {"state": state, "ended_how": command["how"], "ended_at": moment, "overdue": False}
        version = tx.change(tables.mediation, found.id, seen, **end, **kept)
        data = {"how": command["how"], "prevented": command["prevented"], "defects": []}
        data |= {"form": None, "agreement": None, "happened_at": at}
        entry = tx.append("mediation_ended", found.id, version=version, **data)
        wanted = papers.Wanted(entry, found.id, "other_routes_notice", found.id, moment)
        papers.want(tx, wanted)
        return tx.answer(case=found.id, state=state, version=version)
