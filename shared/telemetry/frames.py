"""What a log line may say of an exception: its kind and where it was raised, never its words, which
may quote a case. SQLAlchemy's name the parameters, PostgreSQL's the row.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from typing import Any

CHAIN_LIMIT, PATH_PARTS = 5, 3


def told(problem: BaseException) -> list[dict[str, Any]]:
    """The exception and what it came from: `kind`, `sqlstate` where a database gave one, `raised`
    as `path:line function`, outermost frame first.
    """
    return [_one(each) for each in _chain(problem)]


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    for _ in range(CHAIN_LIMIT):
        if problem is None:
            return
        yield problem
        hidden = problem.__suppress_context__
        problem = problem.__cause__ or (None if hidden else problem.__context__)


def _one(problem: BaseException) -> dict[str, Any]:
    state = getattr(problem, "sqlstate", None)
    said: dict[str, Any] = {"sqlstate": state} if isinstance(state, str) else {}
    frames = [_place(frame, line) for frame, line in walk_tb(problem.__traceback__)]
    return {"kind": type(problem).__name__, **said, "raised": frames}


def _place(frame: Any, line: int) -> str:
    path = "/".join(Path(frame.f_code.co_filename).parts[-PATH_PARTS:])
    return f"{path}:{line} {frame.f_code.co_name}"


def problem_of(exc_info: Any) -> BaseException | None:
    """The exception behind what logging calls `exc_info`: True, a triple, itself, or none."""
    if isinstance(exc_info, BaseException):
        return exc_info
    triple = exc_info if isinstance(exc_info, tuple) else sys.exc_info()
    return triple[1] if exc_info else None
