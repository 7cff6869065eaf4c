"""What screening must keep, as it would be on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.contracts.refused import Refused

# verb → (states it may start from, state it leads to); None keeps the state
FINDING_STEPS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "grade_finding": (("reported", "graded"), "graded"),
    "hand_over_finding": (("graded",), "handed_over"),
    "take": (("handed_over",), "taken"),
    "escalate_finding": (("reported", "graded", "handed_over", "taken"), None),
    "record_receipt": (("reported", "graded", "handed_over", "taken", "ended"), None),
    "end_finding": (("reported", "graded"), "ended"),
    "end_with_case": (("handed_over", "taken"), "ended"),
}
HEAD_COUNT_BANDS = ((50, "50人以下"), (100, "50—100人"), (500, "100—500人"), (None, "500人以上"))


@dataclass(frozen=True)
class Grade:
    """The grade of a dispute, never of a person; `reasons` are the codes that led to it."""

    level: str
    reasons: tuple[str, ...]
    provisional: bool


def step(state: str, verb: str) -> str:
    """The state after a verb; refuses `wrong_state` from any other state than those allowed."""
    allowed, after = FINDING_STEPS[verb]
    if state not in allowed:
        raise Refused("wrong_state", state=state, allowed=list(allowed))
    return after or state


def check_plan(since: date, until: date) -> None:
    """A plan whose end precedes its start is a slip of the pen, and says so."""
    if until < since:
        raise Refused("plan_dates_reversed", field="until")


def check_day(day: date, since: date, until: date) -> None:
    """A visit or zero report belongs to the days of its plan."""
    if not since <= day <= until:
        raise Refused("outside_plan", since=since.isoformat(), until=until.isoformat())


def grade(
    facts: Sequence[str],
    people: int | None,
    amount_fen: int | None,
    thresholds: Mapping[str, Any] | None,
) -> Grade:
    """Level by the facts that a person ticked and the thresholds of the region profile, the
    gravest first. Without a profile (registry away) only `provisional` ordinary can be said.
    """
    if thresholds is None:
        return Grade("ordinary", (), provisional=True)
    for level in ("major", "difficult"):
        reasons = _reasons(thresholds.get(level) or {}, facts, people, amount_fen)
        if reasons:
            return Grade(level, reasons, provisional=False)
    return Grade("ordinary", (), provisional=False)


def _reasons(
    limits: Mapping[str, Any], facts: Sequence[str], people: int | None, amount_fen: int | None
) -> tuple[str, ...]:
    reasons = [fact for fact in facts if fact in limits.get("facts", ())]
    if people is not None and limits.get("people_over") is not None:
        reasons += ["many_people"] if people > limits["people_over"] else []
    if amount_fen is not None and limits.get("amount_fen") is not None:
        reasons += ["large_sum"] if amount_fen >= limits["amount_fen"] else []
    return tuple(dict.fromkeys(reasons))


def choose(by_rule: Grade, level: str | None, reason: str | None) -> Grade:
    """A person may depart from the rule, with a reason."""
    if level is None or level == by_rule.level:
        return by_rule
    if not reason:
        raise Refused("reason_missing", field="reason", by_rule=by_rule.level)
    return Grade(level, (*by_rule.reasons, "by_person"), provisional=False)


def outcome_of_case(ended_how: str) -> str:
    """How a finding ended, from how its case ended."""
    return {"agreed": "agreed", "party_refused": "refused", "not_acceptable": "refused"}.get(
        ended_how, "not_agreed"
    )


def head_count_band(people: int | None) -> str:
    """The band of the summary table (汇总表) for a number of people involved."""
    for limit, label in HEAD_COUNT_BANDS:
        if limit is None or (people or 0) < limit:
            return label
    raise AssertionError
