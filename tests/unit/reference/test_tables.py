from datetime import date, timedelta
from itertools import combinations

import pytest

from shared.reference.statutes import cite
from shared.reference.tables import Row, UnknownCode, names, parse, table

TODAY = date(2026, 11, 24)

CODES = {
    "agent_kinds": "lawyer legal_worker staff near_relative citizen",
    "categories": "family neighbour housing contract production damage forest_land expropriation"
    " environment wage_arrears labour tourism ecommerce consumer medical traffic property other",
    "category_groups": "family neighbour housing contract production damage forest_land"
    " expropriation environment labour tourism consumer medical traffic property other",
    "document_types": "id_card household_register temporary_id_card passport hk_macau_permit"
    " taiwan_permit hmt_residence_permit foreigner_permanent_residence military uscc other none",
    "end_reasons": "agreed no_agreement expired withdrawn refused danger false_mediation"
    " other_procedure",
    "host_types": "village neighbourhood township street enterprise organisation",
    "levels": "ordinary difficult major",
    "mediation_results": "agreed_written agreed_oral failed withdrawn refused ended_other"
    " transferred",
    "nations": " ".join(f"{n:02d}" for n in [*range(1, 57), 97, 98]),
    "party_kinds": "natural_person legal_person unincorporated",
    "party_roles": "applicant respondent third_party guardian agent attendee",
    "performance_states": "not_due performed partly_performed not_performed"
    " performed_after_urging enforced sued changed",
    "prevented_kinds": "suicide criminal_case group_petition group_fight",
    "referral_senders": "court procuratorate police petition other",
    "refusal_reasons": "crime judged pending_in_court administrative_act special_organ"
    " police_or_other_organ",
    "sectors": "medical traffic tourism consumer environment insurance labour property",
    "sex": "0 1 2 9",
    "sources": "application initiative referral",
    "special_groups": "minor elderly disabled woman migrant_worker military mental_disorder"
    " correction foreign_hmt minority",
}

SAMPLE = """
zh: 样表
from: 2011-01-01
until: null
source: 甲
rows:
  - {code: old, zh: 旧, until: 2020-06-30}
  - {code: changed, zh: 从前, until: 2020-06-30}
  - {code: changed, zh: 如今, en: Now, from: 2020-07-01, source: 乙, article: 17}
"""


@pytest.mark.parametrize("name", sorted(CODES))
def test_codes_in_their_official_order(name):
    assert table(name).codes(TODAY) == tuple(CODES[name].split())


def test_names_are_all_the_packaged_tables():
    assert names() == tuple(sorted(CODES))


@pytest.mark.parametrize("name", sorted(CODES))
def test_no_code_stands_twice_on_one_day(name):
    for one, other in combinations(table(name).rows, 2):
        if one.code == other.code:
            assert (one.until or date.max) < other.since or (other.until or date.max) < one.since


@pytest.mark.parametrize("name", sorted(CODES))
def test_each_row_says_what_it_means_and_from_where(name):
    for row in table(name).rows:
        assert (type(row.code), type(row.zh), type(row.source)) == (str, str, str)
        assert all((row.code, row.zh, row.source, table(name).zh))
        assert row.until is None or row.since <= row.until


def test_rows_with_an_article_can_be_cited():
    cited = {
        cite(row.more["statute"], int(row.more["article"]))
        for name in names()
        for row in table(name).rows
        if "article" in row.more
    }
    assert cited == {
        *(f"《中华人民共和国人民调解法》第{n}条" for n in ("二", "八", "十七", "十八", "二十")),
        *(f"《中华人民共和国人民调解法》第{n}条" for n in ("二十三", "二十五", "二十六")),
        *(f"《中华人民共和国人民调解法》第{n}条" for n in ("二十八", "三十四")),
        *(f"《人民调解工作若干规定》第{n}条" for n in ("二十二", "三十三")),
        "《中华人民共和国民法典》第二十三条",
        "《人民法院在线调解规则》第二十三条",
    }


