"""Page numbers of a volume: front of a leaf top right, its back top left, in Arabic figures."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from services.document_archive.drivers.glyphs import printable
from services.document_archive.drivers.inspect import opened
from services.document_archive.drivers.typesetter import typeset

if TYPE_CHECKING:
    import pikepdf

_QUARTER_TURN = 90


def number_pages(pages: Iterable["pikepdf.Page"], stamp: str | None = None) -> None:
    """Print 1, 2, 3 ... on the pages in their given order; `stamp` stands before each number."""
    numbered = list(enumerate(pages, start=1))
    if not numbered:
        return
    marks = [_mark(number, page, printable(stamp or "")) for number, page in numbered]
    with opened(typeset("page_marks", {"marks": marks})) as sheets:
        for (number, page), sheet in zip(numbered, sheets.pages, strict=True):
            _lay_over(page, sheet, f"/PageNumber{number}")


def _mark(number: int, page: "pikepdf.Page", stamp: str) -> dict[str, Any]:
    left, bottom, right, top = (float(edge) for edge in page.trimbox.as_list())
    width, height = right - left, top - bottom
    if page.rotation % (2 * _QUARTER_TURN):
        width, height = height, width
    return {
        "text": f"{stamp} {number}".strip(),
        "front": number % 2 == 1,
        "width": width,
        "height": height,
    }


def _lay_over(page: "pikepdf.Page", sheet: "pikepdf.Page", name: str) -> None:
    """As `Page.add_overlay`, but under a name that is the same each time (that one draws lots)."""
    import pikepdf

    form = sheet.as_form_xobject()
    page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
    area = pikepdf.Rectangle(page.trimbox)
    drawn = page.calc_form_xobject_placement(form, pikepdf.Name(name), area)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + drawn)
