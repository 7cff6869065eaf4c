"""Parties (当事人), their guardians and agents; attempts to reach them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from services.intake.procedures import sealing
from services.intake.procedures.opening import party_row, tell_party
from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.rules import codes, states
from services.intake.rules import people as rules
from services.intake.store import cases, people, tables
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id


def record_party(context: Context, command: Payload) -> Payload:
    """One more side, or who acts for one; a later heir comes in the same way."""
    case, happened = found(context, command), context.happened(command)
    state, stored = states.step(case, "record_party"), _stored(context, case)
    row = party_row(context, case["id"], len(stored), command, happened)
    row |= _represents(stored, command["represents"], happened.date())
    _check_stand_in(row)
    warnings = _warnings(context, case, stored, row, happened.date())
    with context.commit() as tx:
        version = bump(tx, command, case)
        tx.add(tables.party, **row)
        tell_party(tx, row, version, happened)
        return done(tx, case["id"], state, version, party=row["id"], warnings=warnings)


def amend_party(context: Context, command: Payload) -> Payload:
    """What has become known, or was wrong; what is left out stays."""
    case, happened = found(context, command), context.happened(command)
    state, stored = states.step(case, "amend_party"), _stored(context, case)
    old = _party(stored, command["party"])
    kind = command.get("kind", old["kind"])
    changed = sealing.facts(context.vault, old["id"], command, kind, happened.date())
    changed |= _represents(stored, command.get("represents"), happened.date())
    _check_stand_in(row := {**old, **changed})
    warnings = _warnings(context, case, stored, row, happened.date())
    with context.commit() as tx:
        version = bump(tx, command, case)
        if changed:
            people.set_row(tx, tables.party, old["id"], **changed)
        tell_party(tx, row, version, happened)
        return done(tx, case["id"], state, version, party=old["id"], warnings=warnings)


def _stored(context: Context, case: Payload) -> list[cases.Row]:
    with context.read() as connection:
        return people.parties_of(connection, case["id"])


def _party(stored: Sequence[Payload], id_: str) -> Payload:
    for party in stored:
        if party["id"] == id_:
            return party
    raise Refused("not_found", field="party")


def _represents(stored: Sequence[Payload], told: Payload | None, on: date) -> dict[str, Any]:
    """Columns of a guardian or agent: for whom, with which powers, until when."""
    if told is None:
        return {}
    if _party(stored, told["party"])["role"] not in rules.SIDES:
        raise Refused("represents_missing", field="represents.party")
    codes.check("agent_kinds", told["kind"], on, "represents.kind")
    return {
        "represents": told["party"],
        "represents_relation": told["relation"],
        "represents_kind": told["kind"],
        "represents_powers": told["powers"],
        "represents_until": told["until"].isoformat() if told["until"] else None,
    }


def _check_stand_in(row: Payload) -> None:
    """A guardian or agent acts for a party, and nobody else does."""
    if (row["role"] in rules.SIDES) == bool(row["represents"]):
        raise Refused("represents_missing", field="represents")


def _warnings(
    context: Context, case: Payload, stored: Sequence[Payload], row: Payload, on: date
) -> list[str]:
    """What is to be seen to, now that this is known."""
    parties = [*(p for p in stored if p["id"] != row["id"]), row]
    warnings = ["guardian_missing"] if rules.guardians_missing(parties, on) else []
    with context.read() as connection:
        mediators = cases.mediators_of(connection, case["id"])
    if any(rules.is_party(m["identity_hash"], parties) for m in mediators):
        warnings.append("conflict_of_interest")
    return warnings


def record_contact(context: Context, command: Payload) -> Payload:
    """An attempt to reach a party: call, SMS, visit; reached or not."""
    case, happened = found(context, command), context.happened(command)
    state, party = states.step(case, "record_contact"), command["party"]
    _party(_stored(context, case), party)
    data = {"party": party, "way": command["way"], "reached": command["reached"]}
    with context.commit() as tx:
        version = bump(tx, command, case)
        tx.add(
            tables.contact,
            id=new_id(context.now()),
            case=case["id"],
            no=version,
            note=command["note"],
            at=happened.isoformat(),
            recorded_by=context.principal.actor,
            **data,
        )
        tx.append("contact_recorded", case["id"], version=version, happened_at=happened, **data)
        return done(tx, case["id"], state, version)
