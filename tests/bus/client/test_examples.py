"""Each example does what it says, against a service that answers as intake does; and the client's
own tests pass in ordinary Python, where nothing is green.
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

ROOT = Path(__file__).parents[3]
USER = "client.220122100201.hotline"
NEEDS = {"plain_kombu": ("kombu", "amqp", "vine", "packaging", "tzdata", "typing_extensions")}
SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
pytestmark = pytest.mark.skipif(not SERVER.exists(), reason="RabbitMQ is not installed")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A broker and an intake, in a process of their own; the folder with the password file."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "client.tests.site", str(folder)]
    serving = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'client'}"},
    )  # fmt: skip
    url = serving.stdout.readline().strip()
    assert url.startswith("amqp://")
    yield url, folder
    serving.stdin.close()
    serving.stdout.close()
    serving.wait(30)


@contextmanager
def example(name, path, *arguments):
    """An example, running; its lines."""
    command = [sys.executable, "-S", str(ROOT / "examples" / f"{name}.py"), *map(str, arguments)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={
            "PYTHONPATH": os.pathsep.join(map(str, path)),
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "ignore",
        },
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
    for name in NEEDS["plain_kombu"]:
        for found in installed().glob(f"{name}*"):
            (tmp_path / found.name).symlink_to(found)
    return tmp_path


def test_plain_kombu_registers_reads_and_hears(site, kombu_alone):
    url, folder = site
    with example("plain_kombu", [kombu_alone], url, USER, folder / "password") as lines:
        assert re.fullmatch(r"R-\d+ registered\n", lines.readline())
        assert lines.readline() == "intake.case_registered.v1 case-1\n"


def test_with_client_goes_on_from_the_place_it_kept(site, kombu_alone, tmp_path):
    url, folder = site
    path, place, told = [kombu_alone, ROOT / "client"], tmp_path / "place.json", []
    for _ in range(2):
        with example("with_client", path, url, USER, folder / "password", place) as lines:
            assert re.fullmatch(r"R-\d+ registered\n", lines.readline())
            while not told or told[-1] != newest(folder):
                told.append(int(lines.readline().split("-")[1]))
            wait_for(place, newest(folder))
    assert told == list(range(1, newest(folder) + 1))


def newest(folder):
    """The number of the case that was registered last, which is that of its entry."""
    return int((folder / "cases").read_text())


def wait_for(place, seq):
    """What was told is kept the moment after."""
    for _ in range(100):
        if place.exists() and json.loads(place.read_text())["seq"] == seq:
            return
        eventlet.sleep(0.05)
    raise AssertionError(place.read_text())


def test_nameko_s_own_rpc_registers_and_reads(site):
    url, folder = site
    with example("nameko_rpc", [installed()], url, USER, folder / "password") as lines:
        assert re.fullmatch(r"R-\d+ registered\n", lines.readline())


def test_client_s_own_tests_pass_in_ordinary_python():
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "client/tests"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stdout
