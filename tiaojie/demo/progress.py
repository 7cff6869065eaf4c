"""How far a story has come: written after each step, so that a killed one goes on from there."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FILE = "progress.json"


@dataclass
class Progress:
    """`next` counts steps of the story; `seen` is how far each journal was told; `told` is what
    was printed of each step, for the report.
    """

    run: str
    next: int = 0
    clock: str = ""
    kept: dict[str, Any] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    told: list[dict[str, Any]] = field(default_factory=list)
    finished: bool = False

    def save(self, folder: Path) -> None:
        """Whole or not at all."""
        draft = folder / (FILE + ".draft")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(folder / FILE)


def read(folder: Path) -> Progress | None:
    """The progress of a run; None where there is none."""
    try:
        return Progress(**json.loads((folder / FILE).read_text("utf-8")))
    except FileNotFoundError:
        return None


def run_folder(home: Path, story: str) -> Path:
    """The folder of the unfinished run of a story, else of a new one: `ordinary-2`."""
    n = 1
    while (done := read(home / f"{story}-{n}")) and done.finished:
        n += 1
    return home / f"{story}-{n}"
