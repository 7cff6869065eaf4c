"""Readiness (就绪): what a process checks of itself in the background, so that probes are cheap.

A service asks its own `health` over the bus: one that is alive but deaf would find everything else
in order (reliability.md §1, A11). Lags and parked subjects are alerts, not readiness.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import eventlet
from sqlalchemy.exc import SQLAlchemyError

from shared.bus.keeper import Keeper
from shared.bus.outcome import Absent, Internal, Late
from shared.contracts.refused import Refused
from shared.ledger.database import DatabaseAway
from shared.ledger.migrate import is_current
from shared.telemetry.metrics import CHECK_OK

PERIOD_S, FRESH_S = 5.0, 15.0
DATABASE_S, BUS_S, DISK_LEAST = 1.0, 2.0, 0.05
PROCESS = "process"  # what concerns the process itself stands under this name
WORDS = {
    "database": ("数据库正常", "数据库没有在 1 秒内回答"),
    "migrations": ("数据库结构是最新的", "数据库结构不是最新，请执行 tiaojie db upgrade"),
    "bus": ("经总线能叫到自己", "经总线叫不到自己"),
    "disk": ("磁盘有余量", "数据目录所在磁盘余量不足 5%"),
    "running": ("正在运行", "正在停止"),
}


@dataclass(frozen=True)
class Check:
    """What was found of one thing at a monotonic second."""

    service: str
    code: str
    ok: bool
    at: float

    def holds(self, now: float) -> bool:
        """Whether it was found in order, at most 15 seconds ago."""
        return self.ok and now - self.at <= FRESH_S

    def shown(self, now: float) -> dict[str, Any]:
        """For the page: codes for programs, one Chinese sentence for people."""
        ok, (good, bad) = self.holds(now), WORDS[self.code]
        word = good if ok else "超过 15 秒没有检查结果" if self.ok else bad
        return {"service": self.service, "check": self.code, "ok": ok, "word": word}


class Watch:
    """Checks one service again and again; all fail until the first round is over."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper, self.service = keeper, keeper.desk.contract.service
        self.checks = self._found(dict.fromkeys(("database", "migrations", "bus"), False))

    def run(self) -> None:
        """Check each few seconds."""
        while True:
            self.look()
            eventlet.sleep(PERIOD_S)

    def look(self) -> None:
        """One round."""
        database = self.keeper.desk.ledger.database
        answers = _within(DATABASE_S, database.look)
        newest = answers and _within(DATABASE_S, lambda: is_current(database, self.service))
        found = {"database": answers, "migrations": newest, "bus": self._hears_itself()}
        self.checks = self._found(found)

    def _hears_itself(self) -> bool:
        try:
            self.keeper.desk.own_context("").ask(self.service, "health", limit_s=BUS_S)
        except (Absent, Late, Internal, Refused):
            return False
        return True

    def _found(self, found: dict[str, bool]) -> list[Check]:
        return [noted(self.service, code, ok) for code, ok in found.items()]


def _within(limit_s: float, work: Callable[[], Any]) -> bool:
    """Whether it is done in time, and what it gives is not False; SQLite stands without yielding,
    so the clock is asked too.
    """
    started = monotonic()
    try:
        with eventlet.Timeout(limit_s, TimeoutError()):
            done = work()
    except (DatabaseAway, SQLAlchemyError, OSError):
        return False
    return done is not False and monotonic() - started < limit_s


def check_disk(folder: Path) -> Check:
    """Whether there is room where the data lie."""
    usage = shutil.disk_usage(folder)
    return noted(PROCESS, "disk", usage.free > DISK_LEAST * usage.total)


def noted(service: str, code: str, ok: bool) -> Check:
    """A check of this moment; its metric goes with it."""
    CHECK_OK.labels(service, code).set(ok)
    return Check(service, code, ok, monotonic())


def page(checks: Iterable[Check]) -> tuple[bool, dict[str, Any]]:
    """Whether all hold, and the body that says so."""
    shown = [check.shown(monotonic()) for check in checks]
    ready = all(each["ok"] for each in shown)
    return ready, {"ready": ready, "checks": shown}
