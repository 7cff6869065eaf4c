"""Refused: the one answer on the wire for what a person can act on."""

from typing import Any


class Refused(Exception):
    """A refusal with a stable code, a Chinese sentence, and what else a program needs.

    Rules and procedures raise it with the code alone; the edge adds the sentence that the
    service's contract gives for the code. `details` holds ids, codes and field names, never
    personal data.
    """

    def __init__(self, code: str, message: str = "", **details: Any) -> None:
        super().__init__(code, message, details)
        self.code, self.message, self.details = code, message, details

    def __str__(self) -> str:
        return f"{self.code}: {self.message} {self.details or ''}".strip()
