"""The image: one for all, nobody's root, from the lock, and from no host but the plain name."""

import re
import shlex

import pytest

from tests.unit.deploy.manifests import ROOT, objects
from tests.unit.deploy.test_compose import compose  # noqa: F401 - a fixture

FILE = ROOT / "deploy/image/Containerfile"
HOST = re.compile(r"https?://|[\w-]+\.[a-z]{2,}(:\d+)?/|index-url|trusted-host")


@pytest.fixture(scope="module")
def steps():
    """(instruction, rest) of each step."""
    text = FILE.read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(maxsplit=1)) for line in lines]


def last(steps, word):
    return [rest for instruction, rest in steps if instruction == word][-1]


def test_the_base_is_the_official_one_by_its_plain_name(steps):
    froms = [rest for instruction, rest in steps if instruction == "FROM"]
    assert froms == ["python:3.12-slim AS build", "python:3.12-slim"]


def test_nothing_is_fetched_by_address(steps):
    assert [i for i, _ in steps if i == "ADD"] == []
    text = FILE.read_text("utf-8") + (ROOT / "requirements.lock").read_text("utf-8")
    assert HOST.findall(text.replace("deploy/image/Containerfile", "")) == []


def test_it_runs_as_nobody_and_starts_the_command(steps):
    assert last(steps, "USER") == "10001:10001"
    assert (last(steps, "ENTRYPOINT"), last(steps, "CMD")) == ('["tiaojie"]', '["run"]')
    assert last(steps, "STOPSIGNAL") == "SIGTERM"


def test_what_is_installed_is_locked(steps):
    runs = [rest for instruction, rest in steps if instruction == "RUN"]
    commands = [shlex.split(part) for rest in runs for part in rest.split("&&")]
    installs = [c for c in commands if c[1:2] in (["install"], ["wheel"])]
    assert len(installs) == 4
    for command in installs:
        closed = {"--require-hashes", "--no-index", "--no-build-isolation"} & set(command)
        assert len(closed) == 1, command


def test_the_user_is_the_one_that_manifests_name(compose):  # noqa: F811
    users = {
        d["spec"]["template"]["spec"]["securityContext"]["runAsUser"]
        for d in objects("county", "Deployment")
    }
    assert users == {10001}
    assert compose["services"]["intake"]["user"] == "10001:10001"


def test_only_what_is_copied_goes_to_the_builder(steps):
    copied = {
        name
        for instruction, rest in steps
        if instruction == "COPY" and not rest.startswith("--from")
        for name in rest.split()[:-1]
    }
    kept = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in kept if line.startswith("!")} == copied
    assert "*" in kept
