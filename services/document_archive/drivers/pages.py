"""Joining files page by page on a PDF/A base, with bookmarks and honest metadata."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pikepdf

# What a bound page keeps of itself. Actions, notes and tags of the source file stay behind.
_PAGE_KEYS = {
    "/Type",
    "/Parent",
    "/Contents",
    "/Resources",
    "/MediaBox",
    "/CropBox",
    "/TrimBox",
    "/Rotate",
    "/UserUnit",
}


class Bookmark(NamedTuple):
    """A title and the page it leads to, counted from 0."""

    title: str
    page: int


def insert_pages(book: "pikepdf.Pdf", at: int, source: "pikepdf.Pdf") -> int:
    """Put the pages of `source` before page `at`; the place after them.

    `source` must stay open until `book` is saved.
    """
    for page in source.pages:
        book.pages.insert(at, page)
        at += 1
    return at


def saved(book: "pikepdf.Pdf", bookmarks: Iterable[Bookmark], *, is_pdfa: bool) -> bytes:
    """The finished file: the same pages give the same bytes."""
    for page in book.pages:
        _strip(page)
    # The tags of the base know nothing of the pages that came in.
    for key in {"/StructTreeRoot", "/MarkInfo"} & set(book.Root.keys()):
        del book.Root[key]
    _mark(book, list(bookmarks))
    _describe(book, is_pdfa=is_pdfa)
    file = BytesIO()
    book.save(file, deterministic_id=True)
    return file.getvalue()


def _strip(page: "pikepdf.Page") -> None:
    for key in set(page.obj.keys()) - _PAGE_KEYS:
        del page.obj[key]


def _mark(book: "pikepdf.Pdf", bookmarks: Sequence[Bookmark]) -> None:
    import pikepdf

    with book.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(*bookmark) for bookmark in bookmarks)


def _describe(book: "pikepdf.Pdf", *, is_pdfa: bool) -> None:
    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        about["{http://ns.adobe.com/xap/1.0/t/pg/}NPages"] = str(len(book.pages))
        if not is_pdfa:
            del about["pdfaid:part"]
            del about["pdfaid:conformance"]
