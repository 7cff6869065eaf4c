"""A verb that another service asks, asks nobody itself: no ring, no chain deeper than two."""

import ast
import importlib
import inspect
import textwrap

import pytest

from shared.testing.shapes import contracts
from tiaojie import services

ASKED = [(c.service, v.name) for c in contracts() for v in c.verb_list if v.asked]


def procedure_of(service, verb):
    (cls,) = services.load((service,))
    entry = next(iter(vars(cls)[verb].nameko_entrypoints))
    return entry.procedure


def asks(function, seen):
    """Whether a function, or one of its own service that it names, asks another service."""
    if function in seen or not function.__module__.startswith("services."):
        return False
    seen.add(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    attributes = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    if attributes & {"ask", "try_ask"}:
        return True
    return any(asks(f, seen) for f in named(tree, importlib.import_module(function.__module__)))


def named(tree, module):
    """Functions that a body names, directly or through a module."""
    for node in ast.walk(tree):
        found = None
        if isinstance(node, ast.Name):
            found = getattr(module, node.id, None)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found = getattr(getattr(module, node.value.id, None), node.attr, None)
        if inspect.isfunction(found):
            yield found


@pytest.mark.parametrize(("service", "verb"), ASKED)
def test_asked_verb_asks_nobody(service, verb):
    assert asks(procedure_of(service, verb), set()) is False


def test_the_search_finds_a_verb_that_asks():
    assert asks(procedure_of("screening", "grade_finding"), set()) is True
