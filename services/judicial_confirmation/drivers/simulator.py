"""A court in a folder: packets come in under `in/`, answers are laid under `out/` by whoever plays
the court by file; it stands in for a court that is not on line.
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
    """Takes each packet number once. A packet is there when its receipt is: that comes last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, packet: Packet) -> Receipt:
        """Keep file and receipt; a repeat gets the receipt of the first time."""
        slip = self.folder / "in" / f"{packet.number}.json"
        if not slip.exists():
            slip.parent.mkdir(parents=True, exist_ok=True)
            _write(slip.with_suffix(".pdf"), packet.pdf)
            _write(slip, json.dumps(_slip(packet), ensure_ascii=False).encode())
        return _receipt(json.loads(slip.read_bytes()), packet)

    def poll(self, since: date) -> Sequence[Message]:
        """Answers from `out/*.json`: {packet, kind, at, data}, the file's name is the id."""
        found = [_message(path) for path in (self.folder / "out").glob("*.json")]
        later = [message for message in found if message.at.date() >= since]
        return sorted(later, key=lambda message: (message.at, message.id))


def _slip(packet: Packet) -> dict[str, Any]:
    return {
        "packet": packet.number,
        "court": packet.court,
        "sha256": packet.sha256,
        "receipt": f"收{hashlib.sha256(packet.number.encode()).hexdigest()[:12]}",
        "received_at": packet.sent_at.isoformat(),
        "manifest": packet.manifest,
    }


def _receipt(slip: Mapping[str, Any], packet: Packet) -> Receipt:
    if slip["sha256"] != packet.sha256:
        raise DifferentPacket(packet.number)
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
