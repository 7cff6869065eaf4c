"""Ids: time-ordered and opaque (UUIDv7, RFC 9562); no right follows from knowing one."""

import os
from datetime import datetime
from uuid import UUID


def millis(moment: datetime) -> int:
    """Milliseconds since the epoch: how the ledger's own tables keep times that are compared."""
    return int(moment.timestamp() * 1000)


def new_id(now: datetime) -> str:
    """A UUIDv7 of that moment."""
    raw = bytearray(millis(now).to_bytes(6, "big") + os.urandom(10))
    raw[6] = raw[6] & 0x0F | 0x70
    raw[8] = raw[8] & 0x3F | 0x80
    return str(UUID(bytes=bytes(raw)))
