"""The ruling (裁定书), the days that follow from it, and its scan on the way to the archive."""

import base64
from collections.abc import Mapping
from datetime import date
from typing import Any

from services.judicial_confirmation import clients
from services.judicial_confirmation.procedures.court import answer, check_after
from services.judicial_confirmation.procedures.ending import end
from services.judicial_confirmation.procedures.moving import change, tell
from services.judicial_confirmation.rules import periods, published, states
from services.judicial_confirmation.store import changes, queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]
GROUNDS = ("rejection_grounds", "refusal_grounds")  # what should not have been accepted: 355


def rule(context: Context, tx: Transaction, row: Row, said: Payload) -> Payload:
    """The agreement is valid (confirmed), or the application is rejected with its grounds."""
    states.step(row["state"], "rule_confirmation")
    _check(context, row, said)
    at, result, days = said["happened_at"], said["result"], _days(tx, row, said)
    version = change(tx, row, said["version"])
    scan = _sealed(context, row, said["ruling_base64"])
    tx.add(tables.ruling, confirmation=row["id"], result=result, scan=scan, **_kept(said), **days)
    entry = _tell_ruling(tx, row, version, said, days)
    if scan is not None:
        mine = {"confirmation": row["id"], "entry": entry}
        tx.queue("file_ruling", row["case"], key=f"file:{entry}", **mine)
    how = "confirmed" if result == "valid" else "rejected"
    version = end(tx, row, how, at, version=version, grounds=said["grounds"])
    return {**answer(row, "ended", version), "result": result, **days}


def _check(context: Context, row: Row, said: Payload) -> None:
    at, served = said["happened_at"], said["served_at"]
    check_after(at, row["accepted_at"])
    periods.check_order(served, at, "served_at")
    if served > context.now():
        raise Refused("future_act", field="served_at")
    if said["result"] == "rejected" and not said["grounds"]:
        raise Refused("ground_missing", field="grounds")
    published.check_grounds(said["grounds"], GROUNDS, at.date())


def _kept(said: Payload) -> dict[str, Any]:
    moments = {"ruled_at": said["happened_at"], "served_at": said["served_at"]}
    iso = {name: moment.isoformat() for name, moment in moments.items()}
    return {"number": said["ruling_number"], **iso}


def _days(tx: Transaction, row: Row, said: Payload) -> dict[str, Any]:
    """Objection to either result; enforcement of a valid agreement, where its last day of
    performance is known.
    """
    last = queries.current_application(tx.connection, row)["performance_until"]
    served = said["served_at"].astimezone(SHANGHAI).date()
    days: dict[str, Any] = {"objection_until": periods.objection_until(served).isoformat()}
    if said["result"] != "valid" or last is None:
        return {**days, "enforcement_until": None}
    until = periods.enforcement_until(date.fromisoformat(last))
    return {**days, "enforcement_until": until.isoformat()}


def _tell_ruling(
    tx: Transaction, row: Row, version: int, said: Payload, days: Mapping[str, Any]
) -> str:
    numbers = {"court_number": row["court_number"], "ruling_number": said["ruling_number"]}
    told = {"result": said["result"], "grounds": said["grounds"], **numbers, **days}
    at = said["happened_at"]
    return tell(tx, "confirmation_ruled", row, version, at, ruled_on=at.date(), **told)


def _sealed(context: Context, row: Row, scan_base64: str | None) -> bytes | None:
    if scan_base64 is None:
        return None
    try:
        plain = base64.b64decode(scan_base64, validate=True)
    except ValueError as problem:
        raise Refused("attachment_unreadable", field="ruling_base64") from problem
    return context.vault.seal_bytes(plain, _about(row["id"]))


def _about(id_: str) -> str:
    return f"ruling.scan:{id_}"


def file_scan(context: Context, job: Job) -> None:
    """Put the scan into the archive, under the entry's id."""
    id_ = job.args["confirmation"]
    with context.read() as connection:
        row, ruled = queries.by_id(connection, id_), queries.of(connection, tables.ruling, id_)[0]
    if ruled["scan"] is None:
        return
    plain = context.vault.open_bytes(ruled["scan"], _about(id_))
    paper = {"subject": row["case"], "kind": "ruling", "title": f"裁定书{ruled['number']}"[:60]}
    scan = {"content_base64": base64.b64encode(plain).decode(), "happened_at": ruled["ruled_at"]}
    clients.file(context, "file_scan", job.args["entry"], **paper, **scan)


def drop_scan(_context: Context, tx: Transaction, job: Job, _facts: None) -> None:
    """The archive has it: our copy goes."""
    changes.drop_scan(tx, job.args["confirmation"])
