"""The certificate of a mediator (持证上岗): issued, checked every year, suspended, restored,
revoked. Its standing on a day is computed from its acts, never stored for a day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.registry.rules.days import check_order
from shared.contracts.refused import Refused

# act → (states it may start from, state it leads to)
STEPS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "issue": (("none", "valid", "revoked"), "valid"),
    "check": (("valid",), "valid"),
    "suspend": (("valid",), "suspended"),
    "restore": (("suspended",), "valid"),
    "revoke": (("valid", "suspended"), "revoked"),
}
NEED_REASON = ("suspend", "revoke")


@dataclass(frozen=True)
class Act:
    """One act; `since` and `until` are the days of the certificate that is issued."""

    act: str
    on: date
    since: date | None = None
    until: date | None = None


def step(state: str, act: Act, reason: str | None, before: Sequence[Act]) -> str:
    """The state after an act, in the order of days; refuses what may not be."""
    allowed, after = STEPS[act.act]
    if state not in allowed:
        raise Refused("wrong_state", state=state, allowed=list(allowed))
    if before and act.on < before[-1].on:
        raise Refused("before_last_act", last=before[-1].on.isoformat())
    if act.act in NEED_REASON and not reason:
        raise Refused("reason_missing", field="reason")
    return after


def check_issue(number: str | None, since: date | None, until: date | None) -> None:
    """A certificate has a number, a first and a last day."""
    if number is None or since is None or until is None:
        raise Refused("certificate_incomplete")
    check_order(since, until)


def reasons_against(acts: Sequence[Act], on: date) -> list[str]:
    """Why the certificate does not hold on that day; nothing if it does. An act counts from its
    own day on; a renewal leaves the certificate before it in force to its last day.
    """
    done = [act for act in acts if act.on <= on]
    state = STEPS[done[-1].act][1] if done else "none"
    if state in ("suspended", "revoked"):
        return [f"certificate_{state}"]
    return list(_of_days(_issued(done), on))


def _issued(done: Sequence[Act]) -> list[tuple[date, date]]:
    """The days of each certificate that was issued and not revoked."""
    issued: list[tuple[date, date]] = []
    for act in done:
        if act.since is not None and act.until is not None:
            issued.append((act.since, act.until))
        if act.act == "revoke":
            issued.clear()
    return issued


def _of_days(issued: Sequence[tuple[date, date]], on: date) -> Iterator[str]:
    if not issued:
        yield "certificate_missing"
    elif all(on < since for since, _ in issued):
        yield "certificate_not_yet"
    elif not any(since <= on <= until for since, until in issued):
        yield "certificate_expired"
