"""Processes that outlive the one that starts them, found again by their pid and a mark in their
arguments: a pid alone may long belong to somebody else.
"""

import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

BEAT_S = 0.1
# The shell ends at once and leaves an orphan: nobody has to reap it, no output holds us up
DETACH = '"$@" >>"$0" 2>&1 </dev/null & echo $!'


def run_detached(command: Sequence[str], environment: Mapping[str, str], log: Path) -> int:
    """Start a process of its own session in the folder of `log`, its output appended there; gives
    its pid.
    """
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", DETACH, str(log.absolute()), *command],
        cwd=log.parent,
        env=dict(environment),
        stdout=subprocess.PIPE,
        check=True,
        start_new_session=True,
    )
    return int(done.stdout)


def find(pid_file: Path, mark: str) -> int | None:
    """The pid of a file, if that process lives and its arguments hold `mark`."""
    try:
        pid = int(pid_file.read_text().split(maxsplit=1)[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid if is_running(pid, mark) else None


def is_running(pid: int, mark: str) -> bool:
    """Whether a process lives with `mark` among its arguments; a zombie has none."""
    try:
        return mark in Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return False


def end(pid: int, mark: str, how: signal.Signals, limit_s: float) -> bool:
    """Send a signal and wait until the process is gone; False if it still lives after `limit_s`."""
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return True
    until = monotonic() + limit_s
    while is_running(pid, mark) and monotonic() < until:
        threading.Event().wait(BEAT_S)
    return not is_running(pid, mark)


def memory_of(pid: int) -> int:
    """Bytes that a process holds in memory (resident)."""
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
