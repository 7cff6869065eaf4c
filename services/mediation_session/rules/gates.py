"""The gates: who must have been told, who must have said yes, who may be named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from shared.contracts.refused import Refused


def waiting_for_notice(
    parties: Iterable[str], notices: Mapping[str, datetime], by: datetime | None = None
) -> list[str]:
    """The parties without a notice of rights and duties, or with one later than `by`."""
    return [p for p in parties if p not in notices or (by is not None and notices[p] > by)]


def check_notice(
    parties: Iterable[str], notices: Mapping[str, datetime], session_at: datetime
) -> None:
    """No session before every party has its notice (权利义务告知, art. 23-24; 若干规定 30);
    refuses `notice_missing` with the parties.
    """
    waiting = waiting_for_notice(parties, notices, session_at)
    if waiting:
        raise Refused("notice_missing", parties=waiting)


def check_consents(parties: Iterable[str], consents: Iterable[str], field: str) -> None:
    """What needs the parties needs each of them; refuses `consents_missing`."""
    given = set(consents)
    missing = [party for party in parties if party not in given]
    if missing:
        raise Refused("consents_missing", field=field, parties=missing)


def check_parties(named: Iterable[str], parties: Iterable[str], field: str) -> None:
    """Only parties of the case are named as such; refuses `not_a_party`."""
    known = set(parties)
    strangers = [party for party in named if party not in known]
    if strangers:
        raise Refused("not_a_party", field=field, parties=strangers)


def check_mediators(named: Iterable[str], mediators: Iterable[str], field: str) -> None:
    """Only who was assigned mediates (art. 19); refuses `not_a_mediator`."""
    assigned = set(mediators)
    strangers = [mediator for mediator in named if mediator not in assigned]
    if strangers:
        raise Refused("not_a_mediator", field=field, mediators=strangers)


def check_session(command: Mapping[str, Any], parties: Sequence[str]) -> None:
    """Who was there, who joined with whose consent (art. 20), open only if all wish so (art. 23);
    refuses `not_a_party`, `consents_missing`.
    """
    check_parties(command["parties"], parties, "parties")
    for number, invited in enumerate(command["invited"]):
        check_consents(parties, invited["consents"], f"invited.{number}.consents")
    if command["open"]:
        check_consents(parties, command["open_consents"], "open_consents")


def check_order(later: datetime, earlier: datetime | None, field: str) -> None:
    """An act does not precede the act it follows; refuses `dates_reversed`."""
    if earlier is not None and later < earlier:
        raise Refused("dates_reversed", field=field, after=earlier.isoformat())


def check_after_session(on: date, sessions: Sequence[Mapping[str, Any]]) -> None:
    """An agreement is reached in or after a sitting, by the day; refuses `dates_reversed`."""
    held = [s["starts_at"][:10] for s in sessions if s["state"] == "held"]
    first = min(held, default=None)
    if first is not None and on.isoformat() < first:
        raise Refused("dates_reversed", field="reached_at", after=first)
