"""`tiaojie demo --input`: take in any dispute of a file, say what is decided by rule and why, and
stop where a person must decide.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.access.principal import Principal
from shared.bus.suite import Suite
from shared.calendar.clock import SHANGHAI, StoryClock
from shared.contracts.refused import Refused
from shared.settings.site import SiteSettings
from tiaojie.cli.words import say
from tiaojie.demo.scene import set_the_scene
from tiaojie.house import live

DAY = datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)
VILLAGE, VILLAGE_ZH = "220122100207", "吉林省长春市农安县农安镇十里堡村"
JUDGED = {"category": "类别", "sector": "行业", "level": "等级"}
VOICES = ("applicant", "grid", "mediator")


@dataclass
class Heard:
    """One record taken in; `paragraphs` are for people, `facts` for programs."""

    id: str
    facts: dict[str, Any] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)


class BadRecord(Exception):
    """A line that is no record; the text names line and field."""


def records(file: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file; raises BadRecord."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            yield _record(number, line)


def _record(number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as problem:
        raise BadRecord(f"第 {number} 行不是 JSON") from problem
    for name in ("id", "text_zh"):
        if not isinstance(record, dict) or not str(record.get(name) or "").strip():
            raise BadRecord(f"第 {number} 行缺少 {name}")
    if record.get("voice", "applicant") not in VOICES:
        raise BadRecord(f"第 {number} 行的 voice 应为 {'、'.join(VOICES)} 之一")
    return record  # type: ignore[no-any-return]


def hear(
    settings: SiteSettings, found: list[dict[str, Any]], division: str | None
) -> Iterator[Heard]:
    """Take in the records one after the other, in the demo region, on a day of 2026."""
    with live(settings, clock=StoryClock(DAY)) as suite:
        set_the_scene(suite)
        for record in found:
            yield _hear(suite, record, division)


def _hear(suite: Suite, record: dict[str, Any], division: str | None) -> Heard:
    heard = Heard(str(record["id"]))
    place = division or VILLAGE
    if division is None:
        heard.paragraphs.append(f"原文没有可用的地点，放在演示村：{VILLAGE_ZH}。")
    case = _register(suite, heard, record, place)
    _triage(suite, heard, case, place)
    _route(suite, heard, place)
    heard.paragraphs.append(
        "到此为止：下一步要由人决定——逐一征求各方当事人是否愿意调解（人民调解法第十七条）。"
    )
    return heard


def _register(suite: Suite, heard: Heard, record: dict[str, Any], place: str) -> str:
    """By the voice of the record: a finding, an application, or on own initiative."""
    if record.get("voice") == "grid":
        return _finding(suite, heard, record, place)
    source = "initiative" if record.get("voice") == "mediator" else "application"
    way = {"way": "oral"} if source == "application" else {}
    given = {"division": place, "source": source, "text": record["text_zh"], **way}
    answer = _do(suite, "intake.register_case", f"{heard.id}-register", _clerk(place), given)
    heard.facts |= {"case": answer["case"], "reference": answer["reference"], "source": source}
    door = say(source)
    heard.paragraphs.append(
        f"登记为案件 {answer['reference']}，来源 {door}，回执时刻 {answer['receipt_at']}。"
    )
    return str(answer["case"])


def _finding(suite: Suite, heard: Heard, record: dict[str, Any], place: str) -> str:
    worker = Principal("grid_worker", "demo", (place,))
    words = {"division": place, "place": "原文所述地点", "text": record["text_zh"]}
    finding = _do(suite, "screening.report_finding", f"{heard.id}-report", worker, words)["finding"]
    of_it = {"finding": finding}
    _do(suite, "screening.grade_finding", f"{heard.id}-grade", worker, of_it)
    to = {**of_it, "to_division": place}
    _do(suite, "screening.hand_over_finding", f"{heard.id}-hand", worker, to)
    suite.wait_until_idle(30)
    case = suite.people.call("screening", "get_finding", of_it, worker)["case"]
    heard.facts |= {"finding": finding, "case": case, "source": "finding"}
    heard.paragraphs.append(
        "网格员的口吻：登记为排查发现，等级留待勾选事实后再定，已移交调委会并自动登记为案件。"
    )
    return str(case)


def _triage(suite: Suite, heard: Heard, case: str, place: str) -> None:
    """What the rules propose, with the words of the text that led to it."""
    clerk = _clerk(place)
    done = _do(suite, "intake.triage_case", f"{heard.id}-triage", clerk, {"case": case})
    triage = suite.people.call("intake", "get_case", {"case": case}, clerk)["triage"]
    heard.facts |= {name: done[name] for name in ("category", "runner_up", "sector", "level")}
    heard.facts |= {"risks": triage["risks"], "reasons": triage["reasons"]}
    kind = "，".join(f"{name} {say(done[key] or 'none')}" for key, name in JUDGED.items())
    why = (
        "；".join(dict.fromkeys(_because(reason) for reason in triage["reasons"])) or "没有认出依据"
    )
    heard.paragraphs.append(f"分流研判（按规则提出，人可以改）：{kind}。依据：{why}。")
    if done["acceptance_doubt"]:
        heard.paragraphs.append(f"可能不属受理范围（{say(done['acceptance_doubt'])}），请人判断。")


def _because(reason: dict[str, Any]) -> str:
    words = f"“{reason['words']}”" if reason["words"] else ""
    return f"{words}{reason['why_zh']}".rstrip("。")


def _route(suite: Suite, heard: Heard, place: str) -> None:
    """Which committee takes it, by area and kind."""
    asked = {"division": place, "sector": heard.facts["sector"], "on": DAY.date().isoformat()}
    try:
        found = suite.people.call("registry", "find_committee", asked, _clerk(place))
    except Refused as no:
        heard.facts["committee"] = None
        heard.paragraphs.append(f"没有找到可以受理的调委会：{no.message}。")
        return
    heard.facts |= {"committee": found["committee"], "routed_because": found["reasons"]}
    why = "、".join(say(code) for code in found["reasons"])
    heard.paragraphs.append(f"建议由 {found['name']} 受理，理由：{why}。")


def _clerk(place: str) -> Principal:
    return Principal("clerk", "demo", (place,))


def _do(suite: Suite, verb: str, id_: str, who: Principal, payload: dict[str, Any]) -> Any:
    service, _, name = verb.partition(".")
    return suite.people.call(service, name, {"command_id": id_, **payload}, who)
