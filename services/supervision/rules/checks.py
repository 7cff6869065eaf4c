"""Consistency checks (报表校验) of the case table, domain.md §2.6."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KINDS = ("equal", "at_most", "at_least", "steady")
Figures = Mapping[str, int]


@dataclass(frozen=True)
class Check:
    """Sums of two lists of columns that must be equal, at most, or at least `times` the other;
    or the sum of one list that must not differ from the year before by more than `percent`.
    """

    code: str
    zh: str
    left: tuple[str, ...]
    kind: str
    right: tuple[str, ...]
    times: int
    percent: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Check":
        """From its line in the form's data; ValueError for an unknown kind."""
        if row["is"] not in KINDS:
            raise ValueError(row["is"])
        sides = (tuple(row["left"]), row["is"], tuple(row.get("right", ())))
        return cls(row["code"], row["zh"], *sides, row.get("times", 1), row.get("percent", 0))


@dataclass(frozen=True)
class Finding:
    """What came of a check; `why_zh` names both figures where it fails."""

    code: str
    ok: bool
    why_zh: str


def run(check: Check, figures: Figures, year_before: Figures) -> Finding:
    """Check the totals of a period; `year_before` are those of the same days of the last year."""
    left = sum(figures[code] for code in check.left)
    if check.kind == "steady":
        right = sum(year_before[code] for code in check.left)
        ok = right == 0 or abs(left - right) * 100 <= check.percent * right
    else:
        right = sum(figures[code] for code in check.right) * check.times
        ok = {"equal": left == right, "at_most": left <= right, "at_least": left >= right}[
            check.kind
        ]
    return Finding(check.code, ok, check.zh if ok else f"{check.zh}：现为 {left} 与 {right}")
