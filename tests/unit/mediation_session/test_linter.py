"""The linter finds each seeded defect with its rule, and leaves good drafts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.mediation_session.rules.finding import Finding
from services.mediation_session.rules.published import rows
from services.mediation_session.rules.sentences import money
from tests.unit.mediation_session.drafts import (
    FIX,
    MONTHLY,
    ONCE,
    PARTIES,
    PAY,
    QUIET,
    assessed,
    codes,
    party,
    recurring,
)

GOOD = (PAY, ONCE, MONTHLY, recurring(until=None, until_event="小张年满十八周岁"), FIX, QUIET)

# a spoilt clause (or clauses) → the code that must be found
SEEDED = [
    ([{**PAY, "who": None}], "who_missing"),
    ([{**PAY, "who": "p-9"}], "who_unknown"),
    ([{**PAY, "jointly_with": ["p-9"]}], "who_unknown"),
    ([{**PAY, "to_whom": None}], "to_whom_missing"),
    ([{**FIX, "to_whom": None}], "to_whom_missing"),
    ([{**PAY, "to_whom": "p-9"}], "to_whom_unknown"),
    ([{**PAY, "to_whom": "p-2"}], "same_person"),
    ([{**PAY, "jointly_with": ["p-1"]}], "same_person"),
    ([{**ONCE, "amount_fen": None}], "amount_missing"),
    ([{**ONCE, "amount_fen": 0}], "amount_missing"),
    ([recurring(amount_fen=None)], "amount_missing"),
    ([{**ONCE, "amount_fen": 10**14}], "amount_too_large"),
    ([{**FIX, "amount_fen": 5}], "amount_misplaced"),
    ([{**FIX, "object": None}], "object_missing"),
    ([{**QUIET, "object": ""}], "object_missing"),
    ([{**ONCE, "when": None}], "when_missing"),
    ([{**FIX, "when": {}}], "when_missing"),
    ([{**PAY, "when": {**PAY["when"], "once": "2026-03-10"}}], "when_ambiguous"),
    ([{**FIX, "when": PAY["when"]}], "when_unfit"),
    ([{**PAY, "amount_fen": 1_200_001}], "instalments_sum"),
    ([{**PAY, "amount_fen": None}], "instalments_sum"),
    (
        [{**PAY, "when": {"instalments": list(reversed(PAY["when"]["instalments"]))}}],
        "instalments_order",
    ),
    (
        [{**PAY, "when": {"instalments": [{"date": "2026-04-01", "amount_fen": None}]}}],
        "instalment_amount_missing",
    ),
    ([recurring(day=0)], "recurring_day"),
    ([recurring(every="week", day=8)], "recurring_day"),
    ([recurring(until=None)], "recurring_end_missing"),
    ([recurring(until_event="老人去世")], "recurring_end_ambiguous"),
    ([recurring(until="2026-03-01")], "recurring_empty"),
    ([recurring(every="week", day=1, until="2199-01-01")], "recurring_long"),
    ([{**recurring(), "amount_fen": 1}], "recurring_sum"),
    ([{**PAY, "how": None}], "how_missing"),
    ([{**FIX, "how": None}], "how_missing"),
    ([{**PAY, "if_not": None}], "if_not_missing"),
    ([{**ONCE, "when": {"once": "2026-03-01"}}], "date_past"),
    ([PAY, PAY], "duplicate"),
    ([{**FIX, "object": "赔3,000元（大写：叁万元整）"}], "amounts_unequal"),
    ([{**FIX, "object": "赔3,000元（大写：三千圆）"}], "capitals_wrong"),
    ([{**FIX, "if_not": "另付500元"}], "amount_in_words"),
    ([{**FIX, "if_not": "张某不得就此事再到法院起诉"}], "waiver_of_suit"),
    ([{**FIX, "how": "双方放弃诉权"}], "waiver_of_suit"),
    ([{**FIX, "if_not": "任何一方不准打官司"}], "waiver_of_suit"),
    ([{**FIX, "if_not": "不得申请仲裁"}], "waiver_of_suit"),
    ([{**FIX, "if_not": "张某不再报警"}], "waiver_of_report"),
    ([{**FIX, "how": "张某不再追究李某刑事责任"}], "waiver_of_report"),
    ([{**FIX, "how": "张某息诉罢访"}], "waiver_of_petition"),
    ([{**FIX, "if_not": "扣留李某身份证"}], "liberty"),
    ([{**FIX, "if_not": "李某不准离开本村"}], "liberty"),
    ([{**FIX, "if_not": "罚款五百"}], "fine"),
    ([{**FIX, "if_not": "罚200元"}], "fine"),
    ([{**FIX, "object": "当众下跪道歉"}], "dignity"),
    ([{**FIX, "how": "王某自愿放弃缴纳社会保险"}], "social_insurance"),
    ([{**FIX, "if_not": "停止供水供电"}], "utilities"),
    ([{**FIX, "if_not": "断电"}], "utilities"),
    ([{**FIX, "object": "双方同意离婚"}], "personal_status"),
    ([{**FIX, "object": "解除收养关系"}], "personal_status"),
    ([{**FIX, "object": "东屋三间房屋归张某所有"}], "property_right"),
    ([{**FIX, "object": "确认宅基地使用权属于李某"}], "property_right"),
    ([{**FIX, "object": "尽快修好水管"}], "unclear"),
    ([{**FIX, "how": "有钱了再说"}], "unclear"),
    ([{**FIX, "if_not": "双方另行协商"}], "unclear"),
    ([{**FIX, "object": "让出两米左右的路"}], "unclear"),
    ([{**FIX, "object": "父亲的遗产由三人平分"}], "inheritance"),
    ([{**FIX, "object": "孩子归张某抚养"}], "custody"),
    ([{**FIX, "if_not": "由王某承担担保责任"}], "security"),
    ([{**FIX, "if_not": "按月息二分付利息"}], "interest"),
    ([{**FIX, "object": "退还订金"}], "deposit"),
    ([{**FIX, "object": "补偿误工费", "how": "赔偿医药费时一并结清"}], "compensation_words"),
    ([{**FIX, "object": "抚养老人", "how": "赡养费按月付"}], "support_words"),
    ([{**FIX, "object": "把墙整明白"}], "dialect"),
]

CLEAN = (
    "将树枝修剪到围墙以内",
    "任何一方不履行的，另一方可以向人民法院起诉",
    "逾期不付的，张某可以申请仲裁或者起诉",
    "把借用的房屋归还张某",
    "恢复停电前的线路",
    "当面向张某口头道歉",
    "按户口簿登记的人数分配",
    "限期内办理房屋过户手续",
)


@pytest.mark.parametrize("clause", GOOD)
def test_good_clause_has_no_finding(clause):
    assert assessed(clause).findings == ()


@pytest.mark.parametrize(("drafted", "code"), SEEDED)
def test_seeded_defect_is_found_with_its_rule(drafted, code):
    found = {f.code: f for f in assessed(*drafted).findings}
    assert code in found
    assert found[code].shown()["why_zh"]


@pytest.mark.parametrize("words", CLEAN)
def test_harmless_words_are_left_alone(words):
    assert codes({**FIX, "object": words, "how": words}) == set()


def test_every_rule_of_the_lists_is_seeded():
    seeded = {code for _, code in SEEDED}
    whole = {
        "facts_missing", "matters_missing", "clauses_missing", "name_missing", "address_missing",
        "guardian_missing", "family_money_only", "labour_not_payment", "minor_interest",
    }  # fmt: skip
    every = {row["code"] for name in ("structure", "wording") for row in rows(name)}
    assert seeded | whole == every


def test_every_rule_can_be_shown():
    every = {row["code"] for name in ("structure", "wording") for row in rows(name)}
    shown = [Finding(code).shown() for code in every]
    assert {f["severity"] for f in shown} == {"error", "warning"}


def test_empty_draft_says_all_that_is_missing():
    found = codes(facts=None, matters=None)
    assert found == {"facts_missing", "matters_missing", "clauses_missing"}


def test_parties_without_name_address_or_guardian():
    parties = (party("p-1", name=None), party("p-2", address=None), party("p-3", age=10))
    assert codes(FIX, parties=parties) == {
        "name_missing",
        "address_missing",
        "guardian_missing",
        "minor_interest",
    }


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"age": 17}, {"guardian_missing", "minor_interest"}),
        ({"age": 18}, set()),
        ({"age": None}, set()),
        ({"age": 17, "represented_by": {"name": "张某"}}, {"minor_interest"}),
        ({"age": 16, "lives_by_own_labour": True}, set()),
        ({"age": 3, "kind": "organisation"}, set()),
    ],
)
def test_minor_needs_a_guardian(more, found):
    assert codes(FIX, parties=(*PARTIES[:1], party("p-2", **more))) == found


@pytest.mark.parametrize(
    ("clause", "category", "reasons"),
    [
        (FIX, "neighbour", ()),
        ({**FIX, "object": "双方同意离婚"}, "family", ("personal_status",)),
        (PAY, "family", ()),
        ({**FIX, "object": "房屋归张某所有"}, "housing", ("property_right",)),
        ({**FIX, "object": "适当修补"}, "neighbour", ("unclear",)),
        ({**FIX, "how": None}, "neighbour", ("unclear",)),
        ({**FIX, "if_not": "不得起诉"}, "neighbour", ("unlawful",)),
        (PAY, "wage_arrears", ()),
        (FIX, "labour", ("labour_not_payment",)),
    ],
)
def test_confirmable_or_why_not(clause, category, reasons):
    found = assessed(clause, category=category)
    assert (found.reasons, found.confirmable) == (reasons, not reasons)


@pytest.mark.parametrize(
    ("clause", "category", "matters", "expected"),
    [
        (PAY, "neighbour", "赔偿数额。", False),
        (PAY, "family", "赡养费。", True),
        ({**FIX, "object": "父亲的遗产由三人平分"}, "other", "分配。", True),
        (PAY, "other", "遗产分割。", True),
        ({**FIX, "object": "孩子归张某抚养"}, "other", "抚养。", True),
    ],
)
def test_matters_of_status_are_signed_on_paper(clause, category, matters, expected):
    assert assessed(clause, category=category, matters=matters).paper_only is expected


def test_facts_that_name_a_divorce_are_no_matter_of_status():
    assert assessed(PAY, facts="双方已于2020年离婚，现为欠款争议。").paper_only is False


def test_liability_text_is_read_for_what_no_agreement_may_say():
    assert "waiver_of_suit" in codes(FIX, liability="双方不得起诉")


@given(st.integers(1, 10**13))
def test_sums_that_the_house_writes_are_equal_in_figures_and_capitals(fen):
    words = {**FIX, "object": f"交付{money(fen)}的货物"}
    assert codes(words) & {"amounts_unequal", "capitals_wrong", "amount_in_words"} == set()


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_sums_that_differ_are_found(fen, other):
    figures, capitals = money(fen).split("元（")[0], money(other).split("大写：")[1]
    found = codes({**FIX, "object": f"{figures}元（大写：{capitals}"})
    assert ("amounts_unequal" in found) == (fen != other)
