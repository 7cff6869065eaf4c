"""JSON logs on stderr, one line an event; ids and codes only, never a name or a text of a case."""

import logging
import sys
from contextlib import AbstractContextManager
from typing import Any

import structlog

from shared.telemetry.frames import problem_of, told


def configure(level: str) -> None:
    """Set up logging for the process; `level` is debug, info or warning."""
    threshold = getattr(logging, level.upper())
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_words,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.ERROR, handlers=[Foreign()])
    logging.getLogger("nameko").setLevel(logging.CRITICAL)  # it warns of threads that we stop


def logger(room: str) -> Any:
    """A logger whose lines carry `room`, such as `bus` or `intake`."""
    return structlog.get_logger(room=room)


def bound(correlation: str, service: str, **codes: str) -> AbstractContextManager[None]:
    """While it lasts, every line of this green thread says to what it belongs and whose it is."""
    known: Any = structlog.contextvars.bound_contextvars
    lasting: AbstractContextManager[None] = known(correlation=correlation, service=service, **codes)
    return lasting


def without_words(_logger: Any, _method: str, line: Any) -> Any:
    """A structlog processor: an exception becomes its kinds and places."""
    problem = problem_of(line.pop("exc_info", None))
    if problem is not None:
        line["problems"] = told(problem)
    return line


class Foreign(logging.Handler):
    """Lines of libraries, in our form: the template without what was filled in."""

    def emit(self, record: logging.LogRecord) -> None:
        """One record of the standard library's logging."""
        place = f"{record.module}.{record.funcName}"
        event = str(record.msg) if record.args else place  # a text made beforehand may quote
        log = structlog.get_logger(room=record.name)
        log.log(record.levelno, event, place=place, exc_info=record.exc_info)
