"""Risk codes (风险因素) of the closed list: given only for what the text says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from services.intake.triage.ages import ages
from services.intake.triage.amounts import Sum
from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read, read_folder
from services.intake.triage.people import Group
from services.intake.triage.rules import Rule, found, rule
from services.intake.triage.stance import stance
from services.intake.triage.templates import Template, template
from services.intake.triage.thresholds import Thresholds
from services.intake.triage.words import Passage


@dataclass(frozen=True)
class Risk:
    """One risk code found, with the level it suggests by itself (None: no level)."""

    code: str
    grade: str | None
    words: str
    why: str

    def reason(self) -> Reason:
        """Give the reason to show."""
        return Reason("risk", self.code, self.words, self.why)


def risks(
    passage: Passage, sums: tuple[Sum, ...], groups: tuple[Group, ...], thresholds: Thresholds
) -> tuple[Risk, ...]:
    """Find the risks of the text, one for each code, the gravest of them."""
    everything = [
        *_by_rules(passage),
        *_by_age(passage),
        *_crowds(passage, groups, thresholds),
        *_large_sums(passage, sums, thresholds),
    ]
    best: dict[str, Risk] = {}
    for risk in everything:
        if risk.code not in best or (risk.grade == "major") > (best[risk.code].grade == "major"):
            best[risk.code] = risk
    if "group_petition" in best:
        best.pop("individual_petition", None)
    return tuple(best[code] for code in sorted(best))


def _by_rules(passage: Passage) -> Iterator[Risk]:
    for each, hit in found(_rules(), passage):
        (code,) = each.gives
        words = passage.text[hit.start : hit.end]
        yield Risk(code, each.grade or _grades().get(code), words, each.why)


def _by_age(passage: Passage) -> Iterator[Risk]:
    for age in ages(passage):
        words = passage.text[age.start : age.end]
        if age.years >= read("ages")["old_from"]["value"]:
            yield Risk("elderly_disabled", None, words, "有六十岁以上的人")
        elif age.years < read("ages")["minor_below"]["value"]:
            yield Risk("minors", None, words, "有不满十八岁的人")


def _crowds(passage: Passage, groups: tuple[Group, ...], thresholds: Thresholds) -> Iterator[Risk]:
    for group in groups:
        if group.households or not group.number.exceeds(thresholds.major_people_above):
            continue
        if _gathered(passage, group):
            words = passage.text[group.start : group.end]
            yield Risk("crowd_gathering", "major", words, "十人以上聚在一起")


def _gathered(passage: Passage, group: Group) -> bool:
    hits = _gathering().hits(passage, *passage.sentence(group.start))
    return any(stance(passage, hit) == "happened" for hit in hits)


def _large_sums(passage: Passage, sums: tuple[Sum, ...], thresholds: Thresholds) -> Iterator[Risk]:
    for each in sums:
        if each.fen >= thresholds.major_fen and each.role.large:
            words = passage.text[each.start : each.end]
            yield Risk("large_sum", "major", words, each.role.why)


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule(entry) for entry in read_folder("risks"))


@cache
def _grades() -> dict[str, str]:
    return dict(read("levels")["grades"])


@cache
def _gathering() -> Template:
    return template(*read("people")["gathering"]["match"])
