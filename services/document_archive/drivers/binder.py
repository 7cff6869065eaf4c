"""The binder: papers become a volume (卷宗), or the packet that goes to the court."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from services.document_archive.drivers.inspect import opened
from services.document_archive.drivers.page_marks import number_pages
from services.document_archive.drivers.pages import Bookmark, insert_pages, saved
from services.document_archive.drivers.parts import (
    Defect,
    Part,
    Span,
    defects,
    open_parts,
    pages_of,
    spans,
)
from services.document_archive.drivers.press import Sheet, press
from services.document_archive.forms.catalogue import printed_form

if TYPE_CHECKING:
    import pikepdf

_FIRST_IN_PACKET = "confirmation_application"


@dataclass(frozen=True)
class Volume:
    """A bound volume: `pages` counts those with content, as its back cover says.

    `index` has a row for each part. The file is PDF/A-2b unless `defects` names parts that
    prevent it; then it does not claim to be.
    """

    pdf: bytes
    pages: int
    index: tuple[Span, ...]
    defects: tuple[Defect, ...]


def bind(
    cover_data: Mapping[str, Any],
    parts: Sequence[Part],
    back_data: Mapping[str, Any],
    stamp: str | None = None,
) -> Volume:
    """Cover, contents list, the parts in the given order, back cover: one file with bookmarks.

    Content pages bear numbers; cover, contents list and back cover do not. `cover_data` and
    `back_data` are the data of those forms; contents and total are counted here. The same input
    gives the same bytes. Raises FormIncomplete, UnreadablePart.
    """
    with open_parts(parts) as books:
        faults = defects(parts, books)
        index = spans(parts, books)
        total = index[-1].last_page if index else 0
        cover = press("cover", cover_data, stamp=stamp)
        contents = press("contents", _contents(cover_data, parts, index), stamp=stamp)
        back = press("back_cover", {**back_data, "total_pages": total}, stamp=stamp)
        with _laid_out((cover, contents), books, back, stamp) as book:
            pdf = saved(book, _bookmarks((cover, contents), index, back), is_pdfa=not faults)
    return Volume(pdf=pdf, pages=total, index=index, defects=faults)


def packet(
    title: str, parts: Sequence[Part], manifest: Mapping[str, Any], *, stamp: str | None = None
) -> bytes:
    """One file for the court: the application first, a manifest page last, bookmarks.

    `manifest` is the data of the form `packet_manifest` but for title and rows: these are made
    here, with name, pages and SHA-256 of each part as handed in. All pages but the manifest bear
    numbers. Raises FormIncomplete, UnreadablePart.
    """
    ordered = sorted(parts, key=lambda part: part.form != _FIRST_IN_PACKET)
    with open_parts(ordered) as books:
        index = spans(ordered, books)
        rows = [_manifest_row(part, span) for part, span in zip(ordered, index, strict=True)]
        sheet = press("packet_manifest", {**manifest, "title": title, "rows": rows}, stamp=stamp)
        with _laid_out((), books, sheet, stamp) as book:
            return saved(book, _bookmarks((), index, sheet), is_pdfa=not defects(ordered, books))


@contextmanager
def _laid_out(
    front: Sequence[Sheet], books: Sequence["pikepdf.Pdf"], last: Sheet, stamp: str | None
) -> Iterator["pikepdf.Pdf"]:
    """All pages in one file, numbered. It grows before `last`: a new file would be no PDF/A."""
    with ExitStack() as stack:
        book = stack.enter_context(opened(last.pdf))
        start = 0
        for sheet in front:
            start = insert_pages(book, start, stack.enter_context(opened(sheet.pdf)))
        end = start
        for source in books:
            end = insert_pages(book, end, source)
        number_pages(list(book.pages)[start:end], stamp)
        yield book


def _bookmarks(front: Sequence[Sheet], index: Sequence[Span], last: Sheet) -> Iterator[Bookmark]:
    place = 0
    for sheet in front:
        yield Bookmark(printed_form(sheet.form).zh, place)
        place += sheet.pages
    for span in index:
        yield Bookmark(span.title, place + span.first_page - 1)
    place += index[-1].last_page if index else 0
    yield Bookmark(printed_form(last.form).zh, place)


def _contents(
    cover_data: Mapping[str, Any], parts: Sequence[Part], index: Sequence[Span]
) -> dict[str, Any]:
    rows = [
        {"no": span.no, "title": span.title, "pages": pages_of(span), "remark": part.remark}
        for part, span in zip(parts, index, strict=True)
    ]
    shared = {key: cover_data.get(key) for key in ("committee", "number", "date")}
    return {**shared, "rows": rows}


def _manifest_row(part: Part, span: Span) -> dict[str, Any]:
    return {
        "no": span.no,
        "title": span.title,
        "count": span.last_page - span.first_page + 1,
        "pages": pages_of(span),
        "sha256": sha256(part.pdf).hexdigest(),
    }
