"""The short reference of a registered case, and the number that acceptance draws (§2.3)."""

import hashlib
from collections.abc import Mapping
from typing import Any

from shared.contracts.refused import Refused

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: nothing that the ear or eye confuses
_HALF = 5


def reference(case_id: str) -> str:
    """Two groups of five signs made from the id, to be read out over the telephone: no right and
    no order follows from it.
    """
    digest = int.from_bytes(hashlib.sha256(case_id.encode()).digest()[:8])
    signs = "".join(_SIGNS[digest >> 5 * place & 31] for place in range(2 * _HALF))
    return f"{signs[:_HALF]}-{signs[_HALF:]}"


def pattern_of(settings: Mapping[str, Any]) -> str:
    """The profile's pattern of case numbers; refuses `numbering_missing`."""
    pattern = (settings.get("numbering") or {}).get("pattern")
    if not pattern:
        raise Refused("numbering_missing")
    return str(pattern)


def series(committee: str, year: int) -> str:
    """The counter: one series a committee and year of acceptance."""
    return f"case:{committee}:{year}"


def number(pattern: str, year: int, short: str, n: int) -> str:
    """`（{year}）{short}人调字第{n}号` → （2026）岭下人调字第7号."""
    return pattern.format(year=year, short=short, n=n)
