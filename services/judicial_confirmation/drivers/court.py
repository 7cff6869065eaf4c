"""The court as a driver sees it: it takes packets and says later what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol


@dataclass(frozen=True)
class Packet:
    """One application on its way.

    number     stable for a confirmation and its attempt: a repeat carries the same one
    court      id of the court in the registry
    sha256     of `pdf`, as the parties' desk keeps it
    manifest   what lies in the file, by name, page and hash
    sent_at    when it was handed over
    """

    number: str
    court: str
    sha256: str
    pdf: bytes
    manifest: Any
    sent_at: datetime


@dataclass(frozen=True)
class Receipt:
    """The court has the packet: its own number for it, and when it came."""

    number: str
    received_at: datetime


@dataclass(frozen=True)
class Message:
    """What the court says of a packet.

    id    the court's, the same at every poll
    kind  accepted | supplement_requested | not_accepted | ruled | deemed_withdrawn
    data  the fields of the verb that says the same (accept_application …)
    """

    id: str
    packet: str
    kind: str
    at: datetime
    data: Mapping[str, Any]


class DifferentPacket(Exception):
    """The court holds another file under this packet number."""


class Court(Protocol):
    """A way to a court: its own platform, a mailbox, a folder."""

    def send(self, packet: Packet) -> Receipt:
        """Hand a packet over; a repeated number is dropped and gets the first receipt again.
        Raises DifferentPacket for the same number with other content, OSError while the court
        cannot be reached.
        """
        ...

    def find(self, number: str) -> Receipt | None:
        """The receipt of a packet that the court has already."""
        ...

    def poll(self, since: date) -> Sequence[Message]:
        """What the court said on that day or later, oldest first."""
        ...
