"""The volume (卷): open → checked → closed → archived; before acceptance there is none."""

from collections.abc import Mapping

from shared.contracts.refused import Refused

UNOPENED, OPEN, CHECKED, CLOSED, ARCHIVED = "unopened", "open", "checked", "closed", "archived"
BOUND = (CLOSED, ARCHIVED)
# verb → (states it may start from, state it leads to); None: the verb's outcome decides
STEPS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "check_volume": ((OPEN, CHECKED), None),
    "explain_lack": ((OPEN, CHECKED), OPEN),
    "close_volume": ((OPEN, CHECKED), CLOSED),
    "archive_volume": ((CLOSED,), ARCHIVED),
}


def step(state: str, verb: str) -> str | None:
    """The state after a verb; refuses `wrong_state` from any other state than those allowed."""
    allowed, after = STEPS[verb]
    if state not in allowed:
        raise Refused("wrong_state", state=state, allowed=list(allowed))
    return after


def after_check(*, ready: bool) -> str:
    """Checked means: as it stood then, it could be closed."""
    return CHECKED if ready else OPEN


def after_news(state: str) -> str:
    """Something happened in the case: what was checked must be checked again."""
    return OPEN if state == CHECKED else state


def kind(*, past: bool, agreement_form: str | None) -> str:
    """Simple (简易卷) for a mediation recorded afterwards, else by the form of its agreement."""
    if past:
        return "simple"
    return "oral" if agreement_form == "oral" else "complete"
