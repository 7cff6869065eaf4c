"""How tests read a PDF file back: text, places of characters, pictures, bookmarks."""

import re
import unicodedata
from collections.abc import Iterator

import pypdfium2

Box = tuple[float, float, float, float]


def squeezed(text: str) -> str:
    """Without white space; pdfium splits ligatures and gives a hyphen at a line's end as U+FFFE."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text.replace("\ufffe", "-")))


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [squeezed(page.get_textpage().get_text_range()) for page in book]


def text(pdf: bytes) -> str:
    return "".join(pages(pdf))


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    with pypdfium2.PdfDocument(pdf) as book:
        return {(round(page.get_width()), round(page.get_height())) for page in book}


def characters(pdf: bytes) -> Iterator[tuple[int, str, Box]]:
    """Page, character, its box (left, bottom, right, top) in points."""
    with pypdfium2.PdfDocument(pdf) as book:
        for number, page in enumerate(book):
            whole = page.get_textpage()
            for place in range(whole.count_chars()):
                char = whole.get_text_range(place, 1)
                if char.strip():
                    yield number, char, whole.get_charbox(place)


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    with pypdfium2.PdfDocument(pdf) as book:
        return [(mark.get_title(), mark.get_dest().get_index()) for mark in book.get_toc()]


def pixel(pdf: bytes, page: int, across: float, down: float) -> tuple[int, int, int]:
    """Colour at a place of the page as seen, in shares of its width and height."""
    with pypdfium2.PdfDocument(pdf) as book:
        picture = book[page].render(scale=1).to_pil().convert("RGB")
        return picture.getpixel((int(across * picture.width), int(down * picture.height)))
