"""What supervision notes when others tell: each entry changes the row that it speaks of."""

from typing import Any

from services.supervision.rules.facts import of_case
from services.supervision.rules.periods import day_of
from services.supervision.store import tables
from services.supervision.store.merging import merge
from shared.bus.context import Context
from shared.ledger.cursors import Heard
from shared.ledger.transaction import Transaction


def note_case(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """What an entry tells of its case."""
    merge(tx, tables.mediated_case, heard.subject, **of_case(heard.type, heard.data))


def note_round(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A visit or a zero report: a round of screening is one plan on one day."""
    day = day_of(heard.data["happened_at"])
    told = {"division": heard.data["division"], "happened_on": day}
    merge(tx, tables.screening_round, f"{heard.subject}:{day}", **told)


def note_finding_ended(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """How a finding ended."""
    told = {"division": heard.data["division"], "outcome": heard.data["outcome"]}
    day = day_of(heard.data["happened_at"])
    merge(tx, tables.finding, heard.subject, ended_on=day, **told)


def note_committee(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """A committee stands in the table from this day on, also while it has no case."""
    since = day_of(heard.data["happened_at"])
    told = {"division": heard.data["division"], "since": since}
    merge(tx, tables.committee, heard.subject, **told)


def note_committee_dissolved(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """After this day it stands in no table any more."""
    merge(tx, tables.committee, heard.subject, until=day_of(heard.data["happened_at"]))
