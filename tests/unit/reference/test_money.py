import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.reference.money import capitals, figures, parse_capitals

FEN = st.integers(0, 10**13)

# 支付结算办法 (银发〔1997〕393号), annex 1, section 4: amount, first writing, others allowed
PUBLISHED = [
    (140950, "壹仟肆佰零玖元伍角", []),
    (600714, "陆仟零柒元壹角肆分", []),
    (168032, "壹仟陆佰捌拾元零叁角贰分", ["壹仟陆佰捌拾元叁角贰分"]),
    (10700053, "壹拾万柒仟元零伍角叁分", ["壹拾万零柒仟元伍角叁分"]),
    (1640902, "壹万陆仟肆佰零玖元零贰分", []),
    (32504, "叁佰贰拾伍元零肆分", []),
]


@pytest.mark.parametrize(("fen", "first", "others"), PUBLISHED)
def test_capitals_published_examples(fen, first, others):
    assert capitals(fen) == first
    assert [parse_capitals(writing) for writing in [first, *others]] == [fen] * (1 + len(others))


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角"),
        (32, "叁角贰分"),
        (100, "壹元整"),
        (1000, "壹拾元整"),  # never 拾元: 壹 stands in front of ten
        (1500, "壹拾伍元整"),
        (2005, "贰拾元零伍分"),
        (2050, "贰拾元零伍角"),
        (10530, "壹佰零伍元叁角"),
        (120000, "壹仟贰佰元整"),
        (100100, "壹仟零壹元整"),
        (101000, "壹仟零壹拾元整"),
        (1000000, "壹万元整"),
        (1000500, "壹万零伍元整"),
        (1700000, "壹万柒仟元整"),
        (10050000, "壹拾万零伍佰元整"),
        (100000050, "壹佰万元零伍角"),
        (1000000000, "壹仟万元整"),
        (10000000000, "壹亿元整"),
        (10000500000, "壹亿零伍仟元整"),
        (10050000000, "壹亿零伍拾万元整"),
        (105000000000, "壹拾亿伍仟万元整"),
        (10**13, "壹仟亿元整"),
        (99999999999999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_capitals(fen, text):
    assert capitals(fen) == text


@pytest.mark.parametrize("fen", [-1, 10**14])
def test_capitals_refuses_what_it_cannot_write(fen):
    with pytest.raises(ValueError, match="cannot be written"):
        capitals(fen)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("人民币壹仟贰佰元整", 120000),
        ("壹仟贰佰元正", 120000),
        ("壹仟贰佰元", 120000),
        ("壹佰零伍元叁角整", 10530),
        ("壹佰零伍元叁角正", 10530),
        ("貳億零參萬陸仟圓整", 20003600000),
        ("叄圆整", 300),
        ("壹拾亿零伍仟万元整", 105000000000),
        ("壹佰万元伍角", 100000050),
    ],
)
def test_parse_capitals_accepts_the_other_writings(text, fen):
    assert parse_capitals(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "整",
        "元整",
        "人民币",
        "1200元",
        "一千二百元整",  # plain numerals
        "壹仟贰佰",  # no unit
        "拾伍元整",  # no 壹 before 拾
        "壹佰伍元整",  # zero missing
        "壹仟零零伍元整",  # zero doubled
        "壹拾万零零伍佰元整",
        "壹亿零零伍仟元整",
        "零壹仟元整",  # zero in front
        "伍分零",  # something behind the end
        "壹元伍",
        "壹万零柒元整整",
        "壹元贰分",  # zero missing before 分
        "壹元贰分整",  # no 整 after 分
        "壹元零伍角",  # a zero where there is none in the figures
        "壹万零柒仟元整",  # likewise: the place of 万 is no zero
        "壹亿伍仟元整",  # may be meant as 150 million
        "壹佰贰仟元整",  # places out of order
        "壹贰元整",
        "壹万亿元整",
        "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分壹万亿元整",
        "零元伍角",
        "人民币 壹元整",  # a gap to write into
        "壹元整人民币",
        "壹元整\n",
    ],
)
def test_parse_capitals_refuses(text):
    with pytest.raises(ValueError, match="in capitals"):
        parse_capitals(text)


@given(FEN)
@example(0)
@example(10**13)
def test_capitals_read_back(fen):
    assert parse_capitals(capitals(fen)) == fen


@given(FEN)
def test_capitals_hold_no_needless_zero(fen):
    text = capitals(fen)
    assert "零零" not in text
    assert not text.startswith("零") or fen == 0
    assert text.endswith("整") == (fen % 100 == 0)


@given(st.integers(1, 10**13), st.data())
def test_parse_capitals_never_takes_a_shortened_text_for_the_same_amount(fen, data):
    text = capitals(fen).removesuffix("整")
    cut = data.draw(st.integers(0, len(text) - 1))
    shorter = text[:cut] + text[cut + 1 :]
    if text[cut] != "零":
        assert _amount_or_none(shorter) != fen


def _amount_or_none(text):
    try:
        return parse_capitals(text)
    except ValueError:
        return None


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (120000, "1,200.00"),
        (123456789, "1,234,567.89"),
        (10**13, "100,000,000,000.00"),
    ],
)
def test_figures(fen, text):
    assert figures(fen) == text


def test_figures_refuses_a_negative_amount():
    with pytest.raises(ValueError, match="negative"):
        figures(-1)


@given(FEN)
def test_figures_read_back(fen):
    assert int(figures(fen).replace(",", "").replace(".", "")) == fen
