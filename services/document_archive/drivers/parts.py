"""Parts of a volume: papers from our press, scans, papers of others, ready to be bound."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from services.document_archive.drivers.inspect import UnreadablePdf, opened, unembedded_fonts

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True)
class Part:
    """One paper to bind: its form code, the title for the contents list, the file, a remark."""

    form: str
    title: str
    pdf: bytes
    remark: str = ""


class Span(NamedTuple):
    """Where a part stands: its number, its title, its first and last page number."""

    no: int
    title: str
    first_page: int
    last_page: int


class Defect(NamedTuple):
    """Why a part keeps the volume from being PDF/A: `fonts` that its file does not embed."""

    no: int
    title: str
    fonts: tuple[str, ...]


class UnreadablePart(ValueError):
    """A part cannot be opened; `no` and `title` say which, the text says why."""

    def __init__(self, no: int, title: str, why: str) -> None:
        super().__init__(f"第{no}件“{title}”：{why}")
        self.no = no
        self.title = title


@contextmanager
def open_parts(parts: Sequence[Part]) -> Iterator[list["pikepdf.Pdf"]]:
    """The files of the parts, open until the bound file is saved."""
    with ExitStack() as stack:
        yield [stack.enter_context(_open(no, part)) for no, part in enumerate(parts, start=1)]


def spans(parts: Sequence[Part], books: Sequence["pikepdf.Pdf"]) -> tuple[Span, ...]:
    """Page numbers of each part, counted from 1 through all of them."""
    found: list[Span] = []
    last = 0
    for no, (part, book) in enumerate(zip(parts, books, strict=True), start=1):
        found.append(Span(no, part.title, last + 1, last + len(book.pages)))
        last += len(book.pages)
    return tuple(found)


def pages_of(span: Span) -> str:
    """Page numbers as a contents list prints them: 3 or 3—5."""
    if span.first_page == span.last_page:
        return str(span.first_page)
    return f"{span.first_page}—{span.last_page}"


def defects(parts: Sequence[Part], books: Sequence["pikepdf.Pdf"]) -> tuple[Defect, ...]:
    """Parts whose fonts are not embedded: bound all the same, but no PDF/A any more."""
    found = (
        Defect(no, part.title, unembedded_fonts(book))
        for no, (part, book) in enumerate(zip(parts, books, strict=True), start=1)
    )
    return tuple(defect for defect in found if defect.fonts)


def _open(no: int, part: Part) -> "pikepdf.Pdf":
    try:
        book = opened(part.pdf)
    except UnreadablePdf as unreadable:
        raise UnreadablePart(no, part.title, str(unreadable)) from unreadable
    # Signatures and stamps of a form are notes on the page: they become part of it.
    if "/AcroForm" in book.Root:
        book.generate_appearance_streams()
    book.flatten_annotations("print")
    return book
