"""Encryption at rest: AES-256-GCM with a key id, and a keyed hash to look a value up by."""

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.access.keys import KeyMissing

KEY_BYTES, NONCE_BYTES = 32, 12
NAMES = ("field-k1", "lookup")


@dataclass(frozen=True)
class Vault:
    """Seals fields and objects. `about` names the place (`party.identity_number:<id>`): a sealed
    value moved to another row does not open there.
    """

    key_id: str
    key: bytes
    hash_key: bytes

    @classmethod
    def open_folder(cls, folder: Path) -> "Vault":
        """The keys of a data folder, made on first use, readable by their owner alone."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        field, lookup = (_key_file(folder / name) for name in NAMES)
        return cls("k1", field, lookup)

    @classmethod
    def read_folder(cls, folder: Path) -> "Vault":
        """The keys of a folder that somebody else filled; raises KeyMissing."""
        for name in NAMES:
            if not (folder / name).exists():
                raise KeyMissing(str(folder / name))
        return cls.open_folder(folder)

    @classmethod
    def empty(cls) -> "Vault":
        """For a process that seals nothing: without keys, so that nothing can be sealed."""
        return cls("", b"", b"")

    def seal_bytes(self, plain: bytes, about: str) -> bytes:
        """Nonce and ciphertext of `plain`, bound to `about`."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self.key).encrypt(nonce, plain, about.encode())

    def open_bytes(self, sealed: bytes, about: str) -> bytes:
        """The plain bytes; raises cryptography's InvalidTag if anything was changed."""
        return AESGCM(self.key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about.encode())

    def seal(self, plain: str, about: str) -> str:
        """Text for a column: `<key id>.<base64>`."""
        body = base64.b64encode(self.seal_bytes(plain.encode(), about)).decode()
        return f"{self.key_id}.{body}"

    def open(self, sealed: str, about: str) -> str:
        """The text that `seal` took."""
        return self.open_bytes(base64.b64decode(sealed.split(".", 1)[1]), about).decode()

    def blind(self, value: str) -> str:
        """Keyed hash of a normalised value: equal values are found, none is read."""
        return hmac.new(self.hash_key, value.encode(), hashlib.sha256).hexdigest()


def _key_file(path: Path) -> bytes:
    """Read a key, or make it: written whole under another name first, then linked, so that two
    starts at once agree and a kill leaves no half key.
    """
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(os.urandom(KEY_BYTES))
        draft.chmod(0o400)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
