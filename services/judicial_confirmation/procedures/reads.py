"""What others read of a confirmation: one, a list, what is due, the packet itself."""

import base64
from collections.abc import Mapping
from datetime import date
from typing import Any

from services.judicial_confirmation.procedures import packets
from services.judicial_confirmation.procedures.moving import found
from services.judicial_confirmation.rules import periods, states
from services.judicial_confirmation.store import queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.access.principal import division_prefix
from shared.bus.context import Context
from shared.contracts.refused import Refused

Payload = Mapping[str, Any]
ADVICE = {
    "oral_agreement": "口头协议不能申请司法确认。可以写成书面协议，"
    "各方和调解员签名、调委会盖章之后，三十日内共同申请。"
}
FOREVER = "9999-12-31"


def get_confirmation(context: Context, query: Payload) -> Payload:
    """One confirmation, named by itself or as the latest of its case."""
    named = {"id": query["confirmation"], "case": query["case"]}
    given = {name: value for name, value in named.items() if value is not None}
    if not given:
        raise Refused("invalid", fields={"confirmation": ["请填写司法确认编号或者案件编号"]})
    with context.read() as connection:
        row = queries.find(connection, context.principal, **given)
        parts = {
            table.name: queries.of(connection, table, row["id"])
            for table in (tables.wish, tables.supplement, tables.ruling, tables.message)
        }
        made = queries.of(connection, tables.application, row["id"])
        signed = queries.of(connection, tables.signature, row["id"])
    return {
        **_summary(row),
        "advice": ADVICE.get(row["reason"]),
        "days_left": _days_left(row, context.today()),
        "wishes": parts["wish"],
        "applications": [_application(one, signed) for one in made],
        "supplements": parts["supplement"],
        "ruling": {**parts["ruling"][0], "grounds": row["grounds"]} if parts["ruling"] else None,
        "messages": [{**message, "message": message["id"]} for message in parts["message"]],
    }


def _summary(row: Row) -> dict[str, Any]:
    return {**row, "confirmation": row["id"]}


def _days_left(row: Row, today: date) -> int | None:
    """While nothing has come to the court; afterwards the period is kept."""
    if row["state"] not in (*states.UNSENT, "sending") or row["submitted_at"]:
        return None
    return periods.days_left(date.fromisoformat(row["deadline"]), today)


def _application(made: Row, signed: list[Row]) -> Payload:
    mine = [s for s in signed if s["text_sha256"] == made["text_sha256"]]
    return {**made, "signatures": mine}


def list_confirmations(context: Context, query: Payload) -> Payload:
    """The ledger (台账) of confirmations under a division, newest first."""
    named = {"case": query["case"], "state": query["state"]}
    prefix = _prefix(query)
    with context.read() as connection:
        rows = queries.listed(connection, context.principal, prefix, query["limit"], **named)
    return {"confirmations": [_summary(row) for row in rows]}


def list_due(context: Context, query: Payload) -> Payload:
    """Applications and supplements whose day comes, the most urgent first."""
    until = query["until"].isoformat() if query["until"] else FOREVER
    who, prefix, today = context.principal, _prefix(query), context.today()
    waiting = (*states.UNSENT, "sending")
    with context.read() as connection:
        sides = queries.due_applications(connection, who, prefix, waiting, until)
        asked = queries.due_supplements(connection, who, prefix, until)
    due = [_duty("application", row, row["deadline"], today) for row in sides]
    due += [_duty("supplement", row, row["until"], today) for row in asked]
    due.sort(key=lambda duty: (duty["due_on"], duty["confirmation"]))
    return {"due": due[: query["limit"]]}


def _duty(kind: str, row: Row, due_on: str, today: date) -> dict[str, Any]:
    left = periods.days_left(date.fromisoformat(due_on), today)
    about = {name: row[name] for name in ("case", "state")}
    return {
        "kind": kind,
        "confirmation": row["id"],
        **about,
        "due_on": due_on,
        "days_left": left,
    }


def _prefix(query: Payload) -> str:
    return division_prefix(query["division"]) if query["division"] else ""


def get_packet(context: Context, query: Payload) -> Payload:
    """The packet as it was made, to be read and signed; refuses `packet_changed` where its papers
    are others by now.
    """
    row = found(context, query)
    with context.read() as connection:
        made = queries.current_application(connection, row)
    again = packets.make_again(context, row, made)
    content = base64.b64encode(again.pdf).decode()
    return {"packet": made["packet"], "sha256": made["sha256"], "packet_base64": content}
