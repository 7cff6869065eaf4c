"""The three doors (art. 17, 18 人民调解法): application, own initiative, referral."""

from collections.abc import Mapping
from typing import Any

from shared.contracts.refused import Refused

COURT, BEFORE_FILING = "court", "before_filing"
VOICES = {"finding": "grid", "application": "applicant"}  # whose words triage reads


def check(source: str, way: str | None, referral: Mapping[str, Any] | None) -> None:
    """An application says how it was made, a referral by whom and by which letter."""
    if source == "application" and way is None:
        raise Refused("way_missing", field="way")
    if source == "referral" and referral is None:
        raise Refused("referral_missing", field="referral")
    if source != "referral" and referral is not None:
        raise Refused("invalid", fields={"referral": ["只用于委托移送"]})


def stage_of(referral: Mapping[str, Any]) -> str | None:
    """At which stage a court sent it: before filing (委派) unless it says otherwise; others have
    none.
    """
    if referral["sender"] != COURT:
        return None
    return str(referral["stage"] or BEFORE_FILING)


def voice(origin_kind: str) -> str:
    """Who tells the dispute, for triage."""
    return VOICES.get(origin_kind, "mediator")
