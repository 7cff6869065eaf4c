"""A court in a folder: packets come in under `in/`, answers are laid under `out/` by whoever plays
the court by file; so it also serves a court that is not on line.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from services.judicial_confirmation.drivers.court import (
    DifferentPacket,
    Message,
    Packet,
    Receipt,
)


class Simulator:
    """Takes each packet number once. A packet is there when its slip is, which is written last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, packet: Packet) -> Receipt:
        """Keep file and slip; a repeat gets the receipt of the first time."""
        path = self._slip(packet.number)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path.with_name(f"{packet.number}.pdf"), packet.pdf)
            _write(path, json.dumps(_slip_of(packet), ensure_ascii=False).encode())
        slip = json.loads(path.read_bytes())
        if slip["sha256"] != packet.sha256:
            raise DifferentPacket(packet.number)
        return _receipt(slip)

    def find(self, number: str) -> Receipt | None:
        """The receipt of a packet that is there."""
        path = self._slip(number)
        return _receipt(json.loads(path.read_bytes())) if path.exists() else None

    def poll(self, since: date) -> Sequence[Message]:
        """Answers from `out/*.json`: {packet, kind, at, data}; the file's name is the id."""
        found = [_message(path) for path in (self.folder / "out").glob("*.json")]
        later = [message for message in found if message.at.date() >= since]
        return sorted(later, key=lambda message: (message.at, message.id))

    def _slip(self, number: str) -> Path:
        return self.folder / "in" / f"{number}.json"


def _slip_of(packet: Packet) -> dict[str, Any]:
    return {
        "packet": packet.number,
        "court": packet.court,
        "sha256": packet.sha256,
        "receipt": f"收{hashlib.sha256(packet.number.encode()).hexdigest()[:12]}",
        "received_at": packet.sent_at.isoformat(),
        "manifest": packet.manifest,
    }


def _receipt(slip: Mapping[str, Any]) -> Receipt:
    return Receipt(slip["receipt"], datetime.fromisoformat(slip["received_at"]))


def _message(path: Path) -> Message:
    said = json.loads(path.read_bytes())
    at = datetime.fromisoformat(said["at"])
    return Message(path.stem, said["packet"], said["kind"], at, said["data"])


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(content)
    draft.replace(path)
