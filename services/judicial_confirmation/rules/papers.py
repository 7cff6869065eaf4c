"""The papers of a packet: which may enter, and the data of those that we print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from services.judicial_confirmation.rules.published import published
from shared.contracts.refused import Refused
from shared.reference.tables import Row, UnknownCode, table

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Choice:
    """What a person chose for one packet: the court, the date, further papers of the archive."""

    court_name: str
    dated: date
    papers: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One paper that we print: its form, its title, its data."""

    form: str
    title: str
    data: Data


def check_asked(papers: Sequence[str]) -> None:
    """Only what the list has may be asked for: no record of mediation ever enters a packet
    (domain.md §0.1 #26); refuses `paper_not_allowed`.
    """
    allowed = [row.code for row in published("packet_papers").rows if row.more["needed"] == "asked"]
    wrong = [code for code in papers if code not in allowed]
    if wrong:
        raise Refused("paper_not_allowed", papers=wrong, allowed=allowed)


def from_archive(parties: Sequence[Data], choice: Choice) -> list[str]:
    """The forms that the archive must have, in the order of the list."""
    needed = {"always"} | ({"represented"} if _has_agent(parties) else set())
    rows = (row for row in published("packet_papers").rows if row.more["origin"] == "archive")
    return [r.code for r in rows if r.more["needed"] in needed or r.code in choice.papers]


def _has_agent(parties: Sequence[Data]) -> bool:
    stand_ins = [stand_in for party in parties for stand_in in party.get("stand_ins") or []]
    return any(stand_in["role"] == "agent" for stand_in in stand_ins)


def choose_court(courts: Sequence[Data], chosen: str | None) -> Data:
    """The chosen court, or the only one; refuses `court_missing`, `court_not_listed`."""
    if chosen is None and len(courts) != 1:
        raise Refused("court_missing", field="court", courts=[dict(court) for court in courts])
    found = [court for court in courts if chosen in (None, court["court"])]
    if not found:
        raise Refused("court_not_listed", field="court", courts=[dict(court) for court in courts])
    return found[0]


def count_sheets(parties: Sequence[str]) -> int:
    """How many papers we print: application, proof, an address for each party."""
    return 2 + len(parties)


def sheets(
    agreement: Data, case: Data, parties: Sequence[Data], choice: Choice
) -> tuple[Sheet, ...]:
    """The printed papers in the order of the packet, the application first."""
    heads = {**head(agreement, case, choice), "court": choice.court_name}
    agreed = datetime.fromisoformat(agreement["effective_at"]).date().isoformat()
    people = [_person(party) for party in parties]
    both = {"parties": people, "agreed_on": agreed, **heads}
    forms = [
        ("confirmation_application", {**both, **_application(agreement, case, parties, choice)}),
        ("proof_of_mediation", {**both, **_proof(agreement, case)}),
        *(("address_confirmation", {**heads, **_address(person)}) for person in people),
    ]
    return tuple(Sheet(form, _title(form), data) for form, data in forms)


def head(agreement: Data, case: Data, choice: Choice) -> Data:
    """What stands on every paper: committee, number of the agreement, date."""
    number = agreement.get("number") or case["number"]
    dated = choice.dated.isoformat()
    return {"committee": case["committee_name"], "number": number, "date": dated}


def _application(agreement: Data, case: Data, parties: Sequence[Data], choice: Choice) -> Data:
    """The clauses word for word as they were frozen; the papers that always go with it. Further
    ones stand in the manifest alone, so that a supplement needs no new signatures.
    """
    printed = [row.code for row in _printed() if row.code != "confirmation_application"]
    attached = [*from_archive(parties, replace(choice, papers=())), *printed]
    return {
        "facts": agreement.get("facts") or case["summary"],
        "clauses": agreement["sentences"],
        "attachments": [f"{_title(form)}；" for form in attached],
    }


def _printed() -> list[Row]:
    return [row for row in published("packet_papers").rows if row.more["origin"] == "printed"]


def _proof(agreement: Data, case: Data) -> Data:
    on = datetime.fromisoformat(case["accepted_at"]).date()
    matter = table("categories").row(case["category"], on).zh.removesuffix("纠纷")
    return {
        "matter": matter,
        "accepted_on": on.isoformat(),
        "mediators": [mediator["name"] for mediator in case["mediators"]],
        "agreement_number": agreement.get("number") or case["number"],
    }


def _address(person: Data) -> Data:
    return {"party": person, "address": person["address"], "phone": person["phone"]}


def _person(party: Data) -> Data:
    """A party as the forms name it."""
    known = {name: party.get(name) for name in ("kind", "role", "name", "address", "phone")}
    number = party.get("identity_number")
    if party["kind"] == "organisation":
        return {**known, "credit_code": number, "representative": _representative(party)}
    more = {"age": party.get("age"), "occupation": party.get("occupation"), "id_number": number}
    gender = (_zh("sex", party.get("sex")) or "").removesuffix("性")
    return {**known, **more, "gender": gender, "ethnicity": _zh("nations", party.get("nation"))}


def _representative(party: Data) -> str | None:
    return (party.get("represented_by") or {}).get("name")


def _zh(name: str, code: str | None) -> str | None:
    """The Chinese of a code, or the word itself where a word was kept."""
    try:
        return table(name).row(code, date.max).zh if code else None
    except UnknownCode:
        return code


def _title(form: str) -> str:
    return next(row.zh for row in published("packet_papers").rows if row.code == form)
