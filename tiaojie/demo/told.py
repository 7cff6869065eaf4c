"""What is told of a step: who did what under which article, what was written, who heard of it."""

import json
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from shared.ledger.chain import Sealed
from shared.reference.statutes import cite
from tiaojie import services

AUDIT = "一条审计记录（内容只在本服务）"


ROLES = {
    "administrator": "管理员",
    "bureau": "司法局",
    "justice_office": "司法所",
    "director": "调委会主任",
    "clerk": "调委会文书",
    "mediator": "调解员",
    "grid_worker": "网格员",
    "court": "人民法院",
    "system": "系统",
}


@dataclass(frozen=True)
class Told:
    """One step as it came out; `refusal` is the sentence of an expected refusal."""

    no: int
    at: str
    who: str
    do: str
    say: str
    law: list[str]
    refusal: str | None
    entries: list[dict[str, Any]]


def tell_entry(service: str, entry: Sealed) -> dict[str, Any]:
    """A journal entry in words."""
    if entry.line is None:
        return {"service": service, "seq": entry.seq, "event": "", "words": AUDIT, "time": ""}
    line = json.loads(entry.line)
    event = line["type"].split(".")[1]
    words = services.contract(service).events[event].words.zh
    told = {"service": service, "seq": entry.seq, "event": event, "words": words}
    return {**told, "time": line["time"], "actor": line["actor"], "subject": line["subject"]}


def articles(law: list[str]) -> str:
    """`["rmtjf 17"]` → 《中华人民共和国人民调解法》第十七条."""
    cited = [(tag, int(number)) for tag, _, number in (text.partition(" ") for text in law)]
    return "、".join(cite(tag, number) for tag, number in cited)


def person(who: str) -> str:
    """`mediator:m-01` → 调解员 m-01."""
    role, _, id_ = who.partition(":")
    return f"{ROLES.get(role, role)} {id_}"


def gathered(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries in a row of one service that say the same, as one: `seq` becomes `5` or `5—9`."""
    rows = []
    for _, group in groupby(entries, key=lambda e: (e["service"], e["words"], e["event"])):
        same = list(group)
        first, last = same[0]["seq"], same[-1]["seq"]
        rows.append({**same[0], "seq": f"{first}" if first == last else f"{first}—{last}"})
    return rows
