"""The press: a form and its data become a sheet (PDF/A-2b, A4, fonts embedded)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.document_archive.drivers.glyphs import printable
from services.document_archive.drivers.inspect import opened
from services.document_archive.drivers.typesetter import typeset
from services.document_archive.forms.catalogue import Form, printed_form
from services.document_archive.forms.completeness import missing_fields


class FormIncomplete(ValueError):
    """Needed fields are empty: `fields` names each with its Chinese label."""

    def __init__(self, form: str, fields: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"{form}：还缺 " + "、".join(label for _, label in fields))
        self.form = form
        self.fields = list(fields)


@dataclass(frozen=True)
class Sheet:
    """A printed form: `version` is the date of the edition of its template."""

    form: str
    version: str
    pages: int
    pdf: bytes


def press(form: str, data: Mapping[str, Any], *, stamp: str | None = None) -> Sheet:
    """Print a form (`forms/forms.yaml` names the codes and the needed fields).

    `data` is plain JSON; dates are ISO strings in local time. Characters without a glyph print as
    〓 (ask `missing_glyphs` which). `stamp` (演示, 作废 ...) marks every page. The date of the file
    is `data["date"]`, so the same data give the same bytes.
    Raises UnknownForm, FormIncomplete, UnsettableData.
    """
    card = printed_form(form)
    if gaps := missing_fields(card, data):
        raise FormIncomplete(form, gaps)
    pdf = typeset(form, _payload(card, data, stamp))
    with opened(pdf) as book:
        return Sheet(form=form, version=card.version, pages=len(book.pages), pdf=pdf)


def _payload(card: Form, data: Mapping[str, Any], stamp: str | None) -> dict[str, Any]:
    return {
        "title": card.zh,
        "version": card.version,
        "stamp": printable(stamp or ""),
        "date": file_date(data.get("date"), card.version),
        "data": _settable(data),
    }


def file_date(written: object, otherwise: str) -> dict[str, int]:
    """Year, month and day for the file's own date; a paper dated by hand takes `otherwise`."""
    try:
        day = date.fromisoformat(str(written)[:10])
    except ValueError:
        day = date.fromisoformat(otherwise)
    return {"year": day.year, "month": day.month, "day": day.day}


def _settable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _settable(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_settable(inner) for inner in value]
    return value
