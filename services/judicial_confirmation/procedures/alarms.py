"""What happens when a day of the deadline has come."""

from datetime import date

from services.judicial_confirmation.procedures.ending import end
from services.judicial_confirmation.procedures.moving import tell
from services.judicial_confirmation.rules import periods, states
from services.judicial_confirmation.store import changes
from shared.bus.context import Context
from shared.ledger.jobs import Job
from shared.ledger.transaction import Transaction


def ring_alarm(context: Context, tx: Transaction, job: Job, _facts: None) -> None:
    """Tell how many days are left, while nothing has come to the court."""
    row = changes.lock(tx, job.args["confirmation"])
    deadline = date.fromisoformat(row["deadline"])
    left = periods.days_left(deadline, context.today())
    waits = row["state"] in (*states.UNSENT, "sending") and row["submitted_at"] is None
    if waits and periods.alarm_stands(job.args["alarm"], row["alarms"], left):
        told = {"deadline": deadline, "days_left": left}
        tell(tx, "deadline_near", row, row["version"], context.now(), **told)


def lapse(context: Context, tx: Transaction, job: Job, _facts: None) -> None:
    """The last day is over and nothing was sent: it ends, the agreement stays binding (art. 31)."""
    row = changes.lock(tx, job.args["confirmation"])
    if row["state"] in states.UNSENT:
        end(tx, row, "lapsed", context.now())
