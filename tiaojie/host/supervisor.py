"""The supervisor: keeps processes of this host running, each restarted after a growing pause."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import IO

import eventlet

from shared.settings.site import SiteSettings, environment_of

PAUSES_S = (1, 2, 5, 10, 30)
STEADY_S = 60  # a process that lived this long starts again with the shortest pause
STOP_S = 75  # longer than the longest call and the drain after it
UNFIT = 78  # the process says itself that a restart will not help (sysexits EX_CONFIG)


@dataclass
class Child:
    """One process that should be running. Its output is appended to `log`."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    process: "subprocess.Popen[bytes] | None" = None
    starts_at: float = 0.0
    started_at: float = 0.0
    failures: int = field(default=0)
    given_up: bool = field(default=False)

    def look(self, now: float) -> str | None:
        """Start it if it is due, note its end; what there is to say about it."""
        if self.process is None:
            if not self.given_up and now >= self.starts_at:
                self._start(now)
            return None
        code = self.process.poll()
        return None if code is None else self._ended(code, now)

    def _start(self, now: float) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = self._open(log)
        self.started_at = now

    def _open(self, log: IO[bytes]) -> "subprocess.Popen[bytes]":
        """In a group of its own: Ctrl-C is the supervisor's to pass on."""
        return subprocess.Popen(  # noqa: S603 - our own command
            self.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    def _ended(self, code: int, now: float) -> str:
        self.failures = 0 if now - self.started_at > STEADY_S else self.failures
        pause = PAUSES_S[min(self.failures, len(PAUSES_S) - 1)]
        self.process, self.starts_at, self.failures = None, now + pause, self.failures + 1
        self.given_up = code == UNFIT
        if self.given_up:
            return f"{self.name} 不能启动，原因见 {self.log}"
        return f"{self.name} 退出（{code}），{pause} 秒后重新启动"


def supervise(
    children: Sequence[Child],
    stopped: Callable[[float], bool],
    say: Callable[[str], None],
) -> bool:
    """Keep them running until `stopped(seconds)`, which waits, is true; False if none could be
    started. All are asked to stop, and killed after STOP_S.
    """
    while not stopped(0.2) and not all(child.given_up for child in children):
        for child in children:
            if said := child.look(monotonic()):
                say(said)
    _stop([child for child in children if child.process])
    return not all(child.given_up for child in children)


def _stop(running: Sequence[Child]) -> None:
    processes = [child.process for child in running if child.process]
    for process in processes:
        process.send_signal(signal.SIGTERM)
    end = monotonic() + STOP_S
    while monotonic() < end and any(process.poll() is None for process in processes):
        eventlet.sleep(0.1)
    for process in processes:
        process.kill()
        process.wait()


def children_of(settings: SiteSettings, names: Sequence[str], replicas: int = 1) -> list[Child]:
    """A process for each replica of each service, its output in `log` of the data folder, its
    probes on a port of its own, counted from the one in the settings.
    """
    every = [(name, number) for name in names for number in range(1, replicas + 1)]
    return [_child(settings, *one, place) for place, one in enumerate(every)]


def _child(settings: SiteSettings, name: str, number: int, place: int) -> Child:
    host, _, port = settings.probes.rpartition(":")
    own = replace(settings, probes=f"{host}:{int(port) + place}" if port else "")
    command = [sys.executable, "-m", "tiaojie", "run", name, "--under", str(os.getpid())]
    log = settings.data / "log" / f"{name}-{number}.log"
    return Child(f"{name}-{number}", command, environment_of(own), log)


def until(told: "eventlet.event.Event") -> Callable[[float], bool]:
    """A wait for `supervise` that ends when an event is sent."""

    def wait(seconds: float) -> bool:
        with eventlet.Timeout(seconds, exception=False):
            told.wait()
        return bool(told.ready())

    return wait
