"""The agenda (待办): runs a service's jobs when their time has come, each until it succeeds."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.bus.context import Context
from shared.bus.desk import Desk
from shared.bus.outcome import Absent, Late
from shared.ledger.database import WEATHER
from shared.ledger.jobs import Job, due_jobs, finish, try_later
from shared.ledger.transaction import Transaction
from shared.telemetry.logs import bound, logger
from shared.telemetry.metrics import JOBS

QUIET_S = 1.0
log = logger("bus")


@dataclass(frozen=True)
class JobHandler:
    """The two halves of a job: `ask(context, job)` outside, `commit(context, tx, job, facts)`
    inside the transaction that marks it done. Either may be absent.
    """

    ask: Callable[[Context, Job], Any] | None = None
    commit: Callable[[Context, Transaction, Job, Any], None] | None = None


class Agenda:
    """One loop a service; wakes after each commit and each second."""

    def __init__(self, desk: Desk, handlers: Mapping[str, JobHandler]) -> None:
        self.desk, self.handlers = desk, handlers
        self.awake, self.stopped = threading.Event(), False
        self.busy = False
        self.wake = self.awake.set

    def run(self) -> None:
        """Run what is due, for ever."""
        while not self.stopped:
            self.awake.clear()
            try:
                self.run_due()
            except WEATHER as problem:
                log.warning("agenda waits for its database", problem=type(problem).__name__)
            self.awake.wait(QUIET_S)

    def stop(self) -> None:
        """Take nothing more."""
        self.stopped = True
        self.wake()

    def run_due(self) -> None:
        """Run every job whose time has come, once."""
        site, database = self.desk.site, self.desk.ledger.database
        self.busy = True
        try:
            while jobs := due_jobs(database, site.clock.now(), site.machine.now()):
                for job in jobs:
                    if self.stopped:
                        return
                    self.run_one(job)
        finally:
            self.busy = False

    def run_one(self, job: Job) -> None:
        """One job: ask, then commit with its completion; or wait longer, with the reason."""
        with bound(job.correlation, self.service, job=job.id, kind=job.kind):
            outcome = self._outcome(job)
            log.info("job", outcome=outcome)
        JOBS.labels(self.service, job.kind, outcome).inc()

    def _outcome(self, job: Job) -> str:
        try:
            self._carry_out(job)
        except (Absent, Late) as away:
            self._postpone(job, f"{type(away).__name__} {away}")
            return "waiting"
        except WEATHER:
            raise
        except Exception as problem:
            log.exception("job failed")
            self._postpone(job, f"{type(problem).__name__}: {problem}")
            return "failed"
        return "done"

    @property
    def service(self) -> str:
        """Whose agenda it is."""
        return self.desk.contract.service

    def _carry_out(self, job: Job) -> None:
        handler = self.handlers[job.kind]
        context = self.desk.own_context(correlation=job.correlation)
        facts = handler.ask(context, job) if handler.ask else None
        with self.desk.ledger.transaction(context.stamp) as tx:
            if finish(tx, job) and handler.commit:
                handler.commit(context, tx, job, facts)

    def _postpone(self, job: Job, why: str) -> None:
        context = self.desk.own_context(correlation=job.correlation)
        with self.desk.ledger.transaction(context.stamp) as tx:
            try_later(tx, job, why, self.desk.site.machine.now())
