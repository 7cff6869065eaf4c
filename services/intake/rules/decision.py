"""Triage (分流研判): the rules propose, a person decides; both are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.contracts.refused import Refused

NO_SECTOR = "none"


@dataclass(frozen=True)
class Decision:
    """What holds for the case; `by_person` where it departs from the proposal."""

    category: str
    sector: str | None
    level: str
    people_count: int | None
    amount_fen: int | None
    by_person: bool


def decide(proposal: Mapping[str, Any], wishes: Mapping[str, Any]) -> Decision:
    """The proposal, as far as the person wishes nothing else; to depart in category, sector or
    level refuses `reason_missing` without a reason. Sums and heads a person simply knows better.
    """
    category = wishes["category"] or proposal["category"]
    level = wishes["level"] or proposal["level"]
    sector = _sector(proposal["sector"], wishes["sector"])
    departs = (category, sector, level) != tuple(
        proposal[k] for k in ("category", "sector", "level")
    )
    if departs and not wishes["reason"]:
        raise Refused("reason_missing", field="reason")
    people, amount = (_known(proposal, wishes, k) for k in ("people_count", "amount_fen"))
    return Decision(category, sector, level, people, amount, by_person=departs)


def _sector(proposed: str | None, wished: str | None) -> str | None:
    if wished is None:
        return proposed
    return None if wished == NO_SECTOR else wished


def _known(proposal: Mapping[str, Any], wishes: Mapping[str, Any], key: str) -> int | None:
    told: int | None = wishes[key]
    proposed: int | None = proposal[key]
    return proposed if told is None else told
