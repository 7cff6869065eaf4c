"""The order of papers in a volume (卷内文书排列顺序): the region's, else the packaged one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from services.document_archive.rules.published import published

Paper = TypeVar("Paper", bound=Mapping[str, Any])
LAST = "explanation"  # what no order names stands before the explanation of the volume


def order_of(profile: Sequence[str] | None, on: date) -> tuple[str, ...]:
    """The forms that are bound, in order: a region's list without what the binder makes itself."""
    table = published("volume_order")
    known = {row.code: row.more["bound"] == "yes" for row in table.rows if row.holds_on(on)}
    listed = profile or known
    return tuple(form for form in listed if known.get(form, True))


def is_bound(form: str, on: date) -> bool:
    """Whether papers of this form go into the volume at all."""
    rows = {row.code: row for row in published("volume_order").rows if row.holds_on(on)}
    return form not in rows or rows[form].more["bound"] == "yes"


def in_order(papers: Iterable[Paper], order: Sequence[str]) -> list[Paper]:
    """Papers by their form's place, within a form by when they happened, then by when they came."""
    return sorted(papers, key=lambda p: (_place(p["form"], order), p["happened_at"], p["no"]))


def first_pages(pages: Sequence[int]) -> list[int]:
    """The first page number of each paper, counted through all of them from 1."""
    starts, next_ = [], 1
    for count in pages:
        starts.append(next_)
        next_ += count
    return starts


def _place(form: str, order: Sequence[str]) -> float:
    if form in order:
        return order.index(form)
    return order.index(LAST) - 0.5 if LAST in order else len(order)
