"""The services' databases: there, of this release, their clock; what the ledgers in them say."""

import threading
from collections.abc import Mapping
from pathlib import Path
from time import monotonic

from shared.calendar.clock import SystemClock
from shared.ledger.condition import Books, Condition, condition
from shared.ledger.database import DatabaseAway
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.clocks import judge_skew
from tiaojie.doctor.finding import Finding, found
from tiaojie.doctor.ledgers import heads_of, judge_ledgers, lags, sources

SETTLE_S, POLL_S = 3.0, 0.2
Found = Condition | str | None  # a condition, why there is none, or no database yet


def check_databases(asked: Asked) -> list[Finding]:
    """All that is to be read in the databases."""
    heads, every = _settled(asked)
    return [
        *judge_databases(every),
        *_of_server([one for one in every.values() if isinstance(one, Condition)]),
        *judge_ledgers(_books(every), heads, sources(), asked.now()),
    ]


def _settled(asked: Asked) -> tuple[Mapping[str, int], dict[str, Found]]:
    """Heads at a first look, and conditions once these heads were applied, or a moment later: what
    is just on its way is no backlog.
    """
    every = _read(asked)
    heads, until = heads_of(_books(every)), monotonic() + SETTLE_S
    while (
        any(n > 0 for n in lags(_books(every), heads, sources()).values()) and monotonic() < until
    ):
        threading.Event().wait(POLL_S)
        every = _read(asked)
    return heads, every


def _books(every: Mapping[str, Found]) -> dict[str, Books]:
    return {n: c.books for n, c in every.items() if isinstance(c, Condition) and c.books}


def _read(asked: Asked) -> dict[str, Found]:
    return {name: _one(asked, name) for name in asked.names}


def _one(asked: Asked, name: str) -> Found:
    url = asked.settings.database_of(name)
    file = Path(url.removeprefix("sqlite:///"))
    if not asked.settings.database and not (file.exists() and file.stat().st_size):
        return None
    try:
        return condition(url, name, asked.now(), SystemClock().now)
    except DatabaseAway as away:
        return str(away)


def judge_databases(every: Mapping[str, Found]) -> list[Finding]:
    """Whether each is there and of this release."""
    away: dict[str, list[str]] = {}
    for name, one in every.items():
        if isinstance(one, str):
            away.setdefault(one, []).append(name)
    there = {name: one for name, one in every.items() if isinstance(one, Condition)}
    old = [found("schema_old", name) for name, one in there.items() if one.books is None]
    none = "、".join(name for name, one in every.items() if one is None)
    fine = len(there) - len(old)
    return [
        *([found("databases_ok", count=fine)] if fine else []),
        *([found("databases_not_yet", none)] if none else []),
        *(found("database_away", "、".join(names), why=why) for why, names in away.items()),
        *old,
    ]


def _of_server(there: list[Condition]) -> list[Finding]:
    """Version and clock of the server, by the first database: a site has one server."""
    if not there:
        return []
    name, _, number = there[0].version.partition(" ")
    ahead_s = there[0].ahead_s
    clock = [] if ahead_s is None else [judge_skew(ahead_s, "数据库")]
    return [found("version", name, version=number), *clock]
