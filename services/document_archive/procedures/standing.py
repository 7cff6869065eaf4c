"""How a volume stands: its papers in order, what is due, what is missing, what it waits for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.document_archive.rules import course, due, order, quality, states
from services.document_archive.rules.course import Course
from services.document_archive.rules.due import Lack
from services.document_archive.store import documents, volumes
from shared.bus.context import Context

Payload = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Standing:
    """A volume with all that its rules need.

    papers   what is bound or will be, in order; `late` what came after it was closed
    lacks    what is not there, explained or not
    sheets   item → the sheet that explains why it is not there
    profile  the edition of the region profile that the case pins, None where it is not known
    """

    row: Row
    kind: str
    papers: Sequence[Row]
    late: Sequence[Row]
    order: Sequence[str]
    lacks: Sequence[Lack]
    sheets: Mapping[str, str]
    profile: Row | None
    course: Course

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What is not there and not explained."""
        return due.unexplained(self.lacks, self.sheets)

    @property
    def waits_for(self) -> tuple[str, ...]:
        """What must still happen in the case."""
        return course.waits_for(self.course)

    @property
    def is_ready(self) -> bool:
        """Whether it could be closed."""
        return not self.missing and not self.waits_for


def stand(context: Context, case: str) -> Standing:
    """The volume of a case in the asker's scope, as it stands; refuses `not_found`."""
    with context.read() as connection:
        row = volumes.find_volume(connection, case, context.principal)
        papers = documents.papers_of(connection, case)
        sheets = {s["item"]: s["document"] for s in volumes.explained(connection, case)}
        profile = volumes.profile_of(connection, row)
        ended = volumes.confirmations_of(connection, case)
    return _standing(row, papers, sheets, profile, ended)


def _standing(
    row: Row,
    papers: Sequence[dict[str, Any]],
    sheets: Mapping[str, str],
    profile: Row | None,
    confirmations: Sequence[str | None],
) -> Standing:
    on = date.fromisoformat(row["accepted_at"][:10])
    kind = states.kind(past=row["past"], agreement_form=row["agreement_form"])
    way = course_of(row, confirmations)
    forms = order.order_of(profile["order"] if profile else None, on)
    bound = order.in_order((p for p in papers if order.is_bound(p["form"], on)), forms)
    inside = [paper for paper in bound if not paper["late"]]
    held = {paper["form"] for paper in inside}
    lacks = due.lacking(kind, course.conditions(way), held, on)
    late = [paper for paper in bound if paper["late"]]
    return Standing(row, kind, inside, late, forms, lacks, sheets, profile, way)


def course_of(row: Row, confirmations: Sequence[str | None]) -> Course:
    """The course of the case as its entries told it."""
    return Course(
        ended=row["ended_at"] is not None,
        how=row["mediation_how"] or row["ended_how"],
        agreement_form=row["agreement_form"],
        escalated=row["escalated"],
        confirmations=confirmations,
    )


def heads_of(standing: Standing) -> list[dict[str, str]]:
    """The seven heads of the quality check."""
    row, profile = standing.row, standing.profile
    return quality.heads(
        quality.Looked(
            missing=standing.missing,
            explained=[lack.item for lack in standing.lacks if lack.item in standing.sheets],
            scans=[paper["title"] for paper in standing.papers if paper["edition"] is None],
            agreed_on=_day(row["effective_at"]),
            visited_on=_day(row["follow_up_at"]),
            follow_up_days=profile["follow_up_days"] if profile else None,
            is_bound=row["state"] in states.BOUND,
            defects=row["defects"],
        )
    )


def listed(lacks: Sequence[Lack]) -> list[Payload]:
    """Lacks as they are answered."""
    names = ("item", "form", "forms", "why_zh", "article")
    return [{name: getattr(lack, name) for name in names} for lack in lacks]


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None
