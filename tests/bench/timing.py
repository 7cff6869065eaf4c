"""The stop-watch of every call measured here, ours and others'."""

from collections.abc import Callable
from statistics import quantiles
from time import perf_counter
from typing import Any

import eventlet


def timed(call: Callable[[int], Any], count: int, at_once: int) -> dict[str, float]:
    """Make `count` calls, `at_once` at a time: rate a second, p50 and p95 in milliseconds."""
    numbers, took = iter(range(count)), []

    def work():
        for n in numbers:
            begun = perf_counter()
            call(n)
            took.append(perf_counter() - begun)

    begun = perf_counter()
    for worker in [eventlet.spawn(work) for _ in range(at_once)]:
        worker.wait()
    rate, parts = count / (perf_counter() - begun), quantiles(took, n=20)
    return {"rate": rate, "p50": parts[9] * 1000, "p95": parts[18] * 1000}
