"""What the linter finds: a code with its place; why and on which article stands in the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from services.mediation_session.rules.published import rows
from shared.reference.statutes import cite

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Finding:
    """One finding; `clause` counts from 1, None: of the whole."""

    code: str
    clause: int | None = None

    @property
    def rule(self) -> Mapping[str, Any]:
        """Its row in the tables."""
        return _rules()[self.code]

    @property
    def is_error(self) -> bool:
        """Whether the draft may not be frozen before it is put right."""
        return bool(self.rule["severity"] == ERROR)

    @property
    def not_confirmable(self) -> str | None:
        """Why a court would not confirm the agreement for it, if so: what is missing makes it
        unclear, what no agreement may say unlawful (民事诉讼法解释 358).
        """
        if self.is_error:
            return "unlawful" if "any" in self.rule else "unclear"
        return self.rule.get("not_confirmable")

    def shown(self) -> dict[str, Any]:
        """As a person reads it: {code, clause, severity, why_zh, article}."""
        article = self.rule["article"]
        return {
            "code": self.code,
            "clause": self.clause,
            "severity": self.rule["severity"],
            "why_zh": self.rule["zh"],
            "article": _cited(article) if article else None,
        }


def _cited(article: str) -> str:
    tag, number = article.split()
    return cite(tag, int(number))


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    return {row["code"]: row for row in (*rows("structure"), *rows("wording"))}
