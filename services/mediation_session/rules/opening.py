"""How a mediation begins: from an accepted case, or from the facts where no intake runs."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from services.mediation_session.rules import clock
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused

Row = dict[str, Any]


def check_accepted(case: Mapping[str, Any]) -> None:
    """Only an accepted case is mediated (art. 17); refuses `case_not_accepted`. One that was
    recorded afterwards has ended by nature: refuses `wrong_state`.
    """
    if case["accepted_at"] is None or case["state"] == "refused":
        raise Refused("case_not_accepted", state=case["state"])
    if case["note_id"] is not None:
        raise Refused("wrong_state", state="ended")


def of_case(case: Mapping[str, Any]) -> Row:
    """The row of a new mediation, from intake.get_case."""
    period = case.get("clock") or {}
    accepted_at = datetime.fromisoformat(case["accepted_at"])
    pins = case.get("pins") or {}
    return {
        **_row(case, period, accepted_at),
        "sector": case["sector"],
        "place": case["place"],
        "registered_by": case["registered_by"],
        "profile_version": pins.get("profile_version"),
        "note_id": case["note_id"],
    }


def by_hand(facts: Mapping[str, Any], accepted_at: datetime, actor: str, sealed: str) -> Row:
    """The row of a new mediation, from the facts that the opening verb took."""
    return {
        **_row(facts, facts["clock"] or {}, accepted_at),
        "registered_by": actor,
        "facts": sealed,
    }


def _row(facts: Mapping[str, Any], period: Mapping[str, Any], accepted_at: datetime) -> Row:
    on = accepted_at.astimezone(SHANGHAI).date()
    started_on = clock.as_day(period.get("starts_on") or on)
    counted = _clock(period) if period else clock.published_clock(facts["category"], started_on)
    return {
        "id": facts["case"],
        "version": 1,
        "state": "open",
        "division": facts["division"],
        "committee": facts["committee"],
        "committee_name": facts["committee_name"],
        "number": facts["number"],
        "category": facts["category"],
        "oral_allowed": facts["oral_allowed"],
        "accepted_at": clock.local(accepted_at),
        "prevented": [],
        "defects": [],
        **_reading(counted, started_on),
    }


def _clock(period: Mapping[str, Any]) -> Row:
    names = ("length", "unit", "rolls")
    provisional = bool(period.get("provisional"))
    return {**{name: period[name] for name in names}, "provisional": provisional}


def _reading(counted: Row, started_on: date) -> Row:
    reading = clock.read(counted, started_on)
    return {
        "clock": counted,
        "started_on": started_on.isoformat(),
        "due_on": reading.due_on.isoformat() if reading.due_on else None,
        "provisional": reading.provisional,
        "overdue": False,
    }
