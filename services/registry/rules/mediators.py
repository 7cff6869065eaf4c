"""Mediators (人民调解员): who may be one, and whether somebody may mediate on a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from services.registry.rules.certificates import Act, reasons_against
from services.registry.rules.days import holds, years_after
from services.registry.rules.limits import limit
from shared.contracts.refused import Refused

Row = Mapping[str, Any]


def check_adult(identity_number: str, on: date) -> None:
    """A mediator is an adult (成年公民), art. 14 人民调解法: digits 7–14 are the birth date."""
    age, born = limit("adult_age", on), date.fromisoformat(identity_number[6:14])
    if age is not None and years_after(born, age) > on:
        raise Refused("not_adult", field="identity_number")


def reasons_on(mediator: Row, committee: Row, acts: Sequence[Act], on: date) -> list[str]:
    """What stands against this mediator on that day; nothing: he or she may mediate."""
    return [*_of_office(mediator, committee, on), *reasons_against(acts, on)]


def _of_office(mediator: Row, committee: Row, on: date) -> Iterator[str]:
    if not holds(on, mediator["since"]):
        yield "not_registered_yet"
    if mediator["removed_on"] is not None and mediator["removed_on"] <= on.isoformat():
        yield "removed"
    if not holds(on, committee["since"], ended_on=committee["ended_on"]):
        yield "committee_not_active"
