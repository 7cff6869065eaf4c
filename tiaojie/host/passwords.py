"""Passwords of the bus: one file a user, made on first use, and the hash that RabbitMQ keeps."""

import base64
import hashlib
import secrets
from collections.abc import Iterable
from pathlib import Path

from shared.access.private_file import write_private

ADMIN = "admin"
HASHING = "rabbit_password_hashing_sha256"
BYTES, SALT_BYTES = 32, 4


def bus_file(folder: Path, user: str) -> Path:
    """Where the password of a user of the bus lies."""
    return folder / f"bus.{user}"


def password_of(folder: Path, user: str) -> str:
    """The password of a user; a random one, readable by the owner alone, where there is none."""
    file = bus_file(folder, user)
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(file, secrets.token_urlsafe(BYTES) + "\n")
    return file.read_text("utf-8").strip()


def obtain(folder: Path, users: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """The passwords of these users, and for whom one was made. In a folder that may not be written
    (a mounted secret) users without a file stay without password.
    """
    found, made = {}, []
    for user in users:
        had = bus_file(folder, user).exists()
        try:
            found[user] = password_of(folder, user)
        except OSError:
            if had:
                raise
            continue
        made += [] if had else [user]
    return found, made


def hash_of(password: str, salt: bytes = b"") -> str:
    """What RabbitMQ keeps: base64 of salt and SHA-256 of salt and password."""
    salt = salt or secrets.token_bytes(SALT_BYTES)
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode()


def is_hash_of(kept: str, password: str) -> bool:
    """Whether a kept hash belongs to a password."""
    salt = base64.b64decode(kept or "")[:SALT_BYTES]
    return bool(salt) and secrets.compare_digest(kept, hash_of(password, salt))
