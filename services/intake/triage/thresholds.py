"""The lines between ordinary, difficult and major: data of a region, with the source beside it."""

from dataclasses import dataclass
from typing import Self

from services.intake.triage.lexicon import read


@dataclass(frozen=True)
class Thresholds:
    """Where a dispute becomes difficult or major.

    Sums are in fen and reach the level when equal or above; people when their number on one side
    is above.
    """

    major_fen: int
    difficult_fen: int
    major_people_above: int
    difficult_people_above: int

    @classmethod
    def shipped(cls) -> Self:
        """Give the values of lexicon/levels.yaml, which names their source."""
        return cls(**{name: line["value"] for name, line in read("levels")["thresholds"].items()})


DEFAULT = Thresholds.shipped()
