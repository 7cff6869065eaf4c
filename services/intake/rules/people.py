"""Who stands in a case: ages, guardians (监护人), who is still missing (民法典 17–23)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

ADULT, WORKING = 18, 16  # 民法典 17; 18: from 16 on who lives by own labour counts as an adult
CONSENTING = ("applicant", "respondent")
SIDES = (*CONSENTING, "third_party")

Party = Mapping[str, Any]


def born_of(identity_number: str) -> date:
    """The birth date in a checked identity number (GB 11643)."""
    digits = identity_number[6:14]
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def age_on(party: Party, on: date) -> int | None:
    """Full years on a day, from the birth date, else from the age told and the day of telling."""
    if party["born_on"]:
        return _years(date.fromisoformat(party["born_on"]), on)
    if party["age"] is None:
        return None
    return int(party["age"]) + max(0, _years(date.fromisoformat(party["age_told_on"]), on))


def _years(since: date, on: date) -> int:
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def needs_guardian(party: Party, on: date) -> bool:
    """A minor acts through a guardian (民法典 19, 20, 23), save who lives by own labour (18). Of
    adults nothing is derived: a person says that somebody needs one by recording the guardian.
    """
    age = age_on(party, on)
    if party["kind"] != "person" or age is None or age >= ADULT:
        return False
    return not (party["lives_by_own_labour"] and age >= WORKING)


def acts_for(stand_in: Party, party: Party, on: date) -> bool:
    """Whether a guardian or agent acts for a party on that day."""
    until = stand_in["represents_until"]
    return stand_in["represents"] == party["id"] and (not until or on.isoformat() <= until)


def guardians_missing(parties: Sequence[Party], on: date) -> list[str]:
    """The minors of the case for whom nobody acts."""
    guardians = [p for p in parties if p["role"] == "guardian"]
    minors = [p for p in parties if p["role"] in SIDES and needs_guardian(p, on)]
    return [m["id"] for m in minors if not any(acts_for(g, m, on) for g in guardians)]


def gaps(parties: Sequence[Party], on: date) -> Iterator[tuple[str, list[str]]]:
    """What stands against acceptance, each with the roles or parties concerned: a side missing
    (art. 2 人民调解法), a consent missing (17), a guardian missing (民法典 23).
    """
    present = {p["role"] for p in parties}
    sides = [role for role in CONSENTING if role not in present]
    asked = [p for p in parties if p["role"] in CONSENTING]
    silent = [p["id"] for p in asked if p["consent"] != "yes"]
    for code, whose in (
        ("sides_missing", sides),
        ("consent_missing", silent),
        ("guardian_missing", guardians_missing(parties, on)),
    ):
        if whose:
            yield code, whose


def is_party(identity_hash: str | None, parties: Iterable[Party]) -> bool:
    """Conflict of interest (利益冲突): the mediator is a party, or acts for one."""
    return identity_hash is not None and any(p["identity_blind"] == identity_hash for p in parties)
