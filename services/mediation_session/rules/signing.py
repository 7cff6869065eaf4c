"""Who must sign what, and from when an agreement binds (art. 29)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shared.contracts.refused import Refused

PAPER_WAYS = ("ink", "fingerprint")


@dataclass(frozen=True)
class Standing:
    """What a frozen agreement has and lacks. `parties` without signature; moments as ISO."""

    parties: tuple[str, ...]
    mediator: bool
    seal: bool
    effective_at: str | None
    parties_signed_at: str | None


def standing(
    parties: Sequence[str], signatures: Sequence[Mapping[str, Any]], sealed_at: str | None
) -> Standing:
    """In effect once all parties have signed, a mediator has signed and the committee's seal is
    on it: from the latest of these moments, never from a typed one.
    """
    signed = {s["party"]: s["at"] for s in signatures if s["signer_kind"] == "party"}
    mediators = [s["at"] for s in signatures if s["signer_kind"] == "mediator"]
    waiting = tuple(p for p in parties if p not in signed)
    all_signed = None if waiting else _latest(signed.values())
    complete = all_signed is not None and mediators and sealed_at is not None
    moments = [*signed.values(), _earliest(mediators), sealed_at] if complete else []
    effective_at = _latest(m for m in moments if m) if complete else None
    return Standing(waiting, not mediators, sealed_at is None, effective_at, all_signed)


def check_hash(seen: str, frozen: str) -> None:
    """Signed and sealed is the text that was seen; refuses `hash_differs`."""
    if seen != frozen:
        raise Refused("hash_differs", field="hash")


def check_way(way: str, *, paper_only: bool) -> None:
    """Marriage, adoption, inheritance are signed on paper (电子签名法 3); refuses `paper_only`."""
    if paper_only and way not in PAPER_WAYS:
        raise Refused("paper_only", field="way", allowed=list(PAPER_WAYS))


def check_time(at: datetime, frozen_at: str) -> None:
    """Nothing is signed before its text stands, by the day; refuses `before_freezing`."""
    frozen_on: date = datetime.fromisoformat(frozen_at).date()
    if at.date() < frozen_on:
        raise Refused("before_freezing", frozen_on=frozen_on.isoformat())


def check_signer(line_party: Mapping[str, Any], signed_by: str) -> None:
    """A minor's guardian signs, and nobody signs for a party who has no representative on
    record; refuses `guardian_signs`, `no_representative`.
    """
    if line_party["minor"] and signed_by != "guardian":
        raise Refused("guardian_signs", party=line_party["party"])
    if signed_by != "self" and not line_party["represented"]:
        raise Refused("no_representative", party=line_party["party"])


def _latest(moments: Iterable[str]) -> str:
    return max(moments, key=datetime.fromisoformat)


def _earliest(moments: Sequence[str]) -> str | None:
    return min(moments, key=datetime.fromisoformat, default=None)
