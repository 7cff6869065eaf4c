"""The site's key pair (Ed25519, RFC 8037): who holds the private half speaks for persons; all check
with the public half, whose thumbprint (RFC 7638) is the site's id.
"""

import json
from pathlib import Path

from joserfc.jwk import OKPKey

from shared.access.private_file import READABLE, write_private

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
        write_private(folder / PRIVATE, _said(OKPKey.generate_key("Ed25519"), private=True))
    write_private(folder / PUBLIC, _said(load_key(folder), private=False), READABLE)
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


def _said(key: OKPKey, *, private: bool) -> str:
    return json.dumps(key.as_dict(private=private))
