"""What a caller may hear beside an answer or a refusal (design.md §7, time limits)."""


class Absent(Exception):
    """Nobody has such a queue: known at once, nothing was done."""


class Late(Exception):
    """The limit passed: nobody knows whether it was done. Repeat with the same command id."""


class Internal(Exception):
    """Our fault; the text is the id that finds the log line, never a class path."""
