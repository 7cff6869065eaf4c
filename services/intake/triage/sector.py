"""The sector (行业性专业性领域) that decides which professional committee may take the dispute."""

from functools import cache

from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read
from services.intake.triage.rules import Rule, rule
from services.intake.triage.words import Passage


def sector(passage: Passage, category: str) -> tuple[str | None, Reason | None]:
    """Give the sector with its reason, or None where no industry is concerned."""
    for code, within, each in _rules():
        if category in within and (hit := each.found(passage)):
            return code, Reason("sector", code, passage.text[hit.start : hit.end], each.why)
    code = read("sectors")["of_category"].get(category)
    return code, Reason("sector", code, "", "由纠纷类别定的领域") if code else None


@cache
def _rules() -> tuple[tuple[str, frozenset[str], Rule], ...]:
    entries = read("sectors")["rules"]
    return tuple((entry["code"], frozenset(entry["within"]), rule(entry)) for entry in entries)
