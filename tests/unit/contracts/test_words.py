"""Whatever a contract can say, the command line can say in Chinese."""

from importlib import import_module, resources

import pytest
import yaml
from marshmallow import fields

from shared.contracts.language import CLIENT, ROLES
from shared.testing.shapes import HOME, contracts, shapes
from tiaojie.cli.words import label, say

WORDS = yaml.safe_load((HOME / "words.yaml").read_text("utf-8"))
TABLES = sorted(resources.files("shared.reference").joinpath("tables").glob("*.yaml"))
ROWS = [row for table in TABLES for row in yaml.safe_load(table.read_text("utf-8"))["rows"]]
OF_ITS_FIELD = {code for words in WORDS["codes_of"].values() for code in words}


def walk(schema):
    """`(name, field)` of a schema and of all that lies inside it."""
    for name, field in schema.fields.items():
        for one in inside(field):
            yield name, one
            if isinstance(one, fields.Nested):
                yield from walk(one.schema)


def inside(field):
    """A field, and what its lists and maps are made of."""
    yield field
    parts = [getattr(field, part, None) for part in ("inner", "key_field", "value_field")]
    for part in parts:
        if part is not None:
            yield from inside(part)


def every_schema():
    for contract in contracts():
        yield from (schema for _, schema in shapes(contract))
        for verb in contract.verbs.values():
            yield from (verb.intake, verb.outlet)
        yield from (event.schema for event in contract.events.values())


WALKED = [pair for schema in every_schema() for pair in walk(schema)]
FIELDS = {name for name, _ in WALKED}
CHOICES = {c for _, f in WALKED for v in f.validators for c in getattr(v, "choices", ())}


def listed():
    for path in HOME.glob("*/codes.py"):
        known = vars(import_module(f"shared.contracts.{path.parent.name}.codes"))
        yield from (code for name, codes in known.items() if name.isupper() for code in codes)


def test_every_field_has_a_label_and_no_label_is_left_over():
    assert set(WORDS["fields"]) == FIELDS


def test_every_choice_has_a_word():
    assert CHOICES - set(WORDS["codes"]) == set()


def test_every_code_of_the_lists_tables_and_roles_has_a_word_and_no_word_is_left_over():
    known = {*CHOICES, *listed(), *ROLES, CLIENT, *(row["code"] for row in ROWS)}
    assert set(WORDS["codes"]) | OF_ITS_FIELD == known


@pytest.mark.parametrize("words", [WORDS["fields"], WORDS["codes"], *WORDS["codes_of"].values()])
def test_no_word_is_empty_or_foreign(words):
    assert [code for code, word in words.items() if not word or word.isascii()] == []
    assert [code for code in words if not isinstance(code, str)] == []


@pytest.mark.parametrize(("field", "table"), [("sex", "sex"), ("nation", "nations")])
def test_codes_of_digits_are_those_of_their_table(field, table):
    text = resources.files("shared.reference").joinpath("tables", f"{table}.yaml")
    rows = yaml.safe_load(text.read_text("utf-8"))["rows"]
    assert WORDS["codes_of"][field] == {row["code"]: row["zh"] for row in rows}


def test_digits_are_a_code_in_their_own_field_alone():
    assert [code for code in WORDS["codes"] if code.isdigit()] == []
    assert (say("1", "sex"), say("1", "count"), say("1")) == ("男性（1）", "1", "1")


def test_what_has_no_word_is_shown_as_it_is():
    assert (label("case"), label("xyz")) == ("案件", "xyz")
    assert (say("mediator"), say("m-01")) == ("调解员（mediator）", "m-01")
