"""The object store (存储): files by the hash of their content, written once, encrypted at rest."""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag

from shared.access.vault import Vault

LOCK = ".lock"


class ObjectDamaged(Exception):
    """The file of this hash is gone, cut, changed, or not readable with our key."""


@dataclass(frozen=True)
class Objects:
    """A folder of objects: `ab/abcd…` holds what has the SHA-256 abcd…, sealed by the vault.

    The object comes first, the row that names it second: killed in between, an orphan is left
    that `sweep` removes once it is old. Moments are those of the site's clock.
    """

    folder: Path
    vault: Vault

    def put(self, plain: bytes, at: datetime) -> str:
        """Keep a file and return its hash; it is on the disk when this returns. What is there
        already is not written again, but counts as young from now on.
        """
        digest = hashlib.sha256(plain).hexdigest()
        path = self._path(digest)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._draft(self.vault.seal_bytes(plain, _about(digest)))
        try:
            with self._held():
                if not path.exists():
                    os.link(draft, path)
                    _sync_folder(path.parent)
                os.utime(path, (at.timestamp(), at.timestamp()))
        finally:
            draft.unlink()
        return digest

    def get(self, digest: str) -> bytes:
        """The file of a hash, proved to be the one that was kept; raises ObjectDamaged."""
        try:
            plain = self.vault.open_bytes(self._path(digest).read_bytes(), _about(digest))
        except (FileNotFoundError, InvalidTag, ValueError) as problem:
            raise ObjectDamaged(digest) from problem
        if hashlib.sha256(plain).hexdigest() != digest:
            raise ObjectDamaged(digest)
        return plain

    def older_than(self, moment: datetime) -> list[str]:
        """Hashes of all objects that were last put before a moment."""
        found = self.folder.glob("[0-9a-f][0-9a-f]/*")
        return sorted(path.name for path in found if _put_at(path) < moment.timestamp())

    def sweep(self, digests: list[str], before: datetime) -> int:
        """Remove objects that nobody claims, and drafts that a kill left; one that was put again
        meanwhile stays. How many files went.
        """
        drafts = [path for path in self._made("drafts").iterdir() if path.name != LOCK]
        return sum(self._removed(path, before) for path in [*map(self._path, digests), *drafts])

    def _removed(self, path: Path, before: datetime) -> bool:
        with self._held():
            if _put_at(path) >= before.timestamp():
                return False
            path.unlink()
            return True

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def _draft(self, sealed: bytes) -> Path:
        """A whole file beside the others, on the disk."""
        with tempfile.NamedTemporaryFile(dir=self._made("drafts"), delete=False) as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        return Path(file.name)

    @contextmanager
    def _held(self) -> Iterator[None]:
        """One at a time puts or removes, replicas included."""
        with (self._made("drafts") / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _made(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def _about(digest: str) -> str:
    return f"object:{digest}"


def _put_at(path: Path) -> float:
    """When a file was last put; one that somebody else has just removed is never old."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _sync_folder(folder: Path) -> None:
    """The name itself must survive a power cut, and so must the folder's own."""
    for place in (folder, folder.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
