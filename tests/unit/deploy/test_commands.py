"""What manifests, containers and pages tell the command line to do, it can do."""

import re
import shlex

import click
import pytest

from tests.unit.deploy.manifests import objects, pod
from tests.unit.deploy.test_compose import compose  # noqa: F401 - a fixture
from tests.unit.deploy.test_operating_pages import OURS, text
from tiaojie.__main__ import tiaojie
from tiaojie.services import ORDER


def parses(words):
    """Whether the command line takes these words; nothing is run."""
    context = click.Context(tiaojie, info_name="tiaojie")
    group = tiaojie
    while isinstance(group, click.Group):
        command = group.get_command(context, words[0]) if words else None
        if command is None:
            return False
        group, words = command, words[1:]
    try:
        group.make_context(group.name, list(words), parent=context)
    except click.UsageError:
        return False
    return True


def test_manifests_start_commands_that_exist():
    started = [
        pod(o)["containers"][0].get("args") for o in objects("province", "Deployment", "Job")
    ]
    assert [args for args in started if args and not parses(args)] == []


def test_containers_start_commands_that_exist(compose):  # noqa: F811
    named = (*ORDER, "broker-setup", "db-upgrade")
    assert [name for name in named if not parses(compose["services"][name]["command"])] == []


def said(name):
    """The words after `tiaojie` of every command line of a page, loops and options unfolded."""
    for line in re.findall(
        r"^    .*?(?<!-[np] )\btiaojie ((?:--data \S+ )?[a-z].*)$", text(name), re.MULTILINE
    ):
        words = shlex.split(line.replace("$service", ORDER[0]), comments=True)
        yield words[2:] if words[0] == "--data" else words


@pytest.mark.parametrize("name", OURS)
def test_pages_say_commands_that_exist(name):
    assert [" ".join(words) for words in said(name) if not parses(words)] == []
