"""A ledger over one table of things: what store tests of the ledger write and read."""

from datetime import UTC, datetime

from sqlalchemy import Column, Integer, MetaData, String, Table

from shared.contracts import fields
from shared.contracts.contract import Contract
from shared.contracts.language import Data, Event, Words
from shared.ledger.database import Database
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import upgrade
from shared.ledger.transaction import Stamp

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
STAMP = Stamp("mediator:m-01", NOON, "c-1", "220000000000")
METADATA = MetaData()
THING = Table(
    "thing", METADATA, Column("id", String(64), primary_key=True), Column("version", Integer)
)


class ThingData(Data):
    """A thing's entries carry one number."""

    n = fields.count()


CONTRACT = Contract(
    service="things",
    words=Words("试验", "Things"),
    verb_list=(),
    event_list=(
        Event("thing_made", ThingData, Words("有了", "Made")),
        Event("thing_seen", ThingData, Words("看了", "Seen"), audience="audit"),
    ),
)


def things_ledger(database: Database) -> Ledger:
    """A ledger with its tables and the table of things."""
    upgrade(database, "things")
    METADATA.create_all(database.engine)
    return Ledger(database, CONTRACT)


def make(ledger: Ledger, *ids: str, event: str = "thing_made") -> None:
    """Make things, one transaction each: row first, then entry."""
    for n, id_ in enumerate(ids):
        with ledger.transaction(STAMP) as tx:
            tx.add(THING, id=id_, version=1)
            tx.append(event, id_, n=n)
