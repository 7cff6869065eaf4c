"""Typesetting by typst: a template and plain data become a PDF/A-2b file."""

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from services.document_archive.forms.catalogue import FOLDER

if TYPE_CHECKING:
    import typst


class UnsettableData(ValueError):
    """The template cannot make sense of the data: somewhere is another kind of value."""


def typeset(template: str, payload: Mapping[str, Any]) -> bytes:
    """Set `forms/<template>.typ` with `payload`, which reaches it as JSON and never as markup.

    The same payload gives the same bytes. Any thread may call: `typst.compile` keeps nothing
    between calls, a shared `typst.Compiler` fails with "Already borrowed" and is no faster
    (tried: 1.3 ms a page either way once the fonts are loaded). Raises UnsettableData.
    """
    import typst

    try:
        return typst.compile(
            str(FOLDER / f"{template}.typ"),
            root=str(FOLDER),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="a-2b",
            sys_inputs={"data": json.dumps(payload, ensure_ascii=False)},
        )
    except typst.TypstError as problem:
        raise UnsettableData(template) from problem


@cache
def _fonts() -> "typst.Fonts":
    import typst

    from services.document_archive.drivers.glyphs import font_folder

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )
