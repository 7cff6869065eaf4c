"""A file that others must not read: written whole or not at all."""

import os
from pathlib import Path

OWNER, READABLE = 0o600, 0o644


def write_private(file: Path, text: str, mode: int = OWNER) -> None:
    """Write `text` under another name, made with its `mode`, then move it to its place."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    draft.replace(file)
