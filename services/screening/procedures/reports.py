"""Reports upward (上报党委政府) about a grave finding: undeletable, to whom, when, receipt."""

import hashlib
from collections.abc import Mapping
from typing import Any

from services.screening import rules, store
from services.screening.procedures.findings import found
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]


def escalate_finding(context: Context, command: Payload) -> Payload:
    """Report a finding to the Party committee, the government or the police."""
    finding, happened = found(context, command), context.happened(command)
    state = rules.step(finding["state"], "escalate_finding")
    seen, id_ = command["version"] or finding["version"], new_id(context.now())
    row = {name: command[name] for name in ("to", "way", "text")}
    text_hash = hashlib.sha256(command["text"].encode()).hexdigest()
    with context.commit() as tx:
        version = tx.change(store.finding, finding["id"], seen)
        tx.add(store.escalation, id=id_, finding=finding["id"], at=happened.isoformat(), **row)
        data = {"escalation": id_, "to": row["to"], "text_hash": text_hash, "version": version}
        data |= {"division": finding["division"], "happened_at": happened}
        tx.append("finding_escalated", finding["id"], **data)
        return tx.answer(finding=finding["id"], state=state, version=version, escalation=id_)


def record_receipt(context: Context, command: Payload) -> Payload:
    """Whoever got the report says so; a receipt is kept once."""
    finding, happened = found(context, command), context.happened(command)
    state = rules.step(finding["state"], "record_receipt")
    _check_open(context, finding["id"], command["escalation"])
    seen = command["version"] or finding["version"]
    with context.commit() as tx:
        version = tx.change(store.finding, finding["id"], seen)
        receipt = {"receiver": command["receiver"], "received_at": happened.isoformat()}
        store.keep_receipt(tx, command["escalation"], receipt)
        data = {"escalation": command["escalation"], "version": version}
        data |= {"division": finding["division"], "happened_at": happened}
        tx.append("receipt_recorded", finding["id"], **data)
        return tx.answer(finding=finding["id"], state=state, version=version)


def _check_open(context: Context, finding_id: str, escalation_id: str) -> None:
    with context.read() as connection:
        reports = {e["id"]: e for e in store.escalations_of(connection, finding_id)}
    if escalation_id not in reports:
        raise Refused("not_found", field="escalation")
    if reports[escalation_id]["received_at"]:
        raise Refused("receipt_recorded_before")
