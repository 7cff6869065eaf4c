"""What each paper of a mediation says, from the rows of the act and the case as it stands."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from services.mediation_session.rules import clauses, law
from services.mediation_session.rules.published import rows
from services.mediation_session.rules.sentences import day
from shared.calendar.clock import SHANGHAI
from shared.reference.money import capitals, figures
from shared.reference.tables import UnknownCode, table

Row = Mapping[str, Any]

RESULTS = {"agreed": "agreed", "not_agreed": "not_agreed", "continue": "continued"}
VISITS = {"visit": "上门", "phone": "电话", "message": "信息"}
SATISFIED = {"satisfied": "满意", "partly": "基本满意", "dissatisfied": "不满意"}
REPORTS = {"in_person": "当面", "phone": "电话", "document": "书面", "platform": "平台"}
RECEIVERS = {
    "party_committee": "党委",
    "government": "人民政府",
    "police": "公安机关",
    "justice_bureau": "司法行政部门",
    "other": "其他部门",
}


def notice(case: Row, given: Row) -> dict[str, Any]:
    """权利义务告知书 of one party, art. 23-24."""
    parties = [p for p in _named(case) if p["party"] == given["party"]]
    return {**_head(case, given["happened_at"]), "parties": parties}


def record(case: Row, session: Row, *, told: bool) -> dict[str, Any]:
    """人民调解记录, art. 27: joint words alone; what else was said is not even given here."""
    present = [p for p in _named(case) if p["party"] in session["parties"]]
    mediators = _mediators(case, session["mediators"])
    return {
        **_head(case, session["starts_at"]),
        "started_at": _minute(session["starts_at"]),
        "ended_at": _minute(session["ended_at"]) if session["ended_at"] else None,
        "place": session["place"],
        "parties": present or _named(case),
        "participants": [invited["label"] for invited in session["invited"]],
        "mediators": mediators,
        "recorder": [session["recorder"]] if session["recorder"] else mediators,
        "body": session["joint_words"] or "本次没有各方共同记录的内容。",
        "laws": [law.said(article) for article in session["law"]]
        + ([session["custom"]] if session["custom"] else []),
        "result": RESULTS[session["result"]],
        "told": told,
    }


def agreement(case: Row, line: Row, parties: Sequence[Row], row: Row) -> dict[str, Any]:
    """人民调解协议书 from the frozen line, art. 29; each party and the committee get one. Before
    it binds it is printed to be signed, under the day of freezing.
    """
    read = clauses.read(line["clauses"])
    until = clauses.last_due_on(read)
    ways = dict.fromkeys(clause.how for clause in read if clause.how)
    fen = line["amount_fen"]
    at = row["effective_at"] or row["frozen_at"]
    return {
        **_head(case, at),
        "number": line["number"] or "",
        "parties": [_block(said, parties, at) for said in line["parties"]],
        "facts": line["facts"],
        "matters": "\n".join(t for t in (line["matters"], line["liability"]) if t),
        "clauses": line["sentences"],
        "amount": {"figures": f"{figures(fen)}元", "capitals": capitals(fen)} if fen else None,
        "performance": {
            "manner": "；".join(ways) or "按协议内容",
            "deadline": f"{day(until)}前" if until else "按协议内容",
        },
        "copies": str(len(line["parties"]) + 1),
        "mediators": [m["name"] for m in line["mediators"]],
        "recorder": [m["name"] for m in line["mediators"]],
        "foot": {"number": line["number"] or "", "hash": row["hash"]},
    }


def oral_agreement(case: Row, parties: Sequence[Row], row: Row) -> dict[str, Any]:
    """人民调解口头协议登记表, art. 28, 30."""
    return {
        **_head(case, row["effective_at"]),
        "parties": [_block(p, parties, row["effective_at"]) for p in parties],
        "facts": case["summary"],
        "clauses": [row["terms"]],
        "agreed_on": row["effective_at"][:10],
        "foot": {"number": case["number"] or "", "hash": row["hash"]},
    }


def follow_up(case: Row, agreement_row: Row, visit: Row) -> dict[str, Any]:
    """人民调解回访记录, art. 31."""
    return {
        **_head(case, visit["happened_at"]),
        "parties": _named(case),
        "agreement_number": agreement_row["number"] or case["number"] or "",
        "reason": "了解协议履行情况",
        "visited_at": _minute(visit["happened_at"]),
        "manner": VISITS[visit["way"]],
        "situation": visit["found"],
        "performance": "已履行" if visit["performed"] else "未履行或者未全部履行",
        "satisfaction": SATISFIED.get(visit["satisfaction"] or ""),
        "measures": visit["measures"],
        "visitors": _mediators(case),
    }


def other_routes_notice(case: Row, mediation: Row) -> dict[str, Any]:
    """终止调解暨其他救济途径告知书, art. 26."""
    ended_on = mediation["ended_at"][:10]
    why = table("end_reasons").row(mediation["ended_how"], date.fromisoformat(ended_on)).zh
    return {
        **_head(case, mediation["ended_at"]),
        "parties": _named(case),
        "matter": _category(mediation["category"], ended_on),
        "ended_on": ended_on,
        "reason": f"{why}。{mediation['reason']}",
        "routes": routes(mediation["category"], mediation["ended_how"]),
    }


def escalation(mediation: Row, report: Row) -> dict[str, Any]:
    """重大纠纷报告单, art. 25, from what stands here: intake is away when this one is printed."""
    return {
        "committee": mediation["committee_name"],
        "number": mediation["number"] or "",
        "date": report["at"][:10],
        "to": [report["to_name"] or RECEIVERS[report["to"]]],
        "reported_at": _minute(report["at"]),
        "manner": REPORTS[report["way"]],
        "place": mediation["place"] or "见纠纷情况",
        "category": _category(mediation["category"], report["at"][:10]),
        "facts": report["text"],
        "danger": report["danger"],
        "measures": report["measures"],
        "reporter": report["reporter"] or "人民调解员",
    }


def routes(category: str, how: str) -> list[str]:
    """The other doors after an end without agreement."""
    return [
        row["zh"]
        for row in rows("routes")
        if row.get("category") in (None, category) and row.get("how") in (None, how)
    ]


def _category(code: str, on: str) -> str:
    return _word("categories", code, on) or "民间纠纷"


def _word(name: str, code: str | None, at: str) -> str | None:
    """The Chinese word of a code that held on that day; None where there is none."""
    try:
        return table(name).row(code or "", date.fromisoformat(at[:10])).zh
    except UnknownCode:
        return None


def _head(case: Row, at: str) -> dict[str, Any]:
    return {
        "committee": case["committee_name"],
        "number": case["number"] or "",
        "date": at[:10],
        "mediators": _mediators(case),
    }


def _named(case: Row) -> list[dict[str, Any]]:
    return [{"party": p["party"], "name": p["name"] or p["label"]} for p in case["parties"]]


def _mediators(case: Row, only: Sequence[str] = ()) -> list[str]:
    return [m["name"] for m in case["mediators"] if not only or m["mediator"] in only]


def _block(said: Row, parties: Sequence[Row], at: str) -> dict[str, Any]:
    """A party as the table of the form shows it; the frozen text wins."""
    known = next((p for p in parties if p["party"] == said["party"]), {})
    return {
        "kind": said["kind"],
        "role": said["role"],
        "name": said["name"] or said.get("label"),
        "gender": (_word("sex", known.get("sex"), at) or "").removesuffix("性"),
        "ethnicity": _word("nations", known.get("nation"), at),
        "age": known.get("age"),
        "occupation": known.get("occupation"),
        "address": said["address"],
    }


def _minute(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(SHANGHAI).isoformat()[:16]
