"""3. A fresh subscriber on a site with a long journal: from the start of its process to the last
entry applied, effect and cursor in one transaction each.
"""

from time import perf_counter

from shared.ledger.journal import seal
from shared.ledger.ledger import Ledger
from shared.testing.things import STAMP
from tests.bench.place import embedded, on_broker, wait_until_applied
from tests.bench.table import Row
from tests.bus import two_services as two

SHEET = 1000  # entries a transaction
ASKING_PART = 20  # one that asks its source for each entry is given a twentieth


def fill(database, entries):
    """Entries in the journal, quickly, and sealed."""
    ledger = Ledger(database, two.LEFT)
    for start in range(0, entries, SHEET):
        with ledger.transaction(STAMP) as tx:
            for n in range(start, min(start + SHEET, entries)):
                tx.append("thing_made", f"t-{n}", n=n)
        while seal(database):
            pass


def caught_up(place, reader, entries):
    """Seconds from the start of the processes."""
    with place.database("left") as left, place.database("right") as right:
        fill(left, entries)
        begun = perf_counter()
        with place.serving("left", reader):
            wait_until_applied(left, right, entries, 0.2)
            return perf_counter() - begun


def rows(host, options):
    """Once each: it takes long."""
    sizes = {"reader": options.entries, "right": options.entries // ASKING_PART}
    words = {"reader": "asks nobody", "right": "asks its source for each"}
    for reader, entries in sizes.items():
        took = {make: caught_up(make(host), reader, entries) for make in (on_broker, embedded)}
        mine, other = took[on_broker], took[embedded]
        what = f"{entries:,} entries caught up, {words[reader]}, RabbitMQ, PostgreSQL"
        beside = f"embedded bus, SQLite: {other:.1f} s, {entries / other:,.0f} /s"
        ours = f"{mine:.1f} s, {entries / mine:,.0f} /s"
        yield Row(what, ours, beside, f"{mine / other:.2f}")
