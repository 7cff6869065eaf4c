"""The states of a confirmation and the wishes of its parties."""

from collections.abc import Iterable, Mapping, Sequence

from shared.contracts.refused import Refused

UNSENT = ("offered", "intended", "declined", "drafting", "signed")
AT_COURT = ("submitted", "supplement_requested", "accepted")
OPEN = (*UNSENT, "sending", *AT_COURT)

# step → (states it may start from, state it leads to); None: computed by the rule of that step
STEPS: Mapping[str, tuple[tuple[str, ...], str | None]] = {
    "record_wish": (UNSENT, None),
    "prepare_application": (("intended", "drafting", "signed", "supplement_requested"), None),
    "sign_application": (("drafting", "supplement_requested"), None),
    "submit_application": (("signed",), "sending"),
    "answer_supplement": (("supplement_requested",), "sending"),
    "receive": (("sending",), None),
    "return_to_desk": (("sending",), None),
    "accept_application": (("submitted",), "accepted"),
    "request_supplement": (("submitted", "accepted"), "supplement_requested"),
    "refuse_application": (("submitted", "supplement_requested"), "ended"),
    "rule_confirmation": (("accepted",), "ended"),
    "withdraw_application": (AT_COURT, "ended"),
    "deem_withdrawn": (("supplement_requested",), "ended"),
}


def step(state: str, name: str) -> str:
    """The state after a step, or the same state where its own rule computes it; refuses
    `wrong_state` from any other state than those allowed.
    """
    allowed, after = STEPS[name]
    if state not in allowed:
        raise Refused("wrong_state", state=state, allowed=list(allowed))
    return after or state


def after_wish(state: str, parties: Sequence[str], wishes: Mapping[str, str]) -> str:
    """One no is enough to decline; intended once all have said yes (art. 33 人民调解法: 共同申请).
    What was drafted for the same wish stays.
    """
    if "no" in wishes.values():
        return "declined"
    if not waiting(parties, [party for party, wish in wishes.items() if wish == "yes"]):
        return state if state in ("drafting", "signed") else "intended"
    return "offered"


def waiting(parties: Sequence[str], done: Iterable[str]) -> list[str]:
    """The parties who have not said, or signed, yet."""
    there = set(done)
    return [party for party in parties if party not in there]


def after_text(state: str, parties: Sequence[str], signed: Iterable[str]) -> str:
    """Drafting until all have signed this very text, then signed; a supplement keeps its state."""
    if state == "supplement_requested":
        return state
    return "drafting" if waiting(parties, signed) else "signed"


def after_receipt(*, accepted: bool) -> str:
    """A supplement to an accepted application leaves it accepted."""
    return "accepted" if accepted else "submitted"


def check_not_accepted(accepted_at: str | None) -> None:
    """What was accepted is no longer refused but ruled on (民事诉讼法解释 355)."""
    if accepted_at is not None:
        raise Refused("wrong_state", state="accepted", allowed=["submitted"])


def check_not_lapsed(how: str | None) -> None:
    """What ended with its period says so; refuses `deadline_passed`."""
    if how == "lapsed":
        raise Refused("deadline_passed")


def check_party(parties: Sequence[str], party: str) -> None:
    """Only a party of the agreement speaks for itself; refuses `not_a_party`."""
    if party not in parties:
        raise Refused("not_a_party", field="party")


def check_all_signed(parties: Sequence[str], signed: Iterable[str]) -> None:
    """The application is joint: all sign; refuses `signature_missing` with who has not."""
    missing = waiting(parties, signed)
    if missing:
        raise Refused("signature_missing", parties=missing)
