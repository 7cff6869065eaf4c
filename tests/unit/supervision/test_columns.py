"""The Ministry's case table: every column, in order, computed or empty with a reason."""

from datetime import date

import pytest

from services.supervision.rules.columns import case_form, parse
from services.supervision.rules.facts import PREVENTED
from services.supervision.store.tables import OF_KIND
from shared.contracts.refused import Refused
from shared.reference.tables import table

ON = date(2026, 1, 1)
FORM = case_form()


def zh_of(group):
    return [column.zh for column in FORM.columns if column.group == group]


def values_of(field, *, without=None):
    """The values by which the columns part the cases, in their order."""
    wheres = [c.measure.where for c in FORM.columns if c.measure]
    return [value for w in wheres if field in w and w.keys() != without for value in w[field]]


def test_columns_of_the_form_in_their_order():
    assert zh_of("调解情况") == [
        "调解案件总数",
        "涉及当事人数",
        "调解成功",
        "疑难复杂案件",
        "协议涉及金额",
    ]
    assert zh_of("排查预防纠纷") == [
        "排查纠纷",
        "预防纠纷",
        "防止民间纠纷引起自杀（件）",
        "防止民间纠纷引起自杀（人）",
        "防止民间纠纷转化为刑事案件（件）",
        "防止民间纠纷转化为刑事案件（人）",
        "防止群体性上访（件）",
        "防止群体性上访（人）",
        "防止群体性械斗（件）",
        "防止群体性械斗（人）",
    ]
    assert zh_of("协议履行等") == [
        "履行",
        "经督促履行",
        "被司法确认",
        "达成协议后起诉",
        "判决维持",
        "判决变更",
        "判决撤销",
        "判决无效",
        "申请支付令",
    ]


@pytest.mark.parametrize(
    ("field", "reference"),
    [
        ("category", "categories"),
        ("host_type", "host_types"),
        ("sender", "referral_senders"),
    ],
)
def test_columns_part_the_cases_by_the_official_codes(field, reference):
    assert values_of(field) == list(table(reference).codes(ON))


def test_columns_bear_the_official_names():
    official = [row.zh for row in table("categories").rows]
    assert zh_of("案件分类情况") == official
    assert zh_of("不同主体调解情况") == [row.zh for row in table("host_types").rows]


def test_sources_and_prevented_kinds_are_all_there():
    sources = [c.measure.where.get("source") for c in FORM.columns if c.group == "案件来源"]
    assert sources[:3] == [("initiative",), ("application",), ("referral",)]
    assert {source for sources_ in sources[:3] for source in sources_} == set(
        table("sources").codes(ON)
    )
    assert table("prevented_kinds").codes(ON) == PREVENTED


def test_money_is_kept_in_fen_and_shown_in_ten_thousands():
    in_fen = [(c.code, c.unit) for c in FORM.columns if c.cell == "fen"]
    assert in_fen == [("amount", "万元")]


def test_a_column_is_measured_or_says_why_not():
    assert [c.code for c in FORM.columns if (c.measure is None) == (c.empty_because is None)] == []


def test_every_measure_speaks_of_fields_that_the_read_model_has():
    for column in (c for c in FORM.columns if c.measure):
        kind, measure = OF_KIND[column.measure.kind], column.measure
        named = {*measure.where, *([measure.sum] if measure.sum else []), FORM.days[measure.kind]}
        assert named <= set(kind.c.keys()), column.code


def test_codes_are_unique_and_checks_speak_of_measured_columns():
    codes = [c.code for c in FORM.columns]
    assert len(codes) == len(set(codes))
    measured = {c.code for c in FORM.columns if c.measure}
    assert {code for check in FORM.checks for code in (*check.left, *check.right)} <= measured


def test_a_word_outside_the_vocabulary_is_an_error():
    text = (
        "code: f\nzh: 表\nfrom: 2018-01-01\nuntil: null\nsource: 无\ndays: {case: on}\nchecks: []\n"
    )
    group = (
        "groups:\n  - zh: 组\n    columns:\n      - {code: a, zh: 甲, unit: 件, count: case%s}\n"
    )
    assert parse(text + group % "").columns[0].measure.where == {}
    with pytest.raises(ValueError, match="average"):
        parse(text + group % ", average: case")


@pytest.mark.parametrize(
    ("code", "refusal"), [("nothing", "column_unknown"), ("judgment_void", "column_empty")]
)
def test_column_without_a_source_is_refused(code, refusal):
    with pytest.raises(Refused) as no:
        FORM.measured(code)
    assert no.value.code == refusal
