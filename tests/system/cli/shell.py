"""Typing commands: one process each, and `tiaojie run` beside them."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time

from tiaojie import services
from tiaojie.demo.story import HOME
from tiaojie.files import yaml_of

SETTING = {c["id"]: c for c in yaml_of(HOME / "setting.yaml")["commands"]}
PATIENCE_S = 60


def environment(folder):
    return {**os.environ, "TIAOJIE_DATA": str(folder), "COLUMNS": "100"}


def cli(folder, *words):
    command = [sys.executable, "-m", "tiaojie", *words]
    return subprocess.run(
        command, env=environment(folder), capture_output=True, text=True, timeout=60, check=False
    )


def options(payload):
    """A payload as options: `{file: x}` as @file, what has parts as JSON."""
    words = []
    for name, value in payload.items():
        if isinstance(value, dict) and set(value) == {"file"}:
            text = f"@{(HOME / value['file']).resolve()}"
        else:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        words += [f"--{name.replace('_', '-')}", text]
    return words


def words_of(id_, **changed):
    """A command of the demo setting as a person would type it."""
    service, _, verb = SETTING[id_]["do"].partition(".")
    noun_and_word = services.contract(service).verbs[verb].command
    payload = {**SETTING[id_]["with"], **changed}
    return [*noun_and_word, *options(payload), "--command-id", id_]


def answer(done):
    """What `--json` put on stdout: one object, with no talk beside it."""
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    return json.loads(line)


class Run:
    """`tiaojie run` on a folder, until it is told to stop."""

    def __init__(self, folder, *names):
        command = [sys.executable, "-m", "tiaojie", "run", *names]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        self.folder, self.file = folder, folder / "door.json"
        self.process = subprocess.Popen(command, env=environment(folder), **pipes)
        end = time.monotonic() + PATIENCE_S
        while not self.file.exists() and time.monotonic() < end and self.process.poll() is None:
            time.sleep(0.05)
        self.door = json.loads(self.file.read_text())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()  # nothing where it has stopped
        self.process.communicate()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        said, complaints = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, said.splitlines()[-1], complaints

    def post(self, token=None, host=None, body=b"{}"):
        """The status that the door answers to one request."""
        door = http.client.HTTPConnection("127.0.0.1", self.door["port"], timeout=20)
        headers = {
            "X-Tiaojie-Token": token or self.door["token"],
            "X-Tiaojie-As": "administrator:local",
            "Host": host or f"127.0.0.1:{self.door['port']}",
        }
        door.request("POST", "/rpc/registry/health", body, headers)
        answer = door.getresponse()
        said = json.loads(answer.read())
        door.close()
        return answer.status, said
