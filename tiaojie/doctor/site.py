"""The site's own things: keys and passwords, the data folder, its disk, the clock of a story."""

import fcntl
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from joserfc.errors import JoseError

from shared.access.keys import PRIVATE, PUBLIC, KeyMissing, site_id
from shared.access.vault import NAMES
from shared.bus.door import FILE as DOOR
from shared.settings.site import SiteSettings
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.finding import Finding, found

STRANGER, DISK_LOW, DISK_FULL = 0o007, 0.15, 0.05  # the shares of alerts DiskLow and DiskFull
BROKEN = "broken"


@dataclass(frozen=True)
class Keys:
    """Key files that are needed and not there; the site's id, empty where there is none."""

    missing: tuple[Path, ...]
    site: str
    has_data: bool
    on_broker: bool


@dataclass(frozen=True)
class Folder:
    """Who holds the data folder: nobody (held False), the process `pid` with its door open, or
    one without (pid None).
    """

    path: Path
    held: bool
    pid: int | None


def check_site(asked: Asked) -> list[Finding]:
    """Keys, who may read them, the data folder and its disk."""
    settings = asked.settings
    return [
        *judge_clock(settings),
        *judge_keys(keys_of(settings), settings.key_folder),
        *(found("file_exposed", str(file)) for file in exposed(settings)),
        *_of_folder(settings),
    ]


def _of_folder(settings: SiteSettings) -> list[Finding]:
    if not settings.data.is_dir():
        return [found("folder_missing", str(settings.data))]
    usage = shutil.disk_usage(settings.data)
    held = [] if settings.bus else [judge_folder(folder_of(settings.data))]
    return [judge_disk(usage.free / usage.total, settings.data), *held]


def judge_clock(settings: SiteSettings) -> list[Finding]:
    """A story's clock has no place in earnest."""
    return [found("clock_of_story")] if settings.clock and not settings.stamp else []


def keys_of(settings: SiteSettings) -> Keys:
    """How the keys stand: with a broker the public half of the site's pair is needed too."""
    folder, on_broker = settings.key_folder, bool(settings.bus)
    needed = (*NAMES, PUBLIC, PRIVATE) if on_broker else NAMES
    missing = tuple(folder / name for name in needed if not (folder / name).exists())
    data = bool(settings.database) or any(settings.data.glob("*.db"))
    return Keys(missing, _site(folder) if on_broker else "", data, on_broker)


def _site(folder: Path) -> str:
    try:
        return site_id(folder)
    except KeyMissing:
        return ""
    except (ValueError, JoseError):
        return BROKEN


def judge_keys(keys: Keys, folder: Path) -> list[Finding]:
    """Without field keys what was sealed is lost; the private half is needed by few."""
    lacking = [file for file in keys.missing if file.name != PRIVATE]
    if lacking and not keys.has_data and not keys.on_broker:
        return [found("keys_not_yet")]
    if lacking:
        return [found("key_missing", str(file)) for file in lacking]
    if keys.site == BROKEN:
        return [found("key_broken", str(folder / (PUBLIC if keys.missing else PRIVATE)))]
    whose = f"，站点编号 {keys.site}" if keys.site else ""
    private = [found("key_private_missing", str(file)) for file in keys.missing]
    return [found("keys_there", site=whose), *private]


def exposed(settings: SiteSettings) -> list[Path]:
    """Secret files that another user of the machine can read: file and folder let him."""
    secret = [settings.key_folder / name for name in (*NAMES, PRIVATE)]
    passwords = (
        sorted(settings.secret_folder.glob("*.*")) if settings.secret_folder.exists() else []
    )
    return [file for file in (*secret, *passwords) if file.exists() and _open_to_all(file)]


def _open_to_all(file: Path) -> bool:
    return bool(file.stat().st_mode & STRANGER and file.parent.stat().st_mode & STRANGER)


def folder_of(path: Path) -> Folder:
    """Who holds it; its lock is tried for a moment and not made."""
    lock = path / "lock"
    if not lock.exists() or not _is_locked(lock):
        return Folder(path, held=False, pid=None)
    return Folder(path, held=True, pid=_pid(path / DOOR))


def _is_locked(lock: Path) -> bool:
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _pid(door: Path) -> int | None:
    """Of the process that opened the door, if it lives."""
    try:
        pid = int(json.loads(door.read_text("utf-8"))["pid"])
        os.kill(pid, 0)
    except (OSError, ValueError, KeyError):
        return None
    return pid


def judge_folder(folder: Folder) -> Finding:
    """Whoever holds it should answer."""
    if not folder.held:
        return found("folder_free", str(folder.path))
    if folder.pid is None:
        return found("folder_held_silent", str(folder.path))
    return found("folder_held", str(folder.path), pid=folder.pid)


def judge_disk(free: float, path: Path) -> Finding:
    """`free` is the share that is left."""
    code = "disk_full" if free < DISK_FULL else "disk_low" if free < DISK_LOW else "disk_ok"
    return found(code, str(path), share=int(free * 100))
