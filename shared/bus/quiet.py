"""Waiting until nothing moves."""

from collections.abc import Callable
from time import monotonic

import eventlet

ROUNDS = 2  # nothing to do, twice in a row


def wait_until_quiet(is_idle: Callable[[], bool], limit_s: float, poll_s: float) -> bool:
    """Look again and again until all is idle, twice in a row; False if it never was so."""
    end, quiet = monotonic() + limit_s, 0
    while monotonic() < end:
        quiet = quiet + 1 if is_idle() else 0
        if quiet >= ROUNDS:
            return True
        eventlet.sleep(poll_s)
    return False
