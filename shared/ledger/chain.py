"""The hash chain (散列链): each journal line is hashed with the hash before it, bytes as stored."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

ZERO = bytes(32)


@dataclass(frozen=True)
class Sealed:
    """One entry in its place. `line` is None where an audit entry rings without its content."""

    seq: int
    hash: bytes
    line: str | None

    def wire(self) -> dict[str, Any]:
        """What rings the bell and what `read_journal` answers: the same shape."""
        return {"seq": self.seq, "hash": self.hash.hex(), "line": self.line}

    @classmethod
    def from_wire(cls, entry: dict[str, Any]) -> "Sealed":
        """The reverse of `wire`."""
        return cls(entry["seq"], bytes.fromhex(entry["hash"]), entry.get("line"))


class ChainBroken(Exception):
    """The first place where the journal is not what was sealed."""

    def __init__(self, seq: int, why: str) -> None:
        super().__init__(f"{why} at {seq}")
        self.seq, self.why = seq, why


def link(previous: bytes, line: str) -> bytes:
    """sha256(previous hash ‖ line): the line as stored, never re-made JSON."""
    return hashlib.sha256(previous + line.encode()).digest()


def verify(entries: Iterable[Sealed], seq: int = 0, previous: bytes = ZERO) -> Sealed:
    """Walk a whole journal and return its last entry; raises ChainBroken at the first wrong one."""
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            raise ChainBroken(seq, "missing or moved")
        if entry.line is None or link(previous, entry.line) != entry.hash:
            raise ChainBroken(seq, "changed")
        previous = entry.hash
    return Sealed(seq, previous, None)
