"""Words and their audience at birth: joint, file, one side, oneself (reliability.md §3.3).

What is said to one side or to oneself never meets the rest: it is taken apart here, before
anything is stored.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shared.contracts.refused import Refused

JOINT, FILE, SELF, SIDE = "joint", "file", "self", "side:"


@dataclass(frozen=True)
class Private:
    """Words that only the mediator keeps."""

    audience: str
    words: str


@dataclass(frozen=True)
class Told:
    """The words of a session, apart by audience; None where nothing was said to it."""

    joint: str | None
    file: str | None
    private: tuple[Private, ...]


def told(spoken: Sequence[Mapping[str, str]], parties: Iterable[str], mediator: str) -> Told:
    """Take the words of a session apart; refuses `audience_unknown`, `not_a_party`. What is said
    to oneself is bound to the `mediator` who said it.
    """
    known = set(parties)
    for number, piece in enumerate(spoken):
        _check(piece["audience"], known, f"words.{number}.audience")
    private = (p for p in spoken if is_private(p["audience"]))
    return Told(
        joint=_joined(spoken, JOINT),
        file=_joined(spoken, FILE),
        private=tuple(Private(_bound(p["audience"], mediator), p["words"]) for p in private),
    )


def is_private(audience: str) -> bool:
    """Whether only the mediator may ever read it."""
    return audience == SELF or audience.startswith(SIDE)


def may_read(audience: str, mediator: str) -> bool:
    """An assigned mediator reads what any side told, and of notes to oneself its own."""
    return audience.startswith(SIDE) or audience == f"{SELF}:{mediator}"


def about(case: str, audience: str) -> str:
    """What sealed words are bound to: one case and one side."""
    return f"private_word.sealed:{case}:{audience}"


def _bound(audience: str, mediator: str) -> str:
    return f"{SELF}:{mediator}" if audience == SELF else audience


def _check(audience: str, parties: set[str], field: str) -> None:
    if audience.startswith(SIDE):
        if audience.removeprefix(SIDE) not in parties:
            raise Refused("not_a_party", field=field)
    elif audience not in (JOINT, FILE, SELF):
        raise Refused("audience_unknown", field=field)


def _joined(spoken: Sequence[Mapping[str, str]], audience: str) -> str | None:
    return "\n".join(p["words"] for p in spoken if p["audience"] == audience) or None
