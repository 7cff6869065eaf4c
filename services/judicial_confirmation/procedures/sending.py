"""Sending: the packet goes to the court by a job, is never doubled, and its receipt comes back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from services.judicial_confirmation.drivers.court import Court, Packet, Receipt
from services.judicial_confirmation.procedures import deadlines, filing, messages, packets
from services.judicial_confirmation.procedures.ending import end
from services.judicial_confirmation.procedures.moving import change, done, found, seen, tell
from services.judicial_confirmation.rules import periods, states
from services.judicial_confirmation.store import changes, queries
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.bus.offload import offload
from shared.contracts.refused import Refused
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def submit_application(context: Context, command: Payload) -> Payload:
    """All have signed, nothing has changed since, the last day is not over: it goes."""
    row = found(context, command)
    states.check_not_lapsed(row["how"])
    state = states.step(row["state"], "submit_application")
    periods.check_in_time(date.fromisoformat(row["deadline"]), context.today())
    return _dispatch(context, command, row, state)


def answer_supplement(context: Context, command: Payload) -> Payload:
    """What the court asked for lies in the archive and in a new packet: it goes."""
    row = found(context, command)
    state = states.step(row["state"], "answer_supplement")
    return _dispatch(context, command, row, state)


def _dispatch(context: Context, command: Payload, row: Row, state: str) -> Payload:
    with context.read() as connection:
        made = queries.current_application(connection, row)
        signers = queries.signers(connection, row["id"], made["text_sha256"])
    if made["receipt"] is not None:
        raise Refused("not_prepared", packet=made["packet"])
    states.check_all_signed(row["parties"], signers)
    packets.judge(context, row, packets.gather(context, row))
    packets.make_again(context, row, made)
    now, told = context.now(), _told(made)
    with context.commit() as tx:
        version = change(tx, row, seen(command, row), state=state)
        changes.change_application(tx, made, sent_at=now.isoformat())
        tell(tx, "application_dispatched", row, version, now, **told)
        key = f"send:{made['packet']}"
        tx.queue("send_packet", row["case"], key=key, confirmation=row["id"])
        return done(tx, row, state, version, packet=made["packet"])


def _told(made: Row) -> dict[str, Any]:
    return {name: made[name] for name in ("attempt", "packet", "sha256", "court")}


def send(context: Context, job: Job) -> Receipt | None:
    """Hand the packet over, unless the court has it already: killed before the commit we find the
    same receipt again. None: the papers have changed meanwhile, so what was signed is not there.
    """
    with context.read() as connection:
        row = queries.by_id(connection, job.args["confirmation"])
        made = queries.current_application(connection, row)
    court: Court = context.drivers["court"]
    receipt: Receipt | None = offload(court.find, made["packet"])
    if receipt is not None:
        return receipt
    try:
        again = packets.make_again(context, row, made)
    except Refused as no:
        if no.code != "packet_changed":
            raise
        return None
    return _hand_over(court, made, again)


def _hand_over(court: Court, made: Row, again: packets.Made) -> Receipt:
    sent_at = datetime.fromisoformat(made["sent_at"])
    packet = Packet(
        number=made["packet"],
        court=made["court"],
        sha256=made["sha256"],
        pdf=again.pdf,
        manifest=made["manifest"],
        sent_at=sent_at,
    )
    receipt: Receipt = offload(court.send, packet)
    return receipt


def settle(context: Context, tx: Transaction, job: Job, receipt: Receipt | None) -> None:
    """The commit half: submitted with its receipt, or back to the desk."""
    row = changes.lock(tx, job.args["confirmation"])
    made = queries.current_application(tx.connection, row)
    if receipt is None:
        _return(context, tx, row, made)
    else:
        _receive(context, tx, row, made, receipt)


def _receive(context: Context, tx: Transaction, row: Row, made: Row, receipt: Receipt) -> None:
    at, number = receipt.received_at.isoformat(), receipt.number
    filed = filing.is_filed(tx, made)
    changes.change_application(tx, made, receipt=number, received_at=at)
    changes.close_supplements(tx, row["id"], at)
    first = {"court_division": made["court_division"], "submitted_at": row["submitted_at"] or at}
    state = states.after_receipt(accepted=row["accepted_at"] is not None)
    version = change(tx, row, row["version"], state=state, **first)
    told = {**_told(made), "receipt": number}
    entry = tell(tx, "confirmation_submitted", row, version, receipt.received_at, **told)
    deadlines.cancel(tx, row)
    messages.schedule(tx, row, context.now())
    if not filed:
        filing.schedule(tx, row, made, entry)


def _return(context: Context, tx: Transaction, row: Row, made: Row) -> None:
    """Prepare anew; where the last day has passed meanwhile there is nothing left to prepare."""
    again = row["submitted_at"] is not None
    state = "supplement_requested" if again else "intended"
    version = change(tx, row, row["version"], state=state)
    tell(tx, "application_returned", row, version, context.now(), **_told(made))
    late = periods.days_left(date.fromisoformat(row["deadline"]), context.today()) < 0
    if late and not again:
        end(tx, row, "lapsed", context.now(), version=version)
