"""The one table: medians of rounds with their spread, ratios taken round by round."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

HEAD = "| what | ours | compared with | ratio |\n|---|---|---|---|"


@dataclass(frozen=True)
class Row:
    """One line; the ratio is ours ÷ the other."""

    what: str
    ours: str
    other: str = "–"
    ratio: str = "–"

    def __str__(self):
        return f"| {self.what} | {self.ours} | {self.other} | {self.ratio} |"


def spread(values: Sequence[float], form: str) -> str:
    """`median [least–most] unit`, by a form such as `{:.1f} ms`."""
    number, _, unit = form.partition(" ")
    most = f"{number.format(median(values))} [{number.format(min(values))}–"
    return f"{most}{number.format(max(values))}] {unit}".rstrip()


def ratio(ours: Sequence[float], others: Sequence[float]) -> str:
    """Ours ÷ theirs, round by round."""
    return spread([a / b for a, b in zip(ours, others, strict=True)], "{:.2f}")


A_SECOND, MILLIS, SECONDS = "{:,.0f} /s", "{:.1f} ms", "{:.1f} s"
