"""How a ledger stands, in the numbers that operators watch."""

from datetime import timedelta

from shared.ledger import cursors, jobs
from shared.ledger.chain import ZERO, Sealed, link
from shared.ledger.journal import seal
from shared.ledger.standing import Standing, pool_use, standing
from shared.testing.things import NOON, make

LINE = '{"subject":"case-1","type":"left.thing_made.v1"}'


def test_empty_ledger_has_nothing_to_do(ledger):
    assert standing(ledger.database, NOON) == Standing(0, 0, 0, 0, {})


def test_entries_are_unsealed_until_they_are_sealed(ledger):
    make(ledger, "t-1")
    assert standing(ledger.database, NOON) == Standing(0, 1, 0, 0, {})
    seal(ledger.database)
    assert standing(ledger.database, NOON) == Standing(1, 0, 0, 0, {})


def test_jobs_are_due_at_their_time_and_retrying_after_a_failure(ledger, stamp):
    with ledger.transaction(stamp) as tx:
        tx.queue("file_paper", "case-1", key="file:1")
        tx.queue("file_paper", "case-2", key="file:2", at=NOON + timedelta(days=1))
    assert standing(ledger.database, NOON) == Standing(0, 0, 1, 0, {})
    (job,) = jobs.due_jobs(ledger.database, NOON, NOON)
    with ledger.transaction(stamp) as tx:
        jobs.try_later(tx, job, "Absent registry", NOON)
    assert standing(ledger.database, NOON) == Standing(0, 0, 1, 1, {})
    assert standing(ledger.database, NOON + timedelta(days=1)) == Standing(0, 0, 2, 1, {})


def test_parked_entries_are_counted_by_source_and_state(ledger, stamp):
    entry = Sealed(1, link(ZERO, LINE), LINE)
    with ledger.transaction(stamp) as tx:
        cursors.advance(tx, "left", entry)
        cursors.park(tx, "left", entry, cursors.PARKED, "ValueError", NOON)
    assert standing(ledger.database, NOON) == Standing(0, 0, 0, 0, {("left", "parked"): 1})
    assert cursors.count_parked(ledger.database) == 1


def test_pool_in_use_is_seen(ledger):
    idle, limit = pool_use(ledger.database)
    with ledger.database.transaction():
        used, _ = pool_use(ledger.database)
    assert (idle, used) == (0, 1)
    assert limit >= used
