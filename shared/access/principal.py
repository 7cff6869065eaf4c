"""The one who asks: a person in one role with a division scope, or a service of the suite."""

import re
from dataclasses import dataclass

ADMINISTRATOR, SYSTEM, CLIENT = "administrator", "system", "client"
DIVISION_LEVELS = (2, 4, 6, 9, 12)  # digits of province, prefecture, county, township, village
OUTSIDE = re.compile(r"client\.(?:([0-9]{12})\.)?(.*)", re.DOTALL)


def division_prefix(code: str) -> str:
    """The significant digits of a 12-digit division code: 220122000000 → 220122."""
    for digits in DIVISION_LEVELS:
        if set(code[digits:]) <= {"0"}:
            return code[:digits]
    return code


@dataclass(frozen=True)
class Principal:
    """Who asks, as proved to the edge.

    role   one role at a time: a person who holds several says which
    id     opaque id of the person or the service; never a name
    scope  division codes this role covers; empty covers nothing
    """

    role: str
    id: str
    scope: tuple[str, ...] = ()

    @classmethod
    def system(cls, service: str) -> "Principal":
        """A service acting by itself: handlers, jobs, timers."""
        return cls(SYSTEM, service, ("",))

    @classmethod
    def of_user(cls, user: str) -> "Principal":
        """Whom a user of the bus is: an outside system is `client.<division>.<name>`, with that
        division as its scope; every other user is a service. A client's name without a division
        covers nothing.
        """
        outside = OUTSIDE.fullmatch(user)
        if outside is None:
            return cls.system(user)
        division, name = outside.groups()
        return cls(CLIENT, name, (division,) if division else ())

    @property
    def actor(self) -> str:
        """How entries name the one who acted: `mediator:M-01`, `system:intake`."""
        return f"{self.role}:{self.id}"

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Division prefixes for a query's `LIKE`; the empty prefix covers all."""
        return tuple(division_prefix(code) if code else "" for code in self.scope)

    def covers(self, division: str) -> bool:
        """Whether a row of that division lies in this scope."""
        return any(division.startswith(prefix) for prefix in self.prefixes)
