"""What each entry tells of its case, by the published shapes of its source."""

from importlib import import_module
from itertools import combinations

import pytest

from services.supervision.rules.facts import TELLS, of_case, prevented
from shared.contracts.sample import sample

EVERY = [(source, event) for source, events in TELLS.items() for event in events]


def published(source, event):
    contract = import_module(f"shared.contracts.{source}").CONTRACT
    return sample(contract.events[event].schema)


@pytest.mark.parametrize(("source", "event"), EVERY)
def test_entry_as_published_is_understood(source, event):
    data = published(source, event)
    if "how" in data:
        data["how"] = "confirmed"
    if "prevented" in data:
        data["prevented"] = [{"kind": "suicide", "people": 1}]
    fields = of_case(f"{source}.{event}.v1", data)
    assert fields, event
    if event == "case_accepted":
        assert [name for name, value in fields.items() if value is None] == []


def test_no_field_is_told_by_two_sources():
    told = {}
    for source, event in EVERY:
        data = {**published(source, event), "how": "confirmed", "prevented": [], "state": "sued"}
        told.setdefault(source, set()).update(of_case(f"{source}.{event}.v1", data))
    for one, other in combinations(told, 2):
        assert told[one] & told[other] == set(), (one, other)


def test_prevented_adds_people_of_the_same_kind():
    told = [
        {"kind": "suicide", "people": 2},
        {"kind": "suicide", "people": 1},
        {"kind": "group_fight", "people": 0},
    ]
    assert prevented(told) == {
        "suicide": 3,
        "criminal_case": None,
        "group_petition": None,
        "group_fight": 0,
    }


def test_unknown_kind_of_harm_is_not_dropped_in_silence():
    with pytest.raises(KeyError):
        prevented([{"kind": "flood", "people": 2}])
