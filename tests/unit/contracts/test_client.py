"""The client is the contracts' own, and runs where others are: Python 3.9, kombu alone."""

import ast
import sys
from pathlib import Path

import pytest

from shared.contracts import fields
from shared.contracts.contract import Contract
from shared.contracts.language import Answer, Command, Data, Event, Part, Query, Verb, Words
from shared.testing.shapes import contracts
from shared.testing.typed import EVERY, HOME, module, shared_module

CONTRACTS = contracts()
FILES = sorted(HOME.glob("*.py"))
WORDS = Words("试验", "Trial")


@pytest.mark.parametrize("contract", CONTRACTS, ids=[c.service for c in CONTRACTS])
def test_module_of_a_service_says_what_its_contract_says(contract):
    committed = (HOME / f"{contract.service}.py").read_text("utf-8")
    assert committed == module(contract), "make contracts"


def test_module_of_what_all_share_says_what_each_contract_says():
    committed = (HOME / f"{EVERY}.py").read_text("utf-8")
    assert {shared_module(contract) for contract in CONTRACTS} == {committed}, "make contracts"


def test_there_is_no_module_without_a_contract():
    made = {path.stem for path in FILES if "Made from the contract" in path.read_text("utf-8")}
    assert made == {contract.service for contract in CONTRACTS}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_client_imports_kombu_and_the_standard_library_alone(path):
    tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 9))
    named = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    named |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    strange = {name.partition(".")[0] for name in named} - sys.stdlib_module_names
    assert strange <= {"kombu", "tiaojie_client"}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_annotations_are_not_evaluated_so_that_they_may_be_of_a_later_python(path):
    text = path.read_text("utf-8")
    assert "from __future__ import annotations" in text or " | " not in text


def test_hand_written_files_are_short():
    written = [p for p in FILES if p.stem not in {c.service for c in CONTRACTS}]
    lengths = {p.name: len(p.read_text("utf-8").splitlines()) for p in written}
    assert {name: n for name, n in lengths.items() if n > 300} == {}


class Side(Part):
    """A part."""

    name = fields.name(required=True)
    sex = fields.line()


class Make(Command):
    """Makes a thing."""

    case = fields.id_(required=True)
    role = fields.code(("a", "b"), load_default=None, allow_none=True)
    parties = fields.many(Side)
    settings = fields.facts(load_default=dict)


class Made(Answer):
    """A thing."""

    due_on = fields.day(allow_none=True)
    at = fields.moment()
    age = fields.count()


class List(Query):
    """Asks for all."""


CONTRACT = Contract(
    "trial",
    WORDS,
    (
        Verb("make_thing", Make, Made, ("clerk",), WORDS, limit_s=7),
        Verb("list_things", List, Made, ("clerk", "client"), WORDS),
    ),
    (Event("thing_made", type("MadeData", (Data,), {"age": fields.count()}), WORDS),),
)


def test_shapes_and_verbs_become_types_and_functions():
    lines = [line.strip() for line in module(CONTRACT).splitlines()]
    wanted = [
        "class _Make(TypedDict):",
        "case: str  # 案件",
        "class Make(_Make, total=False):",
        "command_id: str  # 提交编号",
        'role: Literal["a", "b"] | None  # 岗位或身份',
        "parties: list[Side]  # 当事人",
        "settings: dict[str, Any]  # 配置内容",
        "class Made(TypedDict):",
        "due_on: Day | None  # 到期日",
        "def make_thing(client: Client, request: Make, limit_s: float = 7) -> Made:",
        'answer: Made = client.command("trial", "make_thing", request, limit_s)',
        "Roles: clerk, client.",
        'answer: Made = client.query("trial", "list_things", request or {}, limit_s)',
        'THING_MADE = "trial.thing_made.v1"',
    ]
    assert [line for line in wanted if line not in lines] == []


def test_id_of_a_command_need_not_be_given():
    must = 'class _Make(TypedDict):\n    """What must be there."""\n\n    case: str  # 案件\n\n'
    assert must in module(CONTRACT)


def test_module_of_a_changed_contract_differs():
    changed = Contract("trial", WORDS, CONTRACT.verb_list[:1], CONTRACT.event_list)
    assert module(changed) != module(CONTRACT)


def test_pyproject_names_kombu_alone():
    text = (HOME.parent / "pyproject.toml").read_text("utf-8")
    assert 'dependencies = ["kombu>=5.3"]' in text
    assert 'requires-python = ">=3.9"' in text


def test_package_is_typed_for_others():
    assert (Path(HOME) / "py.typed").exists()
