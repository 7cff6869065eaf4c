import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.reference.numerals import numeral

VALUES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES = {"十": 10, "百": 100, "千": 1000}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (17, "十七"),
        (20, "二十"),
        (33, "三十三"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (117, "一百一十七"),
        (205, "二百零五"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (1179, "一千一百七十九"),
        (9999, "九千九百九十九"),
    ],
)
def test_numeral(number, text):
    assert numeral(number) == text


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numeral_refuses_what_four_places_cannot_hold(number):
    with pytest.raises(ValueError, match="numeral"):
        numeral(number)


def value(text):
    total, digit = 0, 0
    for sign in text.replace("零", ""):
        if sign in PLACES:
            total, digit = total + (digit or 1) * PLACES[sign], 0
        else:
            digit = VALUES[sign]
    return total + digit


@given(st.integers(1, 9999))
def test_numeral_reads_back(number):
    assert value(numeral(number)) == number
