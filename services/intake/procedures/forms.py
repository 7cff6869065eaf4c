"""What intake's papers say, as services/document_archive/forms/forms.yaml asks for it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from services.intake import clients
from services.intake.procedures.sealing import opened
from services.intake.rules import codes, people
from services.intake.store import cases, tables
from services.intake.store.people import find_of_case, parties_of
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.jobs import Job
from shared.reference.money import capitals, figures

Data = dict[str, Any]
WITH_PHONES = "application"
REQUEST = "请求人民调解委员会调解上述纠纷。"
POWERS = {
    "apply_or_end": "申请或者终止调解",
    "collect_evidence": "收集证据",
    "choose_mediator": "选择或者接受调解员",
    "admit_or_change_claims": "承认、变更、放弃请求",
    "sign": "签收、签署文书",
    "receive_documents": "代收文书",
    "other": "其他",
}
RECEIVERS = {
    "party_committee": "党委",
    "government": "人民政府",
    "police": "公安机关",
    "justice_bureau": "司法行政机关",
    "other": "有关部门",
}
MANNERS = {"in_person": "当面", "phone": "电话", "document": "书面", "platform": "平台"}
REFUSED = {
    "party_refused": "一方当事人明确拒绝调解。",
    "sector_refused": "行业主管规则规定不予受理。",
}


def application(context: Context, job: Job) -> Data:
    """人民调解申请书."""
    case, parties = _rows(context, job.subject)
    on = datetime.fromisoformat(case["registered_at"]).date()
    sides = [_side(context, party, parties, on) for party in parties]
    return {
        "committee": case["committee_name"],
        "applicants": [side for side in sides if side["role"] == "applicant"],
        "respondents": [side for side in sides if side["role"] == "respondent"],
        "facts": case["text"],
        "requests": case["requests"] or [REQUEST],
        "date": on.isoformat(),
    }


def register(context: Context, job: Job) -> Data:
    """人民调解受理登记表."""
    case, parties = _rows(context, job.subject)
    with context.read() as connection:
        referral = cases.referral_of(connection, case["id"])
    on = datetime.fromisoformat(case["accepted_at"]).date()
    return {
        "committee": case["committee_name"],
        "number": case["number"],
        "parties": _named(parties),
        "category": codes.zh("categories", case["category"], on),
        "people_count": case["people_count"],
        "happened_on": case["dispute_on"],
        "place": case["place"],
        "source": case["source"],
        "referred_by": _sender(referral, on),
        "amount": _amount(case["amount_fen"]),
        "accepted_on": on.isoformat(),
        "facts": case["text"],
        "registrar": [_name_of(context, case["accepted_by"], on)],
        "date": on.isoformat(),
    }


def refusal_notice(context: Context, job: Job) -> Data:
    """不予受理通知书; the committee is asked for now, since the case never got one."""
    case, parties = _rows(context, job.subject)
    on = datetime.fromisoformat(job.args["happened_at"]).date()
    applicants = [p for p in parties if p["role"] == "applicant"]
    committee = clients.committee(context, case["division"], case["sector"], on)
    return {
        "committee": committee["name"],
        "to": _named(applicants or parties),
        "applied_on": case["registered_at"][:10],
        "matter": codes.zh("categories", case["category"], on) or case["text"],
        "reason": _why_refused(case, on),
        "grounds": _grounds(case),
        "routes": case["other_door"],
        "date": on.isoformat(),
    }


def escalation(context: Context, job: Job) -> Data:
    """重大纠纷报告单."""
    case, parties = _rows(context, job.subject)
    with context.read() as connection:
        told = find_of_case(
            connection, tables.escalation, case["id"], job.args["escalation"], "escalation"
        )
    on = datetime.fromisoformat(told["at"]).date()
    return {
        "committee": case["committee_name"] or _committee_there(context, case, on),
        "to": [told["to_name"] or RECEIVERS[told["to"]]],
        "reported_at": told["at"],
        "manner": MANNERS[told["way"]],
        "place": case["place"] or case["division"],
        "category": codes.zh("categories", case["category"], on),
        "people_count": case["people_count"],
        "parties": _named(parties),
        "facts": told["text"],
        "danger": told["danger"],
        "measures": told["measures"],
        "reporter": told["reporter"] or _name_of(context, told["recorded_by"], on),
        "date": on.isoformat(),
    }


MAKERS: Mapping[str, Callable[[Context, Job], Data]] = {
    "application": application,
    "register": register,
    "refusal_notice": refusal_notice,
    "escalation": escalation,
}


def phones_in(context: Context, job: Job) -> list[str]:
    """The parties whose phone the application shows."""
    _, parties = _rows(context, job.subject)
    return [p["id"] for p in parties if p["phone"]]


def _rows(context: Context, case_id: str) -> tuple[cases.Row, list[cases.Row]]:
    with context.read() as connection:
        case = cases.case_by_id(connection, case_id)
        if case is None:
            raise Refused("not_found", field="case")
        return case, parties_of(connection, case_id)


def _side(context: Context, party: cases.Row, all_: Sequence[cases.Row], on: date) -> Data:
    sex = codes.zh("sex", party["sex"], on)
    agents = [p for p in all_ if p["represents"] == party["id"]]
    return {
        "kind": party["kind"],
        "role": party["role"],
        "name": party["name"] or party["label"],
        "gender": sex.removesuffix("性") if sex else None,
        "ethnicity": codes.zh("nations", party["nation"], on),
        "age": people.age_on(party, on),
        "occupation": party["occupation"],
        "phone": opened(context.vault, party, "phone"),
        "address": party["address"],
        "agents": [_agent(context, agent) for agent in agents],
    }


def _agent(context: Context, agent: cases.Row) -> Data:
    return {
        "name": agent["name"] or agent["label"],
        "relation": agent["represents_relation"],
        "powers": "、".join(POWERS[power] for power in agent["represents_powers"]),
        "phone": opened(context.vault, agent, "phone"),
    }


def _named(parties: Sequence[cases.Row]) -> list[Data]:
    sides = [p for p in parties if p["role"] in people.SIDES]
    return [{"name": p["name"] or p["label"], "role": p["role"]} for p in sides]


def _amount(fen: int | None) -> str | None:
    return None if fen is None else f"{figures(fen)}元（大写：{capitals(fen)}）"


def _sender(referral: cases.Row | None, on: date) -> str | None:
    if referral is None:
        return None
    return str(referral["sender_name"] or codes.zh("referral_senders", referral["sender"], on))


def _name_of(context: Context, actor: str, on: date) -> str:
    """A mediator's name; of others registry knows none, so their id is printed."""
    role, _, id_ = actor.partition(":")
    if role != "mediator":
        return id_
    return str(clients.mediator(context, id_, on)["name"])


def _committee_there(context: Context, case: cases.Row, on: date) -> str:
    return str(clients.committee(context, case["division"], case["sector"], on)["name"])


def _why_refused(case: cases.Row, on: date) -> str:
    ground = codes.zh("refusal_reasons", case["refusal_ground"], on)
    told = [ground, case["refusal_words"]] if ground else [case["refusal_words"]]
    return "\n".join(filter(None, told)) or REFUSED[case["refusal_reason"]]


def _grounds(case: cases.Row) -> list[str]:
    if case["refusal_reason"] == "party_refused":
        return ["人民调解法第十七条。"]
    return ["人民调解工作若干规定第二十二条。"]
