"""The log lines of a test, as the process would write them."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from typing import Any

import structlog

from shared.telemetry.logs import configure


@contextmanager
def logged(level: str = "debug") -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Log at `level` while it lasts; gives what reads the lines so far."""
    before, out = structlog.get_config(), StringIO()
    with redirect_stderr(out):
        configure(level)
    try:
        yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    finally:
        structlog.configure(**before)
