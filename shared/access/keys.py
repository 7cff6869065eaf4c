"""The site's key pair (Ed25519, RFC 8037): who holds the private half speaks for persons; all check
with the public half, whose thumbprint (RFC 7638) is the site's id.
"""

import json
import os
from pathlib import Path

from joserfc.jwk import OKPKey

PRIVATE, PUBLIC, ID_LENGTH = "principal", "principal.pub", 16


class KeyMissing(Exception):
    """The site's keys are not in their folder; the text names the file."""


def create_keys(folder: Path) -> bool:
    """Make the pair where there is none; True if it was made. The public half comes last, so a
    kill in between is repaired by the next call.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = not (folder / PRIVATE).exists()
    if made:
        _write(folder / PRIVATE, OKPKey.generate_key("Ed25519"), 0o600, private=True)
    _write(folder / PUBLIC, load_key(folder), 0o644, private=False)
    return made


def load_key(folder: Path) -> OKPKey:
    """The private key where it is kept, else the public one; raises KeyMissing."""
    for name in (PRIVATE, PUBLIC):
        if (folder / name).exists():
            return OKPKey.import_key(json.loads((folder / name).read_text("utf-8")))
    raise KeyMissing(str(folder / PUBLIC))


def site_id(folder: Path) -> str:
    """The site's id: the same for all its processes, another for every other site."""
    return load_key(folder).thumbprint()[:ID_LENGTH].replace("_", "u").replace("-", "d")


def _write(path: Path, key: OKPKey, mode: int, *, private: bool) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(key.as_dict(private=private), file)
    draft.replace(path)
