"""Drafts for the linter: one that is right, and ways to spoil it."""

from datetime import date
from typing import Any

from services.mediation_session.rules import clauses, linter, people

TODAY = date(2026, 3, 2)
PAY: dict[str, Any] = {
    "kind": "pay",
    "who": "p-2",
    "to_whom": "p-1",
    "amount_fen": 1_200_000,
    "when": {
        "instalments": [
            {"date": "2026-04-01", "amount_fen": 600_000},
            {"date": "2026-05-01", "amount_fen": 600_000},
        ]
    },
    "how": "银行转账",
    "if_not": "张某可以要求一次付清余款",
}
ONCE: dict[str, Any] = {**PAY, "amount_fen": 30_000, "when": {"once": "2026-03-10"}}
MONTHLY: dict[str, Any] = {
    **PAY,
    "amount_fen": None,
    "when": {
        "recurring": {
            "every": "month",
            "day": 5,
            "from": "2026-04-01",
            "until": "2026-12-31",
            "amount_fen": 50_000,
        }
    },
}
FIX: dict[str, Any] = {
    "kind": "do",
    "who": "p-2",
    "to_whom": "p-1",
    "object": "修好漏水的水管",
    "when": {"once": "2026-03-20"},
    "how": "请专业人员上门",
    "if_not": "张某请人修，费用由李某承担",
}
QUIET: dict[str, Any] = {
    "kind": "refrain",
    "who": "p-2",
    "to_whom": "p-1",
    "object": "夜间十点后装修",
}
TEXTS = {
    "facts": "李某家水管破裂，水渗到张某家。",
    "matters": "赔偿数额和付款时间。",
    "liability": None,
}


def party(id_: str, **more: Any) -> dict[str, Any]:
    usual = {
        "role": "applicant",
        "kind": "person",
        "name": f"{id_}某",
        "address": "三组",
        "age": 40,
    }
    return {"party": id_, **usual, **more}


PARTIES = (party("p-1"), party("p-2"), party("p-3"))


def assessed(*drafted: dict[str, Any], category="neighbour", parties=PARTIES, **texts: Any):
    """What the linter says of a draft of these clauses."""
    draft = linter.draft_of({**TEXTS, **texts}, clauses.read(drafted))
    return linter.assess(draft, people.read(parties), category, TODAY)


def codes(*drafted: dict[str, Any], **more: Any) -> set[str]:
    return {finding.code for finding in assessed(*drafted, **more).findings}


def recurring(**changes: Any) -> dict[str, Any]:
    when = {"recurring": {**MONTHLY["when"]["recurring"], **changes}}
    return {**MONTHLY, "when": when}
