"""Scans and photos of papers: each becomes a PDF file whose pages can be bound."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from services.document_archive.drivers.inspect import UnreadablePdf, opened
from services.document_archive.drivers.pictures import Picture, UnreadablePicture, picture

if TYPE_CHECKING:
    import pikepdf

A4_SHORT, A4_LONG, MARGIN = 595, 842, 20  # points


class UnreadableScan(ValueError):
    """Not a PDF, JPEG or PNG file that can be bound; the text says in Chinese what to do."""


@dataclass(frozen=True)
class Inside:
    """What a PDF file holds: its pages, and the title that it gives itself."""

    pages: int
    title: str


def as_pdf(content: bytes) -> bytes:
    """The file as a PDF: a PDF as it is, a picture upright on an A4 page. Raises UnreadableScan."""
    if content.startswith(b"%PDF-"):
        inside(content)
        return content
    try:
        return _paged(picture(content))
    except UnreadablePicture as problem:
        raise UnreadableScan(str(problem)) from problem


def inside(pdf: bytes) -> Inside:
    """Look into a PDF file; raises UnreadableScan."""
    try:
        with opened(pdf) as book:
            pages, title = len(book.pages), str(book.docinfo.get("/Title", ""))
    except UnreadablePdf as problem:
        raise UnreadableScan(str(problem)) from problem
    if not pages:
        raise UnreadableScan("文件里一页也没有")
    return Inside(pages, title)


def _paged(photo: Picture) -> bytes:
    import pikepdf

    lies = photo.width > photo.height
    size = (A4_LONG, A4_SHORT) if lies else (A4_SHORT, A4_LONG)
    with pikepdf.new() as book:
        page = book.add_blank_page(page_size=size)
        page.obj.Rotate = photo.turn
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=_image(book, photo)))
        page.obj.Contents = book.make_stream(_placed(photo, size))
        file = BytesIO()
        book.save(file, deterministic_id=True)
    return file.getvalue()


def _image(book: "pikepdf.Pdf", photo: Picture) -> "pikepdf.Object":
    import pikepdf

    stream = pikepdf.Stream(book, photo.data)
    for name, value in photo.entries.items():
        stream[name] = pikepdf.Object.parse(value.encode())
    return stream


def _placed(photo: Picture, size: tuple[int, int]) -> bytes:
    """The picture as large as the page allows, in its middle."""
    room = (size[0] - 2 * MARGIN, size[1] - 2 * MARGIN)
    scale = min(room[0] / photo.width, room[1] / photo.height)
    width, height = photo.width * scale, photo.height * scale
    left, bottom = (size[0] - width) / 2, (size[1] - height) / 2
    return f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /P Do Q".encode()
