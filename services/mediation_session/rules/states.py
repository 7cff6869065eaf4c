"""The states of a mediation and of an agreement, and which steps they allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shared.contracts.refused import Refused

RUNNING = ("open", "notified", "in_session", "adjourned")
MET = ("in_session", "adjourned")  # the sides have sat together at least once

# step → (states it may start from, state it leads to); None: computed by the rule of that step
MEDIATION_STEPS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "give_notice": (RUNNING, None),
    "schedule_session": (RUNNING, None),
    "record_session": (RUNNING, None),
    "pause_mediation": (RUNNING, "paused"),
    "resume_mediation": (("paused",), None),
    "extend_mediation": ((*RUNNING, "paused"), None),
    "report_escalation": ((*RUNNING, "paused"), None),
    "mark_overdue": (RUNNING, None),
    "agree": (MET, "ended"),
    "end_mediation": ((*RUNNING, "paused"), "ended"),
}
AGREEMENT_STEPS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "freeze_agreement": (("draft",), "frozen"),
    "sign_agreement": (("frozen", "signing"), "signing"),
    "seal_agreement": (("frozen", "signing"), "signing"),
}


def step(state: str, verb: str) -> str:
    """The mediation's state after a step, or the same where its own rule computes it; refuses
    `wrong_state` from any other state than those allowed.
    """
    return _step(MEDIATION_STEPS, state, verb)


def agreement_step(state: str, verb: str) -> str:
    """As `step`, for an agreement."""
    return _step(AGREEMENT_STEPS, state, verb)


def _step(steps: Mapping[str, tuple[tuple[str, ...], str | None]], state: str, verb: str) -> str:
    allowed, after = steps[verb]
    if state not in allowed:
        raise Refused("wrong_state", state=state, allowed=list(allowed))
    return after or state


def after_notice(state: str, waiting: Sequence[str]) -> str:
    """Notified once every party has its notice; a later one changes nothing."""
    return "notified" if state == "open" and not waiting else state


def after_session(result: str) -> str:
    """Adjourned where it is to go on another time, else in session until it is ended."""
    return "adjourned" if result == "continue" else "in_session"


def check_may_agree(mediation: Mapping[str, Any], binding: Mapping[str, Any] | None) -> None:
    """An agreement is worked on after a session and before the end (art. 27-28); later only one
    that replaces the agreement that binds. Refuses `session_missing`, `wrong_state`.
    """
    if mediation["state"] == "ended" and mediation["ended_how"] == "agreed" and binding:
        return
    if mediation["state"] in ("open", "notified"):
        raise Refused("session_missing")
    step(mediation["state"], "agree")


@dataclass(frozen=True)
class Succession:
    """Whose place a new agreement takes. `binding` is in effect and binds until the new one does;
    `void` were never in effect and are replaced at once.
    """

    binding: Mapping[str, Any] | None
    void: tuple[str, ...]
    replaces: str | None


def succession(agreements: Sequence[Mapping[str, Any]], replaces: str | None) -> Succession:
    """What a new draft replaces: a mediation has one agreement that counts, and every change is a
    new one that names it. Refuses `agreement_exists`, `not_found`, `not_replaceable`.
    """
    standing = {a["id"]: a for a in agreements if a["state"] != "replaced"}
    if replaces is None and standing:
        raise Refused("agreement_exists", agreement=list(standing)[-1])
    if replaces is not None and replaces not in standing:
        there = any(a["id"] == replaces for a in agreements)
        raise Refused("not_replaceable" if there else "not_found", field="replaces")
    binding = next((a for a in standing.values() if a["state"] == "effective"), None)
    void = tuple(id_ for id_, a in standing.items() if a["state"] != "effective")
    return Succession(binding, void, binding["id"] if binding else replaces)
