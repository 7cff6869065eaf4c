"""The published language does not change unnoticed, and says itself fully."""

import json
import re

import pytest

from shared.contracts.every_service import COMMON_REFUSALS
from shared.contracts.language import Command, Query
from shared.testing.pages import HOME, page
from shared.testing.shapes import FINGERPRINTS, SAMPLES, contracts, fingerprints, shapes

CONTRACTS = contracts()
EVERY = [(c.service, name, schema) for c in CONTRACTS for name, schema in shapes(c)]


def test_fingerprints_are_those_committed():
    assert fingerprints() == json.loads(FINGERPRINTS.read_text("utf-8"))


@pytest.mark.parametrize(
    ("service", "name", "schema"), EVERY, ids=[f"{s}.{n}" for s, n, _ in EVERY]
)
def test_committed_sample_still_loads(service, name, schema):
    given = json.loads((SAMPLES / service / f"{name}.json").read_text("utf-8"))
    loaded = schema.load(given)
    assert set(given) <= set(loaded)


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_names_follow_the_rules_of_the_conversation(contract):
    for verb in contract.verb_list:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)+|reveal|search|rebuild", verb.name), verb.name
        assert issubclass(verb.takes, (Command, Query))
        assert verb.roles, verb.name
    assert set(contract.refusals) & set(COMMON_REFUSALS) == set()


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_commands_refuse_and_answers_ignore_unknown_fields(contract):
    for verb in contract.verb_list:
        assert verb.intake.unknown == "raise"
        assert verb.outlet.unknown == "exclude"
    assert {event.schema.unknown for event in contract.event_list} <= {"exclude"}


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_no_event_has_a_field_for_words_or_persons(contract):
    forbidden = {"name", "phone", "identity_number", "address", "text", "words", "summary", "terms"}
    for event in contract.event_list:
        assert forbidden & set(event.schema.fields) == set(), event.name


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_page_of_a_service_says_what_its_contract_says(contract):
    assert (HOME / f"{contract.service}.md").read_text("utf-8") == page(contract)
