import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.document_archive.drivers.glyphs import GETA, missing_glyphs, printable

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("张某赔偿李某12,000.00元（壹万贰仟元整）", ()),
        ("𬳶䶮㛃㻆犇", ()),
        ("甲😀乙😀丙한", ("😀", "한")),
        ("\x00甲\ud83d", ("\x00", "\ud83d")),
        ("甲\u200b乙\ufe0f\u202e丙\t\u2009丁\r\n", ()),
    ],
)
def test_missing_glyphs_names_each_once_in_order(text, missing):
    assert missing_glyphs(text) == missing


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("甲😀乙", "甲〓乙"),
        ("甲\r\n乙\r丙\u2028丁\x0b戊", "甲\n乙\n丙\n丁\n戊"),
        ("甲\t乙\u2009丙", "甲 乙 丙"),
        ("\u202e00.21\u202c元\u200d\ufe0f", "00.21元"),
        ("甲\u3000乙", "甲\u3000乙"),
    ],
)
def test_printable_writes_what_can_be_set(text, printed):
    assert printable(text) == printed


@given(ANY_TEXT)
@example("\r\u200b\n")
@example("\ud83d\ude00")
def test_printable_text_misses_nothing_and_stays_as_it_is(text):
    printed = printable(text)
    assert missing_glyphs(printed) == ()
    assert printable(printed) == printed


@given(ANY_TEXT)
def test_every_missing_character_leaves_a_geta(text):
    lost = sum(text.count(char) for char in missing_glyphs(text))
    assert printable(text).count(GETA) == text.count(GETA) + lost


def test_every_character_of_gb2312_can_be_printed():
    rows = (bytes([a, b]) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    assert missing_glyphs("".join(pair.decode("gb2312", "ignore") for pair in rows)) == ()
