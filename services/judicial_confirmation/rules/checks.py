"""The pre-check (预审): a function a rule says what is wrong, the table what follows from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.judicial_confirmation.rules import check_clauses, check_parties
from services.judicial_confirmation.rules.clauses import read
from services.judicial_confirmation.rules.published import articles, published
from shared.contracts.refused import Refused
from shared.reference.tables import Row


@dataclass(frozen=True)
class Facts:
    """What the rules look at.

    roster         the registry's word on committee and mediator that day
    deadline       the last day to apply; None for a supplement to what came in time
    applications   how often these parties have applied together, this time included
    """

    agreement: Mapping[str, Any]
    case: Mapping[str, Any]
    parties: Sequence[Mapping[str, Any]]
    roster: Mapping[str, Any]
    today: date
    deadline: date | None
    applications: int


@dataclass(frozen=True)
class Verdict:
    """One rule: ok, warning or stop, with its words, its articles and what was found."""

    code: str
    verdict: str
    words: str
    article: str
    found: tuple[str, ...]


Check = Callable[[Facts, Row], Sequence[str]]


def judge(facts: Facts) -> tuple[Verdict, ...]:
    """Every rule that holds today, in the order of the table."""
    rows = (row for row in published("checks").rows if row.holds_on(facts.today))
    return tuple(_verdict(row, tuple(CHECKS[row.code](facts, row))) for row in rows)


def stop(verdicts: Sequence[Verdict]) -> None:
    """Nothing goes on that a court must refuse; refuses `precheck_stopped` with each rule."""
    stops = [v for v in verdicts if v.verdict == "stop"]
    if stops:
        found = [{"code": v.code, "article": v.article, "found": list(v.found)} for v in stops]
        raise Refused("precheck_stopped", checks=found)


def _verdict(row: Row, found: tuple[str, ...]) -> Verdict:
    verdict = row.more["fails"] if found else "ok"
    return Verdict(row.code, verdict, row.zh, articles(row), found)


def _effective(facts: Facts, _row: Row) -> Sequence[str]:
    agreement = facts.agreement
    signed = {s.get("party") for s in agreement["signatures"] if s["signer_kind"] == "party"}
    faults = [f"party:{party}" for party in agreement["parties"] if party not in signed]
    if not any(s["signer_kind"] == "mediator" for s in agreement["signatures"]):
        faults.append("mediator")
    return faults + ([] if agreement["state"] == "effective" else [agreement["state"]])


def _in_time(facts: Facts, _row: Row) -> Sequence[str]:
    late = facts.deadline is not None and facts.today > facts.deadline
    return [f"deadline:{facts.deadline}"] if late else []


def _confirmable(facts: Facts, _row: Row) -> Sequence[str]:
    """What the linter of mediation_session found when the agreement was made."""
    if facts.agreement.get("confirmable") is not False:
        return []
    return facts.agreement.get("reasons") or ["not_confirmable"]


def _family(facts: Facts, _row: Row) -> Sequence[str]:
    if facts.case.get("category") != "family":
        return []
    others = [c for c in read(facts.agreement) if c.kind != "pay"]
    return [f"clause:{clause.no}" for clause in others] or ["money_only"]


def _repeated(facts: Facts, row: Row) -> Sequence[str]:
    often = facts.applications
    return [f"applications:{often}"] if often >= int(row.more["at_least"]) else []


def _roster(facts: Facts, _row: Row) -> Sequence[str]:
    return [] if facts.roster["ok"] else facts.roster["reasons"] or ["not_on_roster"]


def _of_clauses(check: check_clauses.Check) -> Check:
    return lambda facts, row: check(read(facts.agreement), row)


def _of_parties(check: check_parties.Check) -> Check:
    return lambda facts, row: check(facts.parties, facts.agreement, row)


CHECKS: Mapping[str, Check] = {
    "agreement_effective": _effective,
    "in_time": _in_time,
    "subject_confirmable": _confirmable,
    "personal_status": _of_clauses(check_clauses.says),
    "family_terms": _family,
    "property_right": _of_clauses(check_clauses.says),
    "clauses_clear": _of_clauses(check_clauses.clear),
    "manner_named": _of_clauses(check_clauses.manner),
    "amounts_agree": _of_clauses(check_clauses.amounts),
    "bound_have_signed": _of_parties(check_parties.bound),
    "guarantee": _of_clauses(check_clauses.says),
    "guardian_acts": _of_parties(check_parties.guardians),
    "minor_property": _of_parties(check_parties.minors_owe),
    "lawful_interest": _of_clauses(check_clauses.says),
    "address_given": _of_parties(check_parties.addresses),
    "identity_given": _of_parties(check_parties.identities),
    "repeated_parties": _repeated,
    "roster": _roster,
}
