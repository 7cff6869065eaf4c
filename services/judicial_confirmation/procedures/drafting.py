"""Drafting: the court is chosen, the packet is made, the parties sign the application."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from services.judicial_confirmation import clients
from services.judicial_confirmation.procedures import packets
from services.judicial_confirmation.procedures.moving import change, done, found, seen, tell
from services.judicial_confirmation.rules import checks, papers, periods, states
from services.judicial_confirmation.store import changes, queries, tables
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def list_courts(context: Context, query: Payload) -> Payload:
    """The courts to choose from, each with why."""
    row = found(context, query)
    return {"courts": clients.courts(context, row["division"], context.today())}


def prepare_application(context: Context, command: Payload) -> Payload:
    """Check, print and bind; what is wrong in law stops here, before anybody signs."""
    row, happened = found(context, command), context.happened(command)
    states.step(row["state"], "prepare_application")
    papers.check_asked(command["papers"])
    court = _court(context, row, command)
    grounds = packets.gather(context, row)
    verdicts = packets.judge(context, row, grounds)
    choice = papers.Choice(court["name"], _dated(context, row), tuple(command["papers"]))
    made = packets.make(context, grounds, choice)
    application = _application(row, court, choice, made, verdicts) | {
        "court_reason": command["reason"],
        "performance_until": grounds.agreement["performance_due_on"],
        "prepared_at": happened.isoformat(),
    }
    people = packets.identities(context, grounds)
    with context.commit() as tx:
        changes.keep_applicants(tx, row["id"], people)
        return _keep(tx, row, command, application)


def _court(context: Context, row: Row, command: Payload) -> Payload:
    """The court that was chosen; after the first sending it stays the same."""
    courts = clients.courts(context, row["division"], context.today())
    chosen = command["court"]
    if row["submitted_at"]:
        with context.read() as connection:
            chosen = queries.current_application(connection, row)["court"]
    return papers.choose_court(courts, chosen)


def _dated(context: Context, row: Row) -> date:
    """Today; a supplement keeps the date under which the parties signed."""
    if not row["submitted_at"]:
        return context.today()
    with context.read() as connection:
        return date.fromisoformat(queries.current_application(connection, row)["dated"])


def _application(
    row: Row,
    court: Payload,
    choice: papers.Choice,
    made: packets.Made,
    verdicts: Sequence[checks.Verdict],
) -> dict[str, Any]:
    attempt = row["attempt"] + 1
    return {
        "confirmation": row["id"],
        "attempt": attempt,
        "packet": f"{row['id']}.{attempt}",
        "sha256": made.sha256,
        "text_sha256": made.text_sha256,
        "manifest": made.manifest,
        "papers": list(choice.papers),
        "checks": [asdict(verdict) for verdict in verdicts],
        "dated": choice.dated.isoformat(),
        "court": court["court"],
        "court_name": court["name"],
        "court_division": court["division"],
        "court_why": court.get("why"),
    }


def _keep(tx: Transaction, row: Row, command: Payload, made: dict[str, Any]) -> Payload:
    signers = queries.signers(tx.connection, row["id"], made["text_sha256"])
    state = states.after_text(row["state"], row["parties"], signers)
    version = change(tx, row, seen(command, row), state=state, attempt=made["attempt"])
    tx.add(tables.application, **made)
    shown = {name: made[name] for name in ("attempt", "packet", "sha256", "court")}
    happened = datetime.fromisoformat(made["prepared_at"])
    tell(tx, "application_prepared", row, version, happened, **shown)
    waiting = states.waiting(row["parties"], signers)
    warnings = [c["code"] for c in made["checks"] if c["verdict"] == "warning"]
    return done(tx, row, state, version, waiting=waiting, warnings=warnings, **shown)


def sign_application(context: Context, command: Payload) -> Payload:
    """One party signs the text as it stands; another text needs another signature."""
    row, happened = found(context, command), context.happened(command)
    states.step(row["state"], "sign_application")
    states.check_party(row["parties"], command["party"])
    with context.read() as connection:
        made = queries.current_application(connection, row)
        signers = queries.signers(connection, row["id"], made["text_sha256"])
    if command["party"] in signers:
        raise Refused("signed_before", party=command["party"])
    prepared = datetime.fromisoformat(made["prepared_at"])
    periods.check_order(happened, prepared, "happened_at")
    signers.append(command["party"])
    state = states.after_text(row["state"], row["parties"], signers)
    signed = {name: command[name] for name in ("party", "way")}
    by = {"at": happened.isoformat(), "by": context.principal.actor}
    key = {"confirmation": row["id"], "text_sha256": made["text_sha256"]}
    with context.commit() as tx:
        version = change(tx, row, seen(command, row), state=state)
        tx.add(tables.signature, **key, **signed, **by)
        tell(tx, "application_signed", row, version, happened, **signed)
        waiting = states.waiting(row["parties"], signers)
        return done(tx, row, state, version, waiting=waiting)
