"""Inspection of a PDF file: does it keep for the archive?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_EMBEDDABLE = ("/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class UnreadablePdf(ValueError):
    """Not a PDF file, damaged beyond reading, or locked with a password."""


@dataclass(frozen=True)
class Findings:
    """What a file says of itself and what it holds.

    `pdfa` is the level that its metadata claim ("2B"; "" for none): a claim, no proof, a full
    validator such as veraPDF gives that. `unembedded_fonts` and `syntax_problems` name each fault.
    """

    pages: int
    pdfa: str
    has_output_intent: bool
    unembedded_fonts: tuple[str, ...]
    syntax_problems: tuple[str, ...]

    @property
    def is_archival(self) -> bool:
        """Claims PDF/A and shows none of the faults that we can see."""
        faults = self.unembedded_fonts + self.syntax_problems
        return bool(self.pdfa) and self.has_output_intent and not faults


def inspect(pdf: bytes) -> Findings:
    """Look into a PDF file; UnreadablePdf when it cannot be opened."""
    with opened(pdf) as book:
        with book.open_metadata() as claims:
            level = claims.pdfa_status
        return Findings(
            pages=len(book.pages),
            pdfa=level,
            has_output_intent="/OutputIntents" in book.Root,
            unembedded_fonts=unembedded_fonts(book),
            syntax_problems=tuple(book.check_pdf_syntax()),
        )


def opened(pdf: bytes) -> "pikepdf.Pdf":
    """The file opened for reading; the caller closes it."""
    import pikepdf

    try:
        return pikepdf.open(BytesIO(pdf))
    except pikepdf.PasswordError as locked:
        raise UnreadablePdf("文件有密码，打不开") from locked
    except pikepdf.PdfError as damaged:
        raise UnreadablePdf("不是 PDF 文件，或者文件已损坏") from damaged


def unembedded_fonts(book: "pikepdf.Pdf") -> tuple[str, ...]:
    """Names of the fonts that the file uses without bringing them along."""
    return tuple(sorted(set(_unembedded(book))))


def _unembedded(book: "pikepdf.Pdf") -> Iterator[str]:
    for item in book.objects:
        for inner in _with_direct_children(item):
            if inner.get("/Type") == "/Font" and inner.get("/Subtype") in _EMBEDDABLE:
                descriptor = inner.get("/FontDescriptor", {})
                if not any(key in descriptor for key in _FONT_FILES):
                    yield str(inner.get("/BaseFont", "?")).lstrip("/")


def _with_direct_children(item: Any) -> Iterator[Any]:
    """Each dictionary in `item`; what it merely points to is met as an object of its own."""
    import pikepdf

    children: Iterable[Any] = ()
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        children = [child for _, child in item.items()]
    elif isinstance(item, pikepdf.Array):
        children = item
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _with_direct_children(child)
