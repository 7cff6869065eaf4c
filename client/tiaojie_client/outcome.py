"""What a caller may hear beside an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """Not done, and somebody can do something about it: a stable code, a Chinese sentence for a
    person, details for a program.
    """

    def __init__(self, code: str, message: str, details: Mapping[str, Any]) -> None:
        super().__init__(code, message, details)
        self.code, self.message, self.details = code, message, details


class Absent(Exception):
    """No such service is there: known at once, nothing was done."""


class Late(Exception):
    """The limit passed: nobody knows whether it was done. Repeat a command with the same
    `command_id` (given here); a repeat of what was done gets the first answer.
    """

    def __init__(self, asked: str, command_id: str | None = None) -> None:
        super().__init__(asked)
        self.command_id = command_id


class Internal(Exception):
    """A fault of the service; the text is the id under which it stands in its log."""


class Diverged(Exception):
    """The journal is not the one that our place stood in: one of the two was restored from an older
    copy. Stop, and let a person look.
    """
