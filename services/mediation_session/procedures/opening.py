"""Opening a mediation: when intake tells of it, with the first verb that names the case, or from
the facts themselves where no intake runs.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.mediation_session import clients
from services.mediation_session.rules import clock, opening
from services.mediation_session.store import mediations, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """A mediation as it stands, or as it will be opened; `case` is intake's answer then."""

    row: Payload
    case: Payload | None

    @property
    def id(self) -> str:
        """The case."""
        return str(self.row["id"])


def known(context: Context, case: str) -> Known:
    """The mediation of a case in the asker's scope. One that is unknown here is fetched from
    intake, so nobody ever hears "not there yet"; refuses `case_not_accepted`.
    """
    with context.read() as connection:
        if mediations.by_case(connection, case) is not None:
            return Known(mediations.find(connection, case, context.principal), None)
    found = clients.get_case(context, case)
    opening.check_accepted(found)
    return Known(opening.of_case(found), found)


def begin(context: Context, tx: Transaction, found: Known) -> None:
    """Open it in the transaction of the act that named it, unless somebody was quicker."""
    if found.case is not None:
        mediators = (m["mediator"] for m in found.case["mediators"])
        insert(context, tx, found.row, mediators)


def insert(context: Context, tx: Transaction, row: Payload, mediators: Iterable[str]) -> bool:
    """Insert a mediation, tell of it, set its deadline; False if it was there."""
    if not tx.database.insert_unless_there(tx.connection, tables.mediation, **row):
        return False
    mediations.set_mediators(tx, row["id"], mediators)
    clocked = {name: row[name] for name in ("started_on", "due_on", "provisional")}
    tx.append("mediation_opened", row["id"], version=1, happened_at=row["accepted_at"], **clocked)
    if row["due_on"] is not None:
        watch(context, tx, row["id"], row["due_on"], 1)
    return True


def watch(context: Context, tx: Transaction, case: str, due_on: str, version: int) -> None:
    """Look at the clock when its last day is over. The key names the version that set the day:
    a day that moved is watched anew, and the older job finds nothing to do.
    """
    at = max(clock.morning_after(date.fromisoformat(due_on)), context.now())
    tx.queue("mark_overdue", case, key=f"overdue:{case}:{version}", at=at, due_on=due_on)


def open_mediation(context: Context, command: Payload) -> Payload:
    """Open a mediation from the facts that the verb takes, where intake is not deployed."""
    if not context.principal.covers(command["division"]):
        raise Refused("not_found", field="division")
    if clients.intake_runs(context):
        raise Refused("intake_present")
    case, accepted_at = new_id(context.now()), context.happened(command)
    facts = {**_facts(context, command), "case": case}
    sealed = context.vault.seal(json.dumps(facts, ensure_ascii=False), f"mediation.facts:{case}")
    row = opening.by_hand(facts, accepted_at, context.principal.actor, sealed)
    with context.commit() as tx:
        insert(context, tx, row, [m["mediator"] for m in command["mediators"]])
        clocked = {name: row[name] for name in ("due_on", "provisional")}
        return tx.answer(case=case, state="open", version=1, **clocked)


def _facts(context: Context, command: Payload) -> dict[str, Any]:
    """The facts in the shape of intake's answers, so that one code reads both."""
    names = ("division", "committee", "committee_name", "number", "category", "summary")
    parties = [
        {**party, "party": new_id(context.now()), "label": party["name"]}
        for party in command["parties"]
    ]
    own = ("oral_allowed", "clock", "mediators")
    return {**{name: command[name] for name in (*names, *own)}, "parties": parties}
