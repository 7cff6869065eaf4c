"""What may leave in a packet for the court, and what is said where papers are missing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from services.document_archive.rules.published import published
from shared.contracts.refused import Refused
from shared.reference.tables import Row

Paper = TypeVar("Paper", bound=Mapping[str, Any])


def check_forms(forms: Iterable[str], on: date) -> None:
    """Only forms of the table leave; refuses `packet_not_allowed` with the others."""
    allowed = _allowed(on)
    barred = [form for form in dict.fromkeys(forms) if form not in allowed]
    if barred:
        raise Refused("packet_not_allowed", forms=barred, allowed=list(allowed))


def check_titles(titles: Iterable[str], ours: Mapping[str, str], on: date) -> None:
    """The same for files that a caller brings: `titles` are those that the files bear inside,
    `ours` maps the title of each form that we print to its code.
    """
    check_forms([ours[title] for title in titles if title in ours], on)


def chosen(papers: Sequence[Paper], forms: Sequence[str], on: date) -> list[Paper]:
    """The papers of these forms in the order asked for; refuses `papers_missing` with names."""
    allowed = _allowed(on)
    there: Collection[str] = {paper["form"] for paper in papers}
    gaps = [form for form in forms if form not in there]
    if gaps:
        raise Refused("papers_missing", missing=[allowed[form].zh for form in gaps], forms=gaps)
    return [paper for form in forms for paper in _taken(papers, allowed[form])]


def _taken(papers: Sequence[Paper], row: Row) -> list[Paper]:
    mine = [paper for paper in papers if paper["form"] == row.code]
    return mine[-1:] if row.more["take"] == "latest" else mine


def _allowed(on: date) -> dict[str, Row]:
    return {row.code: row for row in published("packet_papers").rows if row.holds_on(on)}