def test_refusal_reasons_carry_their_article():
    assert {row.code: row.more["article"] for row in table("refusal_reasons").rows} == {
        "crime": "2",
        "judged": "22",
        "pending_in_court": "22",
        "administrative_act": "2",
        "special_organ": "22",
        "police_or_other_organ": "22",
    }


def test_categories_fold_into_the_sixteen_groups():
    folded = {row.code: row.more["group"] for row in table("categories").rows}
    assert tuple(dict.fromkeys(folded.values())) == table("category_groups").codes(TODAY)
    assert {code: group for code, group in folded.items() if code != group} == {
        "wage_arrears": "labour",
        "ecommerce": "consumer",
    }


def test_category_groups_carry_the_numbers_of_the_statistics():
    numbers = [row.more["seq"] for row in table("category_groups").rows]
    assert numbers == [*(str(n) for n in range(1, 16)), "99"]


def test_categories_name_their_usual_sector():
    sectors = {
        row.code: row.more["sector"] for row in table("categories").rows if "sector" in row.more
    }
    assert sectors == {
        "environment": "environment",
        "wage_arrears": "labour",
        "labour": "labour",
        "tourism": "tourism",
        "ecommerce": "consumer",
        "consumer": "consumer",
        "medical": "medical",
        "traffic": "traffic",
        "property": "property",
    }


@pytest.mark.parametrize(
    ("name", "code", "zh"),
    [
        ("nations", "01", "汉族"),
        ("nations", "10", "朝鲜族"),
        ("nations", "11", "满族"),
        ("nations", "56", "基诺族"),
        ("nations", "97", "其他"),
        ("sex", "1", "男性"),
        ("sex", "2", "女性"),
        ("levels", "difficult", "疑难复杂"),
        ("host_types", "neighbourhood", "居调委会"),
        ("categories", "wage_arrears", "拖欠农民工工资纠纷"),
    ],
)
def test_row_has_its_chinese_name(name, code, zh):
    assert table(name).row(code, TODAY).zh == zh


def test_nations_are_told_apart_by_name_and_letters():
    rows = table("nations").rows
    assert len({row.zh for row in rows}) == 58
    assert len({row.more["letters"] for row in rows if "letters" in row.more}) == 56


def test_sensitive_groups_are_marked():
    marked = [row.code for row in table("special_groups").rows if "sensitive" in row.more]
    assert marked == ["minor", "disabled", "mental_disorder", "correction"]


def test_row_takes_the_head_where_it_says_nothing():
    old = parse("sample", SAMPLE).row("old", date(2015, 1, 1))
    until = date(2020, 6, 30)
    assert old == Row("old", "旧", None, date(2011, 1, 1), until, "甲", {})


def test_row_of_the_day_holds_from_its_first_to_its_last_day():
    sample = parse("sample", SAMPLE)
    assert sample.row("changed", date(2020, 6, 30)).zh == "从前"
    now = Row("changed", "如今", "Now", date(2020, 7, 1), None, "乙", {"article": "17"})
    assert sample.row("changed", date(2020, 7, 1)) == now


def test_codes_of_the_day():
    sample = parse("sample", SAMPLE)
    assert sample.codes(date(2010, 12, 31)) == ()
    assert sample.codes(date(2011, 1, 1)) == ("old", "changed")
    assert sample.codes(date(2020, 6, 30)) == ("old", "changed")
    assert sample.codes(date(2020, 7, 1)) == ("changed",)


@pytest.mark.parametrize(
    ("code", "on"), [("nowhere", TODAY), ("old", date(2020, 7, 1)), ("old", date(2010, 12, 31))]
)
def test_row_refuses_a_code_that_does_not_hold(code, on):
    with pytest.raises(UnknownCode, match=f"sample: {code} on {on}"):
        parse("sample", SAMPLE).row(code, on)


def test_categories_are_not_said_to_be_older_than_known():
    first = date(2018, 1, 1)
    assert table("categories").codes(first - timedelta(1)) == ()
    assert len(table("categories").codes(first)) == 18


@pytest.mark.parametrize("name", ["nowhere", "../statutes", ""])
def test_table_refuses_an_unknown_name(name):
    with pytest.raises(LookupError, match="no table"):
        table(name)
