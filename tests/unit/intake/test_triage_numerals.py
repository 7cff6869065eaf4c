from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.triage.amounts import disputed, sums
from services.intake.triage.numerals import evaluate, numerals
from services.intake.triage.people import groups
from services.intake.triage.words import passage

DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """Write a number below 10,000 as it is read aloud."""
    text, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + sign
        zero = not digit
    return text


def in_full(number: int) -> str:
    upper, lower = divmod(number, 10_000)
    if not upper:
        return written(lower)
    gap = "零" if 0 < lower < 1000 else ""
    return written(upper) + "万" + gap + written(lower)


def yuan(text: str) -> int | None:
    read = passage(text)
    amount = disputed(read, sums(read))
    return None if amount is None else amount.fen


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("五万六千九百", 56_900),
        ("七万六", 76_000),
        ("三千五", 3_500),
        ("二十来万", 200_000),
        ("一百多", 100),
        ("一万零五百", 10_500),
        ("12万5", 125_000),
        ("3万5千", 35_000),
        ("一百二十多万", 1_200_000),
        ("120余万", 1_200_000),
        ("十二三万", 130_000),
        ("三四十", 40),
        ("二十二三", 23),
        ("八九", 9),
        ("几十", 20),
        ("十几", 12),
        ("千把", 1_000),
        ("廿五", 25),
        ("二零一九", 2_019),
        ("一亿五千万", 150_000_000),
        ("1,234.5", Decimal("1234.5")),
        ("1.8万", 18_000),
        ("二百五", 250),
        ("两千零八", 2_008),
    ],
)
def test_a_number_is_read_as_people_say_it(said: str, value: int) -> None:
    assert evaluate(said)[0] == value


@given(st.integers(1, 99_999_999))
def test_every_whole_number_written_in_full_is_read_back(number: int) -> None:
    assert evaluate(in_full(number)) == (Decimal(number), False)


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["百", "千", "万"]))
def test_the_last_unit_may_be_left_out(first: int, second: int, unit: str) -> None:
    size = {"百": 100, "千": 1_000, "万": 10_000}[unit]
    assert evaluate(DIGITS[first] + unit + DIGITS[second])[0] == first * size + second * size // 10


@pytest.mark.parametrize(
    ("said", "above_ten"), [("十", False), ("十多", True), ("十来", False), ("十一", True)]
)
def test_more_than_ten_is_above_ten(said: str, above_ten: bool) -> None:
    (number,) = numerals(passage(said + "个人"))
    assert number.exceeds(10) is above_ten


@pytest.mark.parametrize(
    "text", ["万一他不来", "千万别去", "老百姓都说", "百货商店", "他家数一数二"]
)
def test_a_unit_inside_a_word_is_no_number(text: str) -> None:
    assert list(numerals(passage(text))) == []


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("他欠我12.34元", 1_234),
        ("要他赔三块五毛", 350),
        ("要他赔三块五毛六分钱", 356),
        ("欠我两千三百块五", 230_050),
        ("一共九个人，六万五", 6_500_000),
        ("我要九万多", 9_000_000),
        ("他要我赔2760块，还要300违约金", 306_000),
        ("欠我1,200元", 120_000),
        ("他借了我三万五", 3_500_000),
    ],
)
def test_a_sum_keeps_its_fen(text: str, fen: int) -> None:
    assert yuan(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "我家有两千六百多亩地",
        "他1999年4月来的，今年62岁",
        "买了八万袋木耳",
        "我们五个人谈不到一块",
        "分了五块地，有两块挨着",
        "电话13912345678",
        "按47平分了房",
    ],
)
def test_other_measures_are_no_money(text: str) -> None:
    assert yuan(text) is None


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("我要十五万，老板只肯给三万", 15_000_000),
        ("住院花了两万三，他垫了一万七，我要九万", 9_000_000),
        ("借了十万，还剩四万没还", 4_000_000),
        ("买的时候花了15万，估摸得赔五万", 5_000_000),
        ("每张一万，一共四万", 4_000_000),
        ("要他们把药费出了，三万，之前买药花了五万", 3_000_000),
    ],
)
def test_what_is_claimed_beats_what_was_paid_offered_or_lent(text: str, fen: int) -> None:
    assert yuan(text) == fen


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("三四十号人聚在门口", [40]),
        ("几十口人来了", [20]),
        ("一百多户没水", [100]),
        ("百余人围着", [100]),
        ("弟兄四个争房子", [4]),
        ("将近40户把地租给他", [40]),
        ("一百多头猪", []),
        ("团里三十个团友", []),
        ("三十个人都是游客", []),
        ("找了三家鉴定机构", []),
        ("好多户都来反映", []),
        ("老三家的地", []),
    ],
)
def test_a_group_is_people_who_take_part(text: str, counts: list[int]) -> None:
    assert [group.count for group in groups(passage(text))] == counts
