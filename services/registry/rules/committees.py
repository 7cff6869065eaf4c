"""Committees (人民调解委员会): what the law would have, as warnings. Nothing of it blocks: an
election happened, or did not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from services.registry.rules import divisions
from services.registry.rules.days import years_after
from services.registry.rules.limits import limit
from shared.contracts.refused import Refused

NAME_END = "人民调解委员会"
RESERVED = "商事调解"  # art. 8 商事调解条例 keeps this word for commercial mediation
FEMALE = "2"  # GB/T 2261.1
HOST_LEVELS = {
    "village": "village",
    "neighbourhood": "village",
    "township": "township",
    "street": "township",
}


@dataclass(frozen=True)
class Term:
    """A term of office; `until` is its last day."""

    since: date
    until: date


@dataclass(frozen=True)
class Seat:
    """One member in office, as far as the law asks."""

    role: str
    sex: str
    minority: bool
    term: Term


@dataclass(frozen=True)
class Committee:
    """A committee as the law looks at it."""

    name: str
    host_type: str
    division: str
    host_term: Term | None
    seats: tuple[Seat, ...]


def check_name(name: str) -> None:
    """A commercial mediation body (商事调解组织) is not registered here."""
    if RESERVED in name:
        raise Refused("commercial_mediation", field="name")


def warnings(committee: Committee, on: date, *, multi_ethnic: bool) -> list[str]:
    """What the law would have otherwise on that day: art. 8–9 人民调解法; the host's term, art. 14
    of 村民委员会组织法 and 城市居民委员会组织法.
    """
    return [
        *_of_numbers(committee.seats, on),
        *(_of_minorities(committee.seats, on) if multi_ethnic else ()),
        *_of_terms([seat.term for seat in committee.seats], "member", on),
        *_of_terms([committee.host_term] if committee.host_term else [], "host", on),
        *_of_form(committee),
    ]


def _of_numbers(seats: Sequence[Seat], on: date) -> Iterator[str]:
    directors = sum(seat.role == "director" for seat in seats)
    women = sum(seat.sex == FEMALE for seat in seats)
    if _under(len(seats), "members_least", on):
        yield "members_few"
    if _over(len(seats), "members_most", on):
        yield "members_many"
    if _under(directors, "directors", on):
        yield "director_missing"
    if _over(directors, "directors", on):
        yield "directors_several"
    if _under(women, "women_least", on):
        yield "woman_missing"


def _of_minorities(seats: Sequence[Seat], on: date) -> Iterator[str]:
    if _under(sum(seat.minority for seat in seats), "minority_least", on):
        yield "minority_missing"


def _of_terms(terms: Sequence[Term], whose: str, on: date) -> Iterator[str]:
    years = limit(f"{whose}_term_years", on)
    if years and any(term.until > years_after(term.since, years) for term in terms):
        yield f"{whose}_term_long"
    if any(term.until < on for term in terms):
        yield f"{whose}_term_over"


def _of_form(committee: Committee) -> Iterator[str]:
    expected = HOST_LEVELS.get(committee.host_type)
    if expected and divisions.level(committee.division) != expected:
        yield "host_level_unusual"
    if not committee.name.endswith(NAME_END):
        yield "name_unusual"


def _under(number: int, code: str, on: date) -> bool:
    least = limit(code, on)
    return least is not None and number < least


def _over(number: int, code: str, on: date) -> bool:
    most = limit(code, on)
    return most is not None and number > most
