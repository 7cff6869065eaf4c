"""JSON logs on stderr, one line an event; ids and codes only, never a name or a text of a case."""

import logging
import sys
from typing import Any

import structlog


def configure(level: str) -> None:
    """Set up logging for the process; `level` is debug, info or warning."""
    threshold = getattr(logging, level.upper())
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    logging.getLogger("nameko").setLevel(logging.CRITICAL)  # it warns of threads that we stop


def logger(room: str) -> Any:
    """A logger whose lines carry `room`, such as `bus` or `intake`."""
    return structlog.get_logger(room=room)
