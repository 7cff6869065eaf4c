"""The notice of rights and duties (权利义务告知), without which nobody sits down."""

from collections.abc import Mapping
from typing import Any

from services.mediation_session.procedures import opening, papers, people
from services.mediation_session.rules import gates, states
from services.mediation_session.store import mediations, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused

Payload = Mapping[str, Any]


def give_notice(context: Context, command: Payload) -> Payload:
    """Tell one party its rights and duties (art. 23-24), of those that the case names now."""
    found = opening.known(context, command["case"])
    parties = people.ids(people.case_now(context, found)["parties"])
    gates.check_parties([command["party"]], parties, "party")
    states.step(found.row["state"], "give_notice")
    waiting = _waiting(context, command, parties)
    state, at = states.after_notice(found.row["state"], waiting), context.happened(command)
    given = {name: command[name] for name in ("party", "way")}
    with context.commit() as tx:
        opening.begin(context, tx, found)
        version = tx.change(tables.mediation, found.id, _seen(command, found), state=state)
        row = {**given, "signed_by": command["signed_by"], "by": context.principal.actor}
        tx.add(tables.notice, case=found.id, happened_at=at.isoformat(), **row)
        entry = tx.append("notice_given", found.id, version=version, happened_at=at, **given)
        papers.want(tx, papers.Wanted(entry, found.id, "notice", command["party"], at.isoformat()))
        return tx.answer(case=found.id, state=state, version=version, waiting=waiting)


def _waiting(context: Context, command: Payload, parties: list[str]) -> list[str]:
    """Who has no notice yet once this one is given."""
    with context.read() as connection:
        noticed = mediations.noticed_at(connection, command["case"])
    if command["party"] in noticed:
        raise Refused("notice_given_before", field="party")
    return [p for p in gates.waiting_for_notice(parties, noticed) if p != command["party"]]


def _seen(command: Payload, found: opening.Known) -> int:
    return int(command["version"] or found.row["version"])
