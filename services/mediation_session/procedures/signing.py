"""Signing and sealing: bound to the text that was seen; effect is computed, never typed."""

from collections.abc import Mapping
from typing import Any

from services.mediation_session.procedures import effect
from services.mediation_session.procedures.drafting import Held, held
from services.mediation_session.rules import gates, law, line, signing, states
from services.mediation_session.store import agreements, mediations, tables
from shared.bus.context import Context
from shared.contracts.language import MEDIATOR
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def sign_agreement(context: Context, command: Payload) -> Payload:
    """One signature of a party, or who acts for it, or of a mediator (art. 29)."""
    found, at = _open_text(context, command, "sign_agreement"), context.happened(command)
    signing.check_way(command["way"], paper_only=found.agreement["paper_only"])
    kind = command["signer_kind"]
    signer = _party(command, found) if kind == "party" else _mediator(context, command, found)
    row = {**signer, **{n: command[n] for n in ("signer_kind", "signed_by", "way", "document")}}
    row |= {"at": at.isoformat(), "by": context.principal.actor}
    signatures = _signatures(context, found)
    if row["signer"] in [s["signer"] for s in signatures]:
        raise Refused("signed_before")
    stands = _standing(found, [*signatures, row], found.agreement["sealed_at"])
    with context.commit() as tx:
        version = _change(tx, found, command, stands, {})
        tx.add(tables.signature, agreement=found.id, **row)
        data = {"version": version, "agreement": found.id, "happened_at": at}
        said = {name: row.get(name) for name in ("signer_kind", "party", "way")}
        tx.append("agreement_signed", found.case, **data, **said)
        return _conclude(tx, found, version, stands, {})


def seal_agreement(context: Context, command: Payload) -> Payload:
    """The committee's seal (art. 29). What the mediation prevented is counted here."""
    found, at = _open_text(context, command, "seal_agreement"), context.happened(command)
    if found.agreement["sealed_at"] is not None:
        raise Refused("sealed_before")
    law.check_prevented(command["prevented"], at.date())
    kept = {"sealed_at": at.isoformat(), "sealed_by": context.principal.actor}
    kept |= {"prevented": command["prevented"]}
    stands = _standing(found, _signatures(context, found), kept["sealed_at"])
    with context.commit() as tx:
        version = _change(tx, found, command, stands, kept)
        return _conclude(tx, found, version, stands, kept)


def _open_text(context: Context, command: Payload, verb: str) -> Held:
    """The agreement, if its text is fixed, is the one that was seen, and may still be signed."""
    found = held(context, command["agreement"])
    states.agreement_step(found.agreement["state"], verb)
    states.check_may_agree(found.mediation, found.binding)
    signing.check_hash(command["hash"], found.agreement["hash"])
    signing.check_time(context.happened(command), found.agreement["frozen_at"])
    return found


def _party(command: Payload, found: Held) -> dict[str, Any]:
    parties = {p["party"]: p for p in line.parts(found.agreement["line"])["parties"]}
    if command["party"] is None:
        raise Refused("not_a_party", field="party")
    gates.check_parties([command["party"]], parties, "party")
    signing.check_signer(parties[command["party"]], command["signed_by"])
    return {"signer": f"party:{command['party']}", "party": command["party"]}


def _mediator(context: Context, command: Payload, found: Held) -> dict[str, Any]:
    own = context.principal.id if context.principal.role == MEDIATOR else ""
    who = command["mediator"] or own
    with context.read() as connection:
        mediators = mediations.mediators_of(connection, found.case)
    gates.check_mediators([who], mediators, "mediator")
    return {"signer": f"mediator:{who}", "mediator": who}


def _signatures(context: Context, found: Held) -> list[Payload]:
    with context.read() as connection:
        return list(agreements.signatures_of(connection, found.id))


def _standing(found: Held, signatures: list[Payload], sealed_at: str | None) -> signing.Standing:
    parties = [p["party"] for p in line.parts(found.agreement["line"])["parties"]]
    return signing.standing(parties, signatures, sealed_at)


def _change(
    tx: Transaction, found: Held, command: Payload, stands: signing.Standing, kept: Payload
) -> int:
    seen = command["version"] or found.mediation["version"]
    bound = {**found.agreement, **kept}
    at = stands.effective_at
    values = effect.ending(found.mediation, bound, at) if at else {}
    return tx.change(tables.mediation, found.case, seen, **values)


def _conclude(
    tx: Transaction, found: Held, version: int, stands: signing.Standing, kept: Payload
) -> Payload:
    """Keep how the agreement stands; once nothing is missing it binds."""
    moments = {n: getattr(stands, n) for n in ("effective_at", "parties_signed_at")}
    state = "effective" if stands.effective_at else "signing"
    agreements.change(tx, found.id, state=state, **moments, **kept)
    if stands.effective_at:
        agreement = {**found.agreement, **kept, **moments}
        effect.tell(tx, found.mediation, agreement, version, ())
    waiting = {n: getattr(stands, n) for n in ("parties", "mediator", "seal")}
    waiting["parties"] = list(stands.parties)
    done = {"case": found.case, "agreement": found.id, "state": state, "version": version}
    return tx.answer(**done, waiting=waiting, effective_at=stands.effective_at)
