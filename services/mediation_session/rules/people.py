"""The parties of an agreement, as far as it must know them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shared.contracts.refused import Refused

FULL_AGE = 18  # 民法典 17, 18


@dataclass(frozen=True)
class Party:
    """A party; `represented`: somebody is on record who acts for it. A minor of 16 or 17 who
    lives by own labour has full capacity (民法典 18).
    """

    id: str
    role: str
    kind: str
    name: str | None
    address: str | None
    age: int | None
    represented: bool
    lives_by_own_labour: bool

    @property
    def is_minor(self) -> bool:
        """Whether a guardian must act for it (民法典 19, 20, 23)."""
        is_young = self.kind == "person" and self.age is not None and self.age < FULL_AGE
        return is_young and not self.lives_by_own_labour

    @property
    def lacks(self) -> list[str]:
        """What an agreement must say of it and is not known (art. 29)."""
        return [field for field in ("name", "address") if not getattr(self, field)]


def read(parties: Sequence[Mapping[str, Any]]) -> tuple[Party, ...]:
    """Parties from the answer of intake.get_parties."""
    return tuple(
        Party(
            id=p["party"],
            role=p["role"],
            kind=p["kind"],
            name=p.get("name"),
            address=p.get("address"),
            age=p.get("age"),
            represented=bool(p.get("represented_by")),
            lives_by_own_labour=bool(p.get("lives_by_own_labour")),
        )
        for p in parties
    )


def check_complete(parties: Sequence[Party]) -> None:
    """Names and addresses of all are known (art. 29); refuses `parties_incomplete`."""
    lacking = [{"party": p.id, "missing": p.lacks} for p in parties if p.lacks]
    if lacking:
        raise Refused("parties_incomplete", parties=lacking)
