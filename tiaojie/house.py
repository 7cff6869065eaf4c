"""The house (数据目录): a data folder held by one process, and the suite that lives in it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from shared.access.principal import ADMINISTRATOR, Principal
from shared.access.vault import Vault
from shared.bus.front import Front
from shared.bus.outcome import Absent, Late
from shared.bus.site import Site
from shared.bus.suite import Suite
from shared.calendar.clock import Clock, SystemClock
from shared.contracts.refused import Refused
from shared.settings.site import SiteSettings
from tiaojie import services

LOCAL = Principal(ADMINISTRATOR, "local", ("",))
ROLE_MISSING = "没有登记这个岗位；先由管理员执行 tiaojie role grant"
AS_FORM = "写成 岗位:编号，如 mediator:m-01；未部署登记处时再加 @区划代码"


class Held(Exception):
    """Another process holds the data folder."""


@contextmanager
def hold(folder: Path) -> Iterator[IO[str]]:
    """Hold the folder's lock (flock), which dies with the process; raises Held."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise Held(str(folder)) from problem
        yield lock


@contextmanager
def live(
    settings: SiteSettings,
    names: tuple[str, ...] = services.ORDER,
    clock: Clock | None = None,
) -> Iterator[Suite]:
    """The named services, started in their folder; finished and stopped afterwards."""
    with hold(settings.data):
        vault = Vault.open_folder(settings.data / "keys")
        suite = Suite(Site(settings, vault, clock or SystemClock()), services.load(names))
        suite.start()
        try:
            yield suite
        finally:
            suite.wait_until_idle(10)
            suite.stop()


def speak(front: Front, who: str) -> Principal:
    """The principal of `ROLE:ID`, with the scope that the registry granted. Whoever holds the
    site's key is its administrator; where no registry runs, the scope is said: `ROLE:ID@DIVISION`.
    """
    named, _, division = who.partition("@")
    role, _, id_ = named.partition(":")
    if not role or not id_:
        raise Refused("invalid", fields={"as": [AS_FORM]})
    if role == ADMINISTRATOR:
        return Principal(role, id_, ("",))
    try:
        return Principal(role, id_, _granted(front, role, id_))
    except Absent:
        return _said(role, id_, division)


def _said(role: str, id_: str, division: str) -> Principal:
    if len(division) != 12 or not division.isdigit():  # noqa: PLR2004 - a division code
        raise Refused("invalid", fields={"as": [AS_FORM]})
    return Principal(role, id_, (division,))


def _granted(front: Front, role: str, id_: str) -> tuple[str, ...]:
    on = front.site.clock.now().date().isoformat()
    try:
        held = front.call("registry", "list_roles", {"person": id_, "on": on}, LOCAL)["roles"]
    except Late as away:
        raise Refused("depends_on_absent", service="registry") from away
    scope = tuple(code for r in held if r["role"] == role for code in r["scope"])
    if not scope:
        raise Refused("not_allowed", ROLE_MISSING, role=role, person=id_)
    return scope
