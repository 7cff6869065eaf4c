"""Ledgers: entries without a place, cursors behind their sources, what was put aside."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from shared.ledger.condition import Books
from shared.ledger.cursors import WAITING
from tiaojie.doctor.finding import Finding, found
from tiaojie.host.definitions import members

UNSEALED_S = 5.0
Sources = Mapping[str, tuple[str, ...]]
Lags = Mapping[tuple[str, str], int]


def heads_of(books: Mapping[str, Books]) -> dict[str, int]:
    """Where each journal ends."""
    return {name: one.standing.head for name, one in books.items()}


def sources() -> Sources:
    """Whom each service follows."""
    return {member.name: member.sources for member in members()}


def lags(books: Mapping[str, Books], heads: Mapping[str, int], sources: Sources) -> Lags:
    """(service, source) → entries that are still to be applied; fewer than none: the source is not
    what it was. Sources that were not read are left out.
    """
    return {
        (name, source): heads[source] - one.cursors.get(source, 0)
        for name, one in books.items()
        for source in sources[name]
        if source in heads
    }


def judge_ledgers(
    books: Mapping[str, Books], heads: Mapping[str, int], sources: Sources, now: datetime
) -> list[Finding]:
    """What stands still, service by service; one line where nothing does."""
    bad = [
        *(finding for name, one in books.items() for finding in _of_one(name, one, now)),
        *_behind(lags(books, heads, sources)),
    ]
    if bad or not books:
        return bad
    return [found("ledgers_ok", entries=sum(heads.values()))]


def _of_one(name: str, books: Books, now: datetime) -> Iterator[Finding]:
    at, since = books.standing, books.unsealed_since
    if since is not None and (now - since).total_seconds() > UNSEALED_S:
        yield found("unsealed", name, count=at.unsealed)
    waiting = _put_aside(books, WAITING)
    parked = sum(at.parked.values()) - waiting  # those behind a parked one are parked with it
    for code, count in (
        ("parked", parked),
        ("waiting", waiting),
        ("jobs_failing", at.jobs_retrying),
    ):
        if count:
            yield found(code, name, count=count)


def _put_aside(books: Books, state: str) -> int:
    return sum(n for (_, of), n in books.standing.parked.items() if of == state)


def _behind(lags: Lags) -> Iterator[Finding]:
    for (name, source), count in lags.items():
        if count:
            code = "cursor_behind" if count > 0 else "cursor_ahead"
            yield found(code, name, source=source, count=abs(count))
