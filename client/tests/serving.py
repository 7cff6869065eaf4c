"""A site in a process of its own: green threads stay there, tests here are ordinary Python."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOTLINE, POLICE = "client.220122100201.hotline", "client.220122100201.police"


@dataclass(frozen=True)
class Node:
    """Where the broker is, and its process."""

    url: str
    secrets: str
    pid: int

    def password_file(self, user):
        return Path(self.secrets) / f"bus.{user}"

    def password(self, user):
        return self.password_file(user).read_text().strip()

    def freeze(self):
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self):
        os.kill(self.pid, signal.SIGCONT)


@contextmanager
def site(folder, *named):
    """A broker, with the real intake if it is named."""
    command = [sys.executable, "-m", "client.tests.site", str(folder), *named]
    path = os.pathsep.join(map(str, (ROOT, ROOT / "client")))
    serving = subprocess.Popen(
        command,
        cwd=ROOT,
        env={"PYTHONPATH": path, "PATH": os.environ["PATH"]},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Node(**json.loads(serving.stdout.readline()))
    finally:
        serving.stdin.close()
        serving.wait(60)
        serving.stdout.close()
