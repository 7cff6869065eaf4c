"""Files that do not come from our press: scans, office files, damaged ones."""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

A4 = (595, 842)
GREY = b"0.4 g 0 0 10000 10000 re f"


def _file(book: pikepdf.Pdf, **how: Any) -> bytes:
    out = BytesIO()
    book.save(out, deterministic_id="encryption" not in how, **how)
    return out.getvalue()


def _page(book: pikepdf.Pdf, size: tuple[int, int], content: bytes) -> pikepdf.Page:
    page = book.add_blank_page(page_size=size)
    page.Contents = book.make_stream(content)
    return page


def scan(pages: int = 1, size: tuple[int, int] = A4, rotated: int = 0) -> bytes:
    """Grey pages, as from a dark scanner glass."""
    with pikepdf.new() as book:
        for _ in range(pages):
            _page(book, size, GREY).obj.Rotate = rotated
        return _file(book)


def office_file(font: str = "SimSun") -> bytes:
    """A page in a font that the file does not bring along."""
    with pikepdf.new() as book:
        page = _page(book, A4, b"BT /F 12 Tf 72 700 Td (ruling) Tj ET")
        face = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/" + font))
        page.obj.Resources = Dictionary(Font=Dictionary(F=face))
        return _file(book)


def scripted() -> bytes:
    """A page and a file that both want to run a script."""
    with pikepdf.new() as book:
        action = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
        page = _page(book, A4, GREY)
        page.obj.AA = Dictionary(O=action)
        book.Root.OpenAction = action
        return _file(book)


def stamped() -> bytes:
    """A white page with a red stamp that is only a note on it, as office programs make it."""
    with pikepdf.new() as book:
        page = _page(book, A4, b"")
        look = book.make_stream(
            b"1 0 0 rg 0 0 100 100 re f",
            {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 100, 100])},
        )
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Stamp,
            Rect=Array([200, 400, 300, 500]),
            F=4,
            AP=Dictionary(N=look),
        )
        page.obj.Annots = Array([book.make_indirect(note)])
        return _file(book)


def locked() -> bytes:
    with pikepdf.new() as book:
        _page(book, A4, GREY)
        return _file(book, encryption=pikepdf.Encryption(owner="a", user="b"))


def with_broken_stream() -> bytes:
    """A page whose content cannot be unpacked."""
    with pikepdf.new() as book:
        page = _page(book, A4, GREY)
        page.obj.Contents = book.make_stream(b"not deflated at all", {"/Filter": Name.FlateDecode})
        return _file(book, compress_streams=False, stream_decode_level=None)
