"""Chinese numerals of up to four digits."""

import re

_PLAIN = "零一二三四五六七八九"
_PLAIN_PLACES = ("千", "百", "十", "")


def spell(number: int, digits: str, places: tuple[str, str, str, str]) -> str:
    """Spell 0 to 9999 with the given `digits` (zero first) and names of the four places.

    Zeros between digits and in front are written as one zero, those at the end not at all; so 0 is
    empty.
    """
    zero = digits[0]
    spelled = (
        zero if figure == "0" else digits[int(figure)] + place
        for figure, place in zip(f"{number:04d}", places, strict=True)
    )
    return re.sub(f"{zero}+", zero, "".join(spelled)).rstrip(zero)


def numeral(number: int) -> str:
    """Write 1 to 9999 as articles of a law are numbered: 17 → 十七. ValueError outside."""
    if not 1 <= number <= 9999:  # noqa: PLR2004 - what four places can hold
        raise ValueError(f"no numeral for {number}")
    text = spell(number, _PLAIN, _PLAIN_PLACES).removeprefix(_PLAIN[0])
    return text.removeprefix("一") if text.startswith("一十") else text
