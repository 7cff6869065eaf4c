"""Which characters our fonts can draw, and what to print for the others."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

GETA = "〓"  # the printer's mark for a character that is not in the case
_BREAKS = dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n")
_STYLE_SELECTORS = range(0xFE00, 0xFE10)
_CMAP_WHOLE_UNICODE = 12


def font_folder() -> Path:
    """Folder of the fonts that every paper embeds: Noto Serif SC (宋体) and Noto Sans SC."""
    from pylopdf_fonts_zh_cn import serif_path

    return Path(serif_path()).parent


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Characters of `text` that no font of ours can draw, each once, in order of appearance."""
    drawable = _drawable()
    return tuple(dict.fromkeys(c for c in _visible(text) if c != "\n" and ord(c) not in drawable))


def printable(text: str) -> str:
    """`text` as it can be set: lines end in a line feed, what has no glyph becomes 〓.

    Marks that have no picture of their own (joiners, direction marks, style selectors) are left
    out: a hidden direction mark could make an amount read backwards.
    """
    drawable = _drawable()
    return "".join(c if c == "\n" or ord(c) in drawable else GETA for c in _visible(text))


def _visible(text: str) -> Iterator[str]:
    for char in text.replace("\r\n", "\n"):
        kind = unicodedata.category(char)
        if kind == "Cf" or ord(char) in _STYLE_SELECTORS:
            continue
        if char == "\t" or (kind == "Zs" and ord(char) not in _drawable()):
            yield " "
        else:
            yield _BREAKS.get(char, char)


@cache
def _drawable() -> frozenset[int]:
    return frozenset(
        code for font in sorted(font_folder().glob("*.otf")) for code in _characters(font)
    )


def _characters(font: Path) -> Iterator[int]:
    """Code points of an OpenType font: its `cmap` table, subtable of format 12."""
    raw = font.read_bytes()
    table = _table(raw, b"cmap")
    (count,) = struct.unpack_from(">H", raw, table + 2)
    for row in range(count):
        (offset,) = struct.unpack_from(">4xL", raw, table + 4 + 8 * row)
        (kind,) = struct.unpack_from(">H", raw, table + offset)
        if kind == _CMAP_WHOLE_UNICODE:
            yield from _ranges(raw, table + offset)


def _table(raw: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", raw, 4)
    rows = (struct.unpack_from(">4s4xL", raw, 12 + 16 * row) for row in range(count))
    return next(int(offset) for name, offset in rows if name == tag)


def _ranges(raw: bytes, subtable: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">L", raw, subtable + 12)
    for row in range(groups):
        first, last = struct.unpack_from(">LL", raw, subtable + 16 + 12 * row)
        yield from range(first, last + 1)
