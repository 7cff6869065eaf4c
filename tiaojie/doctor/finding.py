"""A finding: one code, how bad it is, one Chinese sentence that says what is and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tiaojie.doctor.codes import CODES, GROUPS

SEVERITIES = ("ok", "warn", "bad")


@dataclass(frozen=True)
class Finding:
    """`about` names what it is about (a service, a queue, a file), for programs."""

    code: str
    severity: str
    group: str
    text: str
    about: str = ""


def found(code: str, about: str = "", **values: Any) -> Finding:
    """The finding of a code; `about` and `values` fill its sentence."""
    known = CODES[code]
    return Finding(
        code, known.severity, known.group, known.text.format(about=about, **values), about
    )


def worst_last(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Groups of findings: the worst group at the end, in each the worst finding at the end."""
    every = list(findings)
    groups = [(g, sorted((f for f in every if f.group == g), key=_rank)) for g in GROUPS]
    return sorted(((g, fs) for g, fs in groups if fs), key=lambda pair: _rank(pair[1][-1]))


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)
