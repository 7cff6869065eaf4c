"""Each example does what it says with the real intake behind RabbitMQ, within the rights of an
outside system; and the client's own tests pass in ordinary Python, where nothing is green.
"""

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import eventlet
import pytest

from client.tests.serving import HOTLINE, ROOT, site

KOMBU = ("kombu", "amqp", "vine", "packaging", "tzdata", "typing_extensions")
REGISTERED = re.compile(r"\S+ registered\n")


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    with site(tmp_path_factory.mktemp("site"), "intake") as node:
        yield node


@contextmanager
def example(name, node, path, *arguments):
    """An example, running; its lines."""
    given = (node.url, HOTLINE, node.password_file(HOTLINE), *arguments)
    command = [sys.executable, "-S", str(ROOT / "examples" / f"{name}.py"), *map(str, given)]
    known = os.pathsep.join(map(str, path))
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"PYTHONPATH": known, "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"},
    )
    try:
        yield process.stdout
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def installed():
    return Path(next(p for p in sys.path if p.endswith("site-packages")))


@pytest.fixture
def kombu_alone(tmp_path):
    """What `pip install kombu` brings, and nothing else."""
    for name in KOMBU:
        for found in installed().glob(f"{name}*"):
            (tmp_path / found.name).symlink_to(found)
    return tmp_path


def test_plain_kombu_registers_reads_and_hears(node, kombu_alone):
    with example("plain_kombu", node, [kombu_alone]) as lines:
        assert REGISTERED.fullmatch(lines.readline())
        assert lines.readline().split()[0] == "intake.case_registered.v1"


def test_with_client_takes_each_entry_once_over_two_runs(node, kombu_alone, tmp_path):
    path, place, told = [kombu_alone, ROOT / "client"], tmp_path / "place.json", []
    for run in (1, 2):
        with example("with_client", node, path, place) as lines:
            assert REGISTERED.fullmatch(lines.readline())
            while sum("party_recorded" in line for line in told) < 2 * run:
                told.append(lines.readline())
            wait_for(place, len(told))
    assert told[-3:] == [told[-3], told[-1], told[-1]]
    assert told[-3].startswith("intake.case_registered.v1 ")


def wait_for(place, seq):
    """What was told is kept the moment after; its number is how many were told."""
    for _ in range(100):
        if place.exists() and json.loads(place.read_text())["seq"] == seq:
            return
        eventlet.sleep(0.05)
    raise AssertionError(place.read_text())


def test_nameko_s_own_rpc_registers_and_reads(node):
    with example("nameko_rpc", node, [installed()]) as lines:
        assert REGISTERED.fullmatch(lines.readline())


def test_client_s_own_tests_pass_in_ordinary_python():
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "client/tests"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=280
    )
    assert done.returncode == 0, done.stdout
