"""The states of a case, and which verb may start from which (domain.md §12.1)."""

from collections.abc import Mapping
from typing import Any

from shared.contracts.refused import Refused

OPEN, ALWAYS = ("registered", "accepted"), ("registered", "accepted", "refused", "ended")

# verb → (states it may start from, state it leads to); None keeps the state
STEPS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "record_party": (OPEN, None),
    "amend_party": (OPEN, None),
    "triage_case": (("registered",), None),
    "record_contact": (OPEN, None),
    "record_consent": (OPEN, None),
    "accept_case": (("registered",), "accepted"),
    "confirm_sector_by_hand": (("accepted",), None),
    "assign_mediator": (("accepted",), None),
    "refuse_case": (("registered",), "refused"),
    "withdraw_case": (("registered",), "ended"),
    "void_case": (("accepted",), "ended"),
    "end_with_mediation": (("accepted",), "ended"),
    "report_escalation": (ALWAYS, None),
    "record_receipt": (ALWAYS, None),
    "follow_up_escalation": (ALWAYS, None),
    "ask_unit": (OPEN, None),
    "record_unit_reply": (ALWAYS, None),
}


def step(case: Mapping[str, Any], verb: str) -> str:
    """The state after a verb. After an explicit refusal (明确拒绝, art. 17 人民调解法) every step
    that would go on refuses `consent_refused`; else `wrong_state`.
    """
    allowed, after = STEPS[verb]
    if case["state"] in allowed:
        return after or str(case["state"])
    if case["refusal_reason"] == "party_refused":
        raise Refused("consent_refused", case=case["id"])
    raise Refused("wrong_state", state=case["state"], allowed=list(allowed))


def check_refusable(case: Mapping[str, Any]) -> None:
    """Before acceptance "no" refuses the case; afterwards it ends the mediation (art. 23)."""
    if case["state"] == "accepted":
        raise Refused("already_accepted", case=case["id"])
