"""The quality check (案卷评查): seven heads, of which a program judges those that it can see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.document_archive.rules.due import Lack
from services.document_archive.rules.published import published

OK, FAILED, PERSON, NOT_DUE = "ok", "failed", "person", "not_due"


@dataclass(frozen=True)
class Looked:
    """What the program sees of a volume.

    missing         lacks that nothing explains
    explained       items explained on a sheet
    scans           titles of papers that we did not print
    agreed_on       the day on which the agreement came into effect, None without one
    visited_on      the day of the first follow-up visit
    follow_up_days  how long the region gives for it, None where nobody laid it down
    is_bound        the volume is closed
    defects         documents that keep the bound file from being PDF/A
    """

    missing: Sequence[Lack]
    explained: Sequence[str]
    scans: Sequence[str]
    agreed_on: date | None
    visited_on: date | None
    follow_up_days: int | None
    is_bound: bool
    defects: Sequence[str]


def heads(seen: Looked) -> list[dict[str, str]]:
    """Each head with its verdict (ok, failed, person, not_due) and why, in the official order."""
    judged = {
        "lawful_acceptance": _acceptance(seen),
        "complete_material": _material(seen),
        "standard_forms": _forms(seen),
        "proper_evidence": (PERSON, "证据是否适当，请人工评查"),
        "correct_law": (PERSON, "协议适用法律是否正确，请人工评查"),
        "follow_up_in_time": _follow_up(seen),
        "correct_binding": _binding(seen),
    }
    rows = published("quality_heads").rows
    return [
        {"head": r.code, "zh": r.zh, "verdict": judged[r.code][0], "why_zh": judged[r.code][1]}
        for r in rows
    ]


def _acceptance(seen: Looked) -> tuple[str, str]:
    if any(lack.item == "application" for lack in seen.missing):
        return FAILED, "缺申请书或者受理登记表"
    return OK, "已受理，有申请书或者受理登记表，或者已说明"


def _material(seen: Looked) -> tuple[str, str]:
    if seen.missing:
        return FAILED, "缺" + "、".join(lack.zh for lack in seen.missing)
    return OK, "材料齐全" + (f"，{len(seen.explained)} 项已说明" if seen.explained else "")


def _forms(seen: Looked) -> tuple[str, str]:
    if seen.scans:
        return PERSON, f"有 {len(seen.scans)} 件扫描材料，请人工评查；其余按登记的表样印制"
    return OK, "均按登记的表样印制"


def _follow_up(seen: Looked) -> tuple[str, str]:
    if seen.agreed_on is None:
        return NOT_DUE, "没有生效的协议"
    if seen.visited_on is None:
        return FAILED, "没有回访"
    if seen.follow_up_days is None:
        return PERSON, "当地没有规定回访期限，请人工评查"
    took = (seen.visited_on - seen.agreed_on).days
    verdict = OK if took <= seen.follow_up_days else FAILED
    return verdict, f"协议生效后第 {took} 天回访，当地规定 {seen.follow_up_days} 天内"


def _binding(seen: Looked) -> tuple[str, str]:
    if not seen.is_bound:
        return NOT_DUE, "尚未结卷"
    if seen.defects:
        return FAILED, f"有 {len(seen.defects)} 件材料没有嵌入字体，不符合长期保存格式"
    return OK, "已编页码、目录、封面封底，PDF/A"
