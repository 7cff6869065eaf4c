"""The sampling loop: each 15 seconds it reads how the ledgers of a process stand, and asks each
followed source what comes after the cursor; nothing of it runs in a hot path.
"""

import json
import shutil
from datetime import datetime
from typing import Any

import eventlet
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.keeper import Keeper
from shared.bus.outcome import Absent, Internal, Late
from shared.bus.suite import Suite
from shared.contracts.refused import Refused
from shared.ledger import cursors
from shared.ledger.standing import Standing, pool_use, standing
from shared.telemetry import metrics
from shared.telemetry.logs import logger

PERIOD_S = 15.0
STATES = (cursors.PARKED, cursors.WAITING, cursors.BEHIND)
log = logger("bus")


class Sampler:
    """Sets the gauges of one process."""

    def __init__(self, suite: Suite) -> None:
        self.suite = suite
        for service, container in suite.containers.items():
            for verb in container.service_cls.contract.verbs:
                metrics.VERBS.labels(service, verb, "internal")  # a rise is seen from 0 only

    def run(self) -> None:
        """Sample for ever."""
        while True:
            self.sample()
            eventlet.sleep(PERIOD_S)

    def sample(self) -> None:
        """One round over the process and its services."""
        usage = shutil.disk_usage(self.suite.site.settings.data)
        metrics.DISK_FREE.set(usage.free)
        metrics.DISK_SIZE.set(usage.total)
        for container in self.suite.containers.values():
            keeper = self.suite.keeper(container)
            try:
                sample_ledger(keeper)
                for subscription in keeper.subscriptions:
                    sample_cursor(keeper, subscription.source)
            except SQLAlchemyError as problem:
                log.warning("not sampled", problem=type(problem).__name__)


def sample_ledger(keeper: Keeper) -> None:
    """Journal, jobs, parked entries and connections of one service."""
    service, database = keeper.desk.contract.service, keeper.desk.ledger.database
    found = standing(database, keeper.site.clock.now())
    metrics.HEAD.labels(service).set(found.head)
    metrics.UNSEALED.labels(service).set(found.unsealed)
    metrics.JOBS_DUE.labels(service).set(found.jobs_due)
    metrics.JOBS_RETRYING.labels(service).set(found.jobs_retrying)
    _set_parked(service, found, {s.source for s in keeper.subscriptions})
    used, limit = pool_use(database)
    metrics.CONNECTIONS.labels(service).set(used)
    metrics.CONNECTIONS_LIMIT.labels(service).set(limit)


def _set_parked(service: str, found: Standing, sources: set[str]) -> None:
    for source in sources:
        for state in STATES:
            count = found.parked.get((source, state), 0)
            metrics.PARKED.labels(service, source, state).set(count)


def sample_cursor(keeper: Keeper, source: str) -> None:
    """How far a cursor stands behind its source; by asking the source, so that it is true between
    processes too. Of a source that is away nothing is known.
    """
    desk = keeper.desk
    at = cursors.position(desk.ledger.database, source)
    place: dict[str, Any] = {"after": at.seq, "hash": at.hash.hex(), "limit": 1}
    absent, diverged = False, False
    try:
        told = desk.own_context("").ask(source, "read_journal", **place)
        _set_lag((desk.contract.service, source), told, at.seq, keeper.site.clock.now())
    except (Absent, Late, Internal):
        absent = True
    except Refused as no:
        diverged = no.code == "diverged"
    metrics.SOURCE_ABSENT.labels(desk.contract.service, source).set(absent)
    metrics.DIVERGED.labels(desk.contract.service, source).set(diverged)


def _set_lag(labels: tuple[str, str], told: Any, seq: int, now: datetime) -> None:
    metrics.LAG.labels(*labels).set(max(0, told["head"] - seq))
    lines = [entry["line"] for entry in told["entries"]]
    metrics.LAG_SECONDS.labels(*labels).set(max((_age(line, now) for line in lines), default=0.0))


def _age(line: str | None, now: datetime) -> float:
    """Seconds since an entry was recorded; an audit entry rings without saying so."""
    if line is None:
        return 0.0
    recorded = datetime.fromisoformat(json.loads(line)["time"])
    return max(0.0, (now - recorded).total_seconds())
