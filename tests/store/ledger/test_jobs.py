"""Jobs run when due, are done once, wait longer after each failure."""

from dataclasses import replace
from datetime import timedelta

from shared.ledger import jobs
from shared.testing.things import NOON

DAY = timedelta(days=1)


def queue(ledger, stamp, key="file:1", **more):
    with ledger.transaction(stamp) as tx:
        tx.queue("file_paper", "case-1", key=key, **more)


def due(ledger, now=NOON, machine=NOON):
    return jobs.due_jobs(ledger.database, now, machine)


def finish(ledger, stamp, job):
    with ledger.transaction(stamp) as tx:
        return jobs.finish(tx, job)


def test_job_is_due_at_its_time(ledger, stamp):
    queue(ledger, stamp, form="notice")
    queue(ledger, stamp, key="overdue:case-1", at=NOON + DAY)
    (job,) = due(ledger)
    assert (job.kind, job.subject, job.args) == ("file_paper", "case-1", {"form": "notice"})
    assert [j.id for j in due(ledger, NOON + DAY)] == ["file:1", "overdue:case-1"]


def test_job_is_finished_once(ledger, stamp):
    queue(ledger, stamp)
    (job,) = due(ledger)
    assert (finish(ledger, stamp, job), finish(ledger, stamp, job)) == (True, False)
    assert due(ledger) == []


def test_same_key_moves_an_open_job_and_leaves_a_done_one(ledger, stamp):
    queue(ledger, stamp, at=NOON + DAY)
    queue(ledger, stamp, at=NOON)
    (job,) = due(ledger)
    finish(ledger, stamp, job)
    queue(ledger, stamp, at=NOON)
    assert due(ledger) == []


def test_failed_job_waits_by_the_clock_of_the_machine(ledger, stamp):
    queue(ledger, stamp)
    (job,) = due(ledger)
    with ledger.transaction(stamp) as tx:
        jobs.try_later(tx, job, "Absent registry", NOON)
    assert due(ledger) == []
    (again,) = due(ledger, machine=NOON + timedelta(seconds=1))
    assert again.tries == 1
    assert jobs.list_failing(ledger.database)[0]["reason"] == "Absent registry"


def test_cancelled_job_never_runs(ledger, stamp):
    queue(ledger, stamp)
    with ledger.transaction(stamp) as tx:
        jobs.cancel(tx, "file:1")
    assert due(ledger, NOON + DAY) == []


def test_job_belongs_to_what_queued_or_last_moved_it(ledger, stamp):
    queue(ledger, stamp)
    queue(ledger, stamp, key="file:2")
    queue(ledger, replace(stamp, correlation="command-2"), key="file:2")
    assert [j.correlation for j in due(ledger)] == [stamp.correlation, "command-2"]


def test_job_queued_before_there_were_correlations_is_known_by_its_id(ledger, stamp):
    queue(ledger, replace(stamp, correlation=""))
    (job,) = due(ledger)
    assert job.correlation == "file:1"
