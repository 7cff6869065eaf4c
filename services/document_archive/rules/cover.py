"""What cover and back cover say (卷宗封面、封底), gathered from the papers of the volume.

Entries of other services carry no names: all that the archive knows of people stands in papers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

MANY = 3  # names of a side before the title says 等


@dataclass(frozen=True)
class Facts:
    """Names that the papers mention."""

    committee: str | None
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    number: str | None


def facts_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """What one paper's data say: committee, mediators, parties, number of the paper."""
    sides = [*_people(data, "applicants"), *_people(data, "respondents"), *_people(data, "parties")]
    return {
        "committee": _text(data.get("committee")),
        "mediators": [name for name in map(_text, _list(data.get("mediators"))) if name],
        "parties": list(dict.fromkeys(sides)),
        "number": _text(data.get("number")),
    }


def gathered(papers: Iterable[Mapping[str, Any]]) -> Facts:
    """Of all papers together: the first committee and parties named, every mediator."""
    said = list(papers)
    mediators = [name for facts in said for name in facts["mediators"]]
    return Facts(
        committee=next((f["committee"] for f in said if f["committee"]), None),
        mediators=tuple(dict.fromkeys(mediators)),
        parties=next((tuple(f["parties"]) for f in said if f["parties"]), ()),
        number=next((f["number"] for f in said if f["number"]), None),
    )


def title_of(parties: tuple[str, ...], category: str) -> str:
    """The title of a volume (卷名): 张某与李某邻里纠纷."""
    if not parties:
        return category
    first, *rest = parties
    others = "、".join(rest[:MANY]) + ("等" if len(rest) > MANY else "")
    return f"{first}与{others}{category}" if rest else f"{first}{category}"


def period(accepted_at: str, ended_at: str) -> dict[str, str]:
    """First and last day of the mediation (调解日期)."""
    return {"from": _day(accepted_at), "to": _day(ended_at)}


def _day(moment: str) -> str:
    return date.fromisoformat(moment[:10]).isoformat()


def _people(data: Mapping[str, Any], side: str) -> list[str]:
    people = (p.get("name") for p in _list(data.get(side)) if isinstance(p, Mapping))
    return [name for name in map(_text, people) if name]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
