"""What an entry tells of its case: fields of the one row per case, each owned by one source.

So entries of different sources may come in any order: none writes what another one wrote.
"""

from collections.abc import Callable, Mapping
from typing import Any

from services.supervision.rules.periods import day_of

Data = Mapping[str, Any]
PREVENTED = ("suicide", "criminal_case", "group_petition", "group_fight")
IN_CASE_ACCEPTED = (
    "number", "committee", "host_type", "division", "category", "sector", "level", "source",
    "sender", "people_count",
)  # fmt: skip


def case_registered(data: Data) -> Data:
    """Where and how it came in."""
    return _only(data, "division", "source", "sender")


def case_triaged(data: Data) -> Data:
    """What sort of dispute a person decided it is, before acceptance or after."""
    return _only(data, "category", "sector", "level")


def case_accepted(data: Data) -> Data:
    """From now on it counts, on the day of acceptance."""
    return {**_only(data, *IN_CASE_ACCEPTED), "accepted_on": day_of(data["accepted_at"])}


def number_cancelled(_data: Data) -> Data:
    """Accepted by mistake: it counts nowhere."""
    return {"cancelled": True}


def case_ended(data: Data) -> Data:
    """The day on which the case ended."""
    return {"ended_on": day_of(data["happened_at"])}


def agreement_effective(data: Data) -> Data:
    """Form and amount of the agreement in force; nothing of it has been performed yet, whatever
    became of the one before it.
    """
    return {**_only(data, "form", "amount_fen"), "performed": None, "urged": None, "sued": None}


def mediation_ended(data: Data) -> Data:
    """How the mediation ended, and how many people were kept from which harm."""
    return {"outcome": data["how"], **prevented(data.get("prevented") or ())}


def prevented(told: tuple[Data, ...] | list[Data]) -> dict[str, int | None]:
    """People by kind of harm prevented (防止矛盾激化); None where that kind was not told."""
    people: dict[str, int | None] = dict.fromkeys(PREVENTED)
    for one in told:
        people[one["kind"]] = (people[one["kind"]] or 0) + one["people"]
    return people


def performance_recorded(data: Data) -> Data:
    """Performed is what has nothing left open; urging and suing are not undone by what follows."""
    of_state = {"performed_after_urging": {"urged": True}, "sued": {"sued": True}}
    return {"performed": data["complete"], **of_state.get(data["state"], {})}


def follow_up_held(data: Data) -> Data:
    """What the parties said at the follow-up (回访, art. 31), which is the last word until then."""
    return {"performed": data["performed"]}


def confirmation_ended(data: Data) -> Data:
    """A court confirmed the agreement; no other end takes that back."""
    return {"confirmed_on": day_of(data["happened_at"])} if data["how"] == "confirmed" else {}


def volume_archived(data: Data) -> Data:
    """The volume is in the archive."""
    return {"archived_on": day_of(data["happened_at"])}


TELLS: Mapping[str, Mapping[str, Callable[[Data], Data]]] = {
    "intake": {
        "case_registered": case_registered,
        "case_triaged": case_triaged,
        "case_accepted": case_accepted,
        "number_cancelled": number_cancelled,
        "case_ended": case_ended,
    },
    "mediation_session": {
        "agreement_effective": agreement_effective,
        "mediation_ended": mediation_ended,
        "performance_recorded": performance_recorded,
        "follow_up_held": follow_up_held,
    },
    "judicial_confirmation": {"confirmation_ended": confirmation_ended},
    "document_archive": {"volume_archived": volume_archived},
}


def of_case(type_: str, data: Data) -> Data:
    """The fields that an entry of that type (`intake.case_accepted.v1`) tells of its case."""
    source, event, _version = type_.split(".")
    return TELLS[source][event](data)


def _only(data: Data, *names: str) -> dict[str, Any]:
    return {name: data.get(name) for name in names}
