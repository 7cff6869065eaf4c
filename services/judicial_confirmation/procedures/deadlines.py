"""The jobs of a deadline: one for each alarm, one for the day after; queued and taken back."""

from datetime import date, datetime, time, timedelta

from services.judicial_confirmation.rules import periods
from services.judicial_confirmation.store.queries import Row
from shared.calendar.clock import SHANGHAI
from shared.ledger import jobs
from shared.ledger.transaction import Transaction


def schedule(tx: Transaction, row: Row, today: date) -> None:
    """An alarm for each day that lies ahead, and the end on the morning after the last day."""
    deadline = date.fromisoformat(row["deadline"])
    mine = {"confirmation": row["id"]}
    for left, day in periods.alarm_days(row["alarms"], deadline, today):
        key, at = _alarm(row, left), _morning(day)
        tx.queue("ring_alarm", row["case"], key=key, at=at, alarm=left, **mine)
    after = _morning(deadline + timedelta(days=1))
    tx.queue("lapse", row["case"], key=_lapse(row), at=after, **mine)


def cancel(tx: Transaction, row: Row) -> None:
    """Take all back: it was sent, or it ended."""
    for left in row["alarms"]:
        jobs.cancel(tx, _alarm(row, left))
    jobs.cancel(tx, _lapse(row))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _alarm(row: Row, left: int) -> str:
    return f"near:{row['id']}:{left}"


def _lapse(row: Row) -> str:
    return f"lapse:{row['id']}"
