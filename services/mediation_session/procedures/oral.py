"""Oral agreements (口头协议, art. 28, 30): the mediator records the content; it binds at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.mediation_session.procedures import effect, opening
from services.mediation_session.rules import clock, gates, law, line, oral, states
from services.mediation_session.store import agreements, mediations, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]


def record_oral_agreement(context: Context, command: Payload) -> Payload:
    """Record what was agreed by word of mouth, where the dispute allows that form. The linter
    does not read it, and no court confirms it.
    """
    found = opening.known(context, command["case"])
    _check(context, command, found.row)
    agreement = _row(context, found.row, command)
    values = effect.ending(found.row, agreement, agreement["effective_at"])
    seen = command["version"] or found.row["version"]
    with context.commit() as tx:
        opening.begin(context, tx, found)
        version = tx.change(tables.mediation, found.id, seen, **values)
        tx.add(tables.agreement, no=version, **agreement)
        effect.tell(tx, found.row, agreement, version, ())
        done = {"agreement": agreement["id"], "state": "effective", "hash": agreement["hash"]}
        effective_at = agreement["effective_at"]
        return tx.answer(case=found.id, version=version, effective_at=effective_at, **done)


def _check(context: Context, command: Payload, mediation: Payload) -> None:
    if not mediation["oral_allowed"]:
        raise Refused("written_form_due")
    states.check_may_agree(mediation, None)
    if command["reached_at"] > context.now():
        raise Refused("future_act", field="reached_at")
    law.check_prevented(command["prevented"], context.today())
    with context.read() as connection:
        states.succession(agreements.of_case(connection, mediation["id"]), None)
        sessions = mediations.sessions_of(connection, mediation["id"])
    reached_on = date.fromisoformat(clock.local(command["reached_at"])[:10])
    gates.check_after_session(reached_on, sessions)


def _row(context: Context, mediation: Payload, command: Payload) -> dict[str, Any]:
    id_, reached_at = new_id(context.now()), clock.local(command["reached_at"])
    head = oral.head(mediation, id_)
    text = line.oral(head, command["terms"], reached_at, command["amount_fen"])
    row = oral.row(mediation["id"], id_, text)
    said = {name: command[name] for name in ("terms", "amount_fen", "prevented")}
    return {**row, **said, "effective_at": reached_at}
