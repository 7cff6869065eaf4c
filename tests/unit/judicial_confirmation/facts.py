"""An agreement, a case and parties that pass every rule of the pre-check; each test breaks one."""

from datetime import date

from services.judicial_confirmation.rules.checks import Facts
from shared.testing.people import VILLAGE, identity_number

TODAY = date(2026, 3, 5)
PAY = {
    "kind": "pay",
    "who": "p-2",
    "jointly_with": [],
    "to_whom": "p-1",
    "amount_fen": 1200000,
    "object": "房屋修复费",
    "when": {
        "instalments": [
            {"date": "2026-04-01", "amount_fen": 600000},
            {"date": "2026-05-31", "amount_fen": 600000},
        ]
    },
    "how": "银行转账",
    "if_not": "可以要求一次付清",
}
DO = {
    "kind": "do",
    "who": "p-2",
    "to_whom": "p-1",
    "object": "修好厨房水管",
    "when": {"once": "2026-03-20"},
    "how": "请人修理",
}
PAY_WORDS = (
    "李某向张某支付人民币12,000.00元（大写：壹万贰仟元整）（房屋修复费），分2期付清。"
    "方式：银行转账。"
)
DO_WORDS = "李某于2026年3月20日前（含当日）向张某履行：修好厨房水管。方式：请人修理。"


def signature(kind="party", party=None, **more):
    who = {"signer_kind": kind, "party": party, "signed_by": "self", "way": "ink"}
    return {**who, "mediator": None, "at": "2026-03-02T10:00:00+08:00", **more}


def agreement(**changes):
    whole = {
        "agreement": "a-1",
        "case": "c-1",
        "state": "effective",
        "form": "written",
        "hash": "ab" * 32,
        "number": "(2026)某人调字第3号",
        "facts": "楼上漏水，泡坏楼下天花板。",
        "clauses": [PAY, DO],
        "sentences": [PAY_WORDS, DO_WORDS],
        "parties": ["p-1", "p-2"],
        "division": VILLAGE,
        "committee": "k-1",
        "mediator": "m-01",
        "effective_at": "2026-03-02T11:00:00+08:00",
        "parties_signed_at": "2026-03-02T10:00:00+08:00",
        "amount_fen": 1200000,
        "confirmable": True,
        "reasons": [],
        "performance_due_on": "2026-05-31",
        "signatures": [
            signature(party="p-1"),
            signature(party="p-2"),
            signature("mediator", mediator="m-01"),
        ],
    }
    return {**whole, **changes}


def with_clause(clause, words="李某向张某履行。"):
    return agreement(clauses=[clause], sentences=[words])


def party(party_id="p-1", **changes):
    whole = {
        "party": party_id,
        "role": "applicant" if party_id == "p-1" else "respondent",
        "kind": "person",
        "name": {"p-1": "张某", "p-2": "李某"}.get(party_id, "王某"),
        "sex": "2",
        "nation": "01",
        "age": 46,
        "occupation": "果农",
        "address": "某镇某村二组",
        "phone": "13800001111",
        "identity_number": identity_number(serial=int(party_id[-1])),
        "stand_ins": [],
    }
    return {**whole, **changes}


def case(**changes):
    whole = {
        "case": "c-1",
        "number": "(2026)某人调字第3号",
        "division": VILLAGE,
        "committee_name": "某村人民调解委员会",
        "category": "neighbour",
        "summary": "楼上漏水",
        "accepted_at": "2026-02-20T09:00:00+08:00",
        "mediators": [{"mediator": "m-01", "name": "赵某", "how": "appointed"}],
        "registered_by": "clerk:k-01",
        "referral": None,
    }
    return {**whole, **changes}


def facts(**changes):
    whole = {
        "agreement": agreement(),
        "case": case(),
        "parties": [party("p-1"), party("p-2")],
        "roster": {"ok": True, "reasons": []},
        "today": TODAY,
        "deadline": date(2026, 4, 1),
        "applications": 1,
    }
    return Facts(**{**whole, **changes})
