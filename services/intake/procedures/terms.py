"""The terms of an acceptance: which committee, under which profile and manifest, by which clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.intake import clients
from services.intake.procedures.steps import Payload
from services.intake.rules import acceptance, clocks, numbers
from services.intake.store import cases
from shared.bus.context import Context
from shared.ledger.transaction import Transaction


@dataclass(frozen=True)
class Terms:
    """What registry said on the day of acceptance; `columns` go into the case's row."""

    committee: Mapping[str, Any]
    settings: Mapping[str, Any]
    pattern: str
    columns: Mapping[str, Any]


def terms(context: Context, case: Payload, stage: str | None, on: date) -> Terms:
    """Ask registry for committee, profile and manifest; raises Absent, Late: without registry
    nothing is accepted. `case` is triaged.
    """
    committee = clients.committee(context, case["division"], case["sector"], on)
    profile = clients.profile(context, case["division"], on)
    manifest = clients.manifest(context, case["sector"])
    settings, content = profile["settings"], manifest["manifest"] if manifest else None
    period = clocks.mediation_period(settings.get("clocks") or {}, case["sector"], content, stage)
    columns = {
        "committee": committee["committee"],
        "committee_name": committee["name"],
        "committee_division": committee["division"],
        "host_type": committee["host_type"],
        "profile": profile["profile"],
        "profile_version": profile["version"],
        "manifest": manifest["version"] if manifest else None,
        "sector_check": "pending" if case["sector"] else "none",
        "clock": vars(period),
        "oral_allowed": acceptance.oral_allowed(case["category"], case["level"], content, settings),
        "ends_on": acceptance.ends_on(settings),
    }
    return Terms(committee, settings, numbers.pattern_of(settings), columns)


def draw(tx: Transaction, case_id: str, terms_: Terms, accepted: datetime) -> str:
    """Draw the number, gap-free by committee and year of acceptance (§2.3): the last step, for
    its series stays locked to the end.
    """
    committee, year = terms_.committee["committee"], accepted.year
    n = tx.draw_number(numbers.series(committee, year))
    number = numbers.number(terms_.pattern, year, terms_.committee["short"], n)
    place = {"committee": committee, "year": year, "n": n, "number": number}
    cases.keep_number(tx, {"case": case_id, "drawn_at": accepted.isoformat(), **place})
    return number


def started_clock(case: Payload) -> dict[str, Any] | None:
    """The clock of a case as it is shown: with the day of the event that starts it."""
    if case["clock"] is None:
        return None
    event = f"{case['clock']['starts_on']}_at"
    return {**case["clock"], "starts_on": case[event][:10]}
