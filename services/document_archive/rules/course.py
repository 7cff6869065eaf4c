"""What the archive knows of the course of a case, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.contracts.refused import Refused


@dataclass(frozen=True)
class Course:
    """The course of a case as its entries told it.

    ended           the case has ended
    how             how the mediation ended, else how the case did; None while it goes on
    agreement_form  oral or written, None without an agreement
    confirmations   of each judicial confirmation: how it ended, None while it is open
    """

    ended: bool
    how: str | None
    agreement_form: str | None
    escalated: bool
    confirmations: Sequence[str | None] = ()


def conditions(course: Course) -> frozenset[str]:
    """The conditions of due papers that are met, as codes of the table."""
    agreed = course.agreement_form is not None or course.how == "agreed"
    met = {
        "always": True,
        "agreed": agreed,
        "written_agreement": course.agreement_form == "written",
        "oral_agreement": course.agreement_form == "oral",
        "ended_without_agreement": course.how is not None and not agreed,
        "escalated": course.escalated,
        "confirmed": "confirmed" in course.confirmations,
    }
    return frozenset(code for code, holds in met.items() if holds)


def waits_for(course: Course) -> tuple[str, ...]:
    """What must still happen outside the archive before the volume can be closed."""
    waits = {
        "case_not_ended": not course.ended,
        "confirmation_open": None in course.confirmations,
    }
    return tuple(code for code, holds in waits.items() if holds)


def check_over(course: Course) -> None:
    """Refuses `case_not_ended` or `confirmation_open`."""
    for wait in waits_for(course):
        raise Refused(wait)
