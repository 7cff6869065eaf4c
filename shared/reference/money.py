"""Amounts of money in figures and in capitals (人民币大写).

Rules of writing: 支付结算办法 (银发〔1997〕393号), annex 1 正确填写票据和结算凭证的基本规定.
"""

import re

from shared.reference.numerals import spell

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ((10**8, "亿"), (10**4, "万"), (1, ""))
_LARGEST = 10**14 - 1  # fen: what three groups of four digits hold

# Where the rules leave a zero to the writer: here we do not write it, there we do.
_MAY_ADD, _MAY_DROP = "+", "-"

_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
_FEN = {"亿": 10**10, "万": 10**6, "元": 100, "角": 10, "分": 1}
# The rules accept traditional characters and 圆, and 正 for 整.
_AS_WRITTEN = str.maketrans("圆圓貳叄參陸億萬正", "元元贰叁叁陆亿万整")


def figures(fen: int) -> str:
    """Write an amount of `fen` (分, not negative) in figures of yuan: 120000 → 1,200.00."""
    if fen < 0:
        raise ValueError(f"a negative amount: {fen}")
    return f"{fen // 100:,}.{fen % 100:02d}"


def capitals(fen: int) -> str:
    """Write an amount of `fen` in capitals, without the word 人民币: 120000 → 壹仟贰佰元整.

    ValueError under 0 or from 10^14 fen on. Of the writings that the rules allow it takes the one
    they show first; after 角 no 整.
    """
    text = _template(fen).replace(_MAY_ADD, "").replace(_MAY_DROP, "零")
    return text if fen % 100 else f"{text}整"


def parse_capitals(text: str) -> int:
    """Read an amount in capitals as fen; ValueError for what the rules do not allow.

    Allowed are 人民币 in front, traditional characters, 圆 and 正, every place where a zero may be
    left out or added, 整 after 角. A missing 整 after 元 is forgiven: it leaves no doubt.
    """
    plain = text.removeprefix("人民币").translate(_AS_WRITTEN)
    fen = _sum(plain)
    if fen > _LARGEST or not re.fullmatch(_pattern(fen), plain):
        raise ValueError(f"not an amount in capitals: {text!r}")
    return fen


def _template(fen: int) -> str:
    if not 0 <= fen <= _LARGEST:
        raise ValueError(f"an amount that cannot be written: {fen}")
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    whole = f"{_whole(yuan) or '零'}元" if yuan or not rest else ""
    return (
        whole
        + _zero_after_yuan(yuan, jiao, cents)
        + (f"{_DIGITS[jiao]}角" if jiao else "")
        + (f"{_DIGITS[cents]}分" if cents else "")
    )


def _zero_after_yuan(yuan: int, jiao: int, cents: int) -> str:
    if yuan and jiao and yuan % 10 == 0:
        return _MAY_DROP
    return "零" if yuan and cents and not jiao else ""


def _whole(yuan: int) -> str:
    text, previous = "", 0
    for size, name in _GROUPS:
        group = yuan // size % 10_000
        # An empty group between two full ones needs its zero: 壹亿伍仟元 is said of 150 million.
        if previous and previous % 10 == 0 and group >= 1000:  # noqa: PLR2004 - four digits
            text += _MAY_ADD
        text += spell(group, _DIGITS, _PLACES) + name if group else "零"
        previous = group
    return re.sub("零+", "零", text).strip("零")


def _pattern(fen: int) -> str:
    optional = _template(fen).replace(_MAY_ADD, "零?").replace(_MAY_DROP, "零?")
    return optional if fen % 10 else f"{optional}整?"


def _sum(text: str) -> int:
    fen = group = digit = 0
    for sign in text.removesuffix("整"):
        if sign in _FEN:
            fen, group, digit = fen + (group + digit) * _FEN[sign], 0, 0
        elif sign in _UNITS:
            group, digit = group + digit * _UNITS[sign], 0
        else:
            digit = _digit(sign)
    return fen


def _digit(sign: str) -> int:
    place = _DIGITS.find(sign)
    if place < 0:
        raise ValueError(f"not a digit in capitals: {sign!r}")
    return place
