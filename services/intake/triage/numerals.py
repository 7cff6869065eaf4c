"""Numbers as people write and say them: 五万六千九百, 七万六, 二十来万, 12万5, 十二三万, 1,234.5.

The rules of its own for what is not exact: a range counts by its upper end (十二三万 = 130,000);
多 and 余 add nothing (一百多 = 100) but are remembered; 几 and 数 count as two, the least they can
mean (几十 = 20 and more), and are no number by themselves (几个).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from services.intake.triage.words import Passage

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2, "俩": 2, "仨": 3, "几": 2, "数": 2}
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_MYRIAD = 10_000
_LARGEST = Decimal(10) ** 12

_ARABIC = r"\d{1,12}(?:,\d{3}(?!\d))*(?:\.\d{1,4})?"
_DIGIT = "[零〇一二两三四五六七八九]"
_RUN = re.compile(
    rf"(?:(?<![\d.]){_ARABIC}|[一二两三四五六七八九廿卅]|[十百千万]|[几数](?=[十百千万]))"
    rf"(?:{_DIGIT}|[十百千万亿]|(?<=[十百千万亿])(?:几|{_ARABIC})|[多余来](?![少了])|(?<=[百千万])把){{0,24}}"
)
_SIGN = re.compile(rf"{_ARABIC}|.")
_ALL_DIGITS = re.compile(f"{_DIGIT}{{2,}}")
# 万一, 千万 and 百姓 are no numbers: a unit alone needs one of these beside it
_UNIT_FIRST = re.compile(r"十|[百千万](?:[余多把来十]|..)")
_NEARLY = "上近数成约"


@dataclass(frozen=True)
class Numeral:
    """A number in a text: where, how much, and whether the text says it is more than that."""

    start: int
    end: int
    value: Decimal
    more: bool

    def exceeds(self, limit: int) -> bool:
        """Say whether it is above `limit`: 十多个 is above ten, 十个 is not."""
        return self.value > limit or (self.more and self.value == limit)


def numerals(passage: Passage) -> Iterator[Numeral]:
    """Find the numbers of a text, in order. A number never begins inside a word."""
    for run in _RUN.finditer(passage.text):
        if _begins_a_word(passage, run.start()) and _is_number(passage.text, run):
            value, more = evaluate(run[0])
            if value <= _LARGEST:
                yield Numeral(run.start(), run.end(), value, more)


def evaluate(run: str) -> tuple[Decimal, bool]:
    """Give the value of a written number and whether it says "more than that"."""
    if _ALL_DIGITS.fullmatch(run) and ("零" in run or "〇" in run or len(run) > len("三四")):
        return Decimal("".join(str(_DIGITS[sign]) for sign in run)), False
    reading = _Reading()
    for sign in _SIGN.findall(run):
        reading.take(sign)
    return reading.value(), reading.more


def _begins_a_word(passage: Passage, start: int) -> bool:
    if start in passage.starts:
        return True
    # 上百人 is one word for the segmenter, and it splits decimals
    first, before = passage.text[start], passage.text[start - 1]
    return first.isdigit() or (first in _UNITS and before in _NEARLY)


def _is_number(text: str, run: re.Match[str]) -> bool:
    if run[0][0] not in _UNITS or _UNIT_FIRST.match(run[0]):
        return True
    return run.start() > 0 and text[run.start() - 1] in _NEARLY


class _Reading:
    """The sum so far while the signs of one number are read from left to right."""

    def __init__(self) -> None:
        self.more = False
        self._total = Decimal(0)
        self._section = Decimal(0)
        self._digit: Decimal | None = None
        self._unit = 1

    def take(self, sign: str) -> None:
        if sign in _UNITS:
            self._take_unit(_UNITS[sign])
        elif sign in "多余来把":
            self.more = self.more or sign in "多余"
        elif sign in _TENS:
            self._section, self._unit = self._section + _TENS[sign], 10
        else:
            self._take_digit(sign)

    def value(self) -> Decimal:
        whole = self._total + self._section
        if self._digit is None:
            return whole
        short = 0 < self._digit < 10 and self._digit == int(self._digit)  # noqa: PLR2004  七万六 is 76,000
        return whole + (self._digit * max(self._unit // 10, 1) if short else self._digit)

    def _take_digit(self, sign: str) -> None:
        if sign in "零〇":
            self._unit = 1
            return
        self.more = self.more or sign in "几数"
        number = Decimal(_DIGITS.get(sign) or sign.replace(",", ""))
        # two digits in a row are a range: its upper end counts
        self._digit = number if self._digit is None else max(self._digit, number)

    def _take_unit(self, unit: int) -> None:
        if unit < _MYRIAD:
            self._section += (1 if self._digit is None else self._digit) * unit
        else:
            self._take_myriad(self._section + (self._digit or 0), unit)
        self._digit, self._unit = None, unit

    def _take_myriad(self, section: Decimal, unit: int) -> None:
        above = self._total and self._total < unit
        self._total = (
            (self._total + section) * unit if above else self._total + (section or 1) * unit
        )
        self._section = Decimal(0)
