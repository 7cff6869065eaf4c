"""One process of a site on a broker: what must be true before it starts, and its services."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from shared.access.keys import KeyMissing, load_key, site_id
from shared.access.token import Signer
from shared.access.vault import Vault
from shared.bus.call import GATEWAY
from shared.bus.front import Front
from shared.bus.outcome import Absent, Late
from shared.bus.place import NotOurs, Unreachable, check_place
from shared.bus.site import Site
from shared.bus.suite import Suite
from shared.calendar.clock import Clock, FileClock, SystemClock
from shared.ledger.migrate import NotCurrent
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.house import LOCAL

KEYS = "缺少密钥文件 {}；先执行 tiaojie keys create，或挂载站点的密钥"
PLACE = "虚拟主机不属于本站点（{}）；先执行 tiaojie broker setup，或检查 TIAOJIE_BUS"
TABLES = "{} 的数据库不是本版本的结构；先执行 tiaojie db upgrade"
CLOCK = "TIAOJIE_CLOCK 只用于演示：没有 TIAOJIE_STAMP 时不能改变时间"


ASK_S, POLL_S = 5, 0.05


class Unfit(Exception):
    """This process may not start here; the text says what to do."""


def clock_of(settings: SiteSettings) -> Clock:
    """The machine's clock, or a story's."""
    if not settings.clock:
        return SystemClock()
    if not settings.stamp:
        raise Unfit(CLOCK)
    return FileClock(Path(settings.clock))


@contextmanager
def member(settings: SiteSettings, names: tuple[str, ...]) -> Iterator[Suite]:
    """The named services against the broker, until the block ends; raises Unfit, Unreachable."""
    site = _site(settings, seals=True)
    for name in names:
        _check(site, settings, name)
    suite = Suite(site, services.load(names))
    try:
        suite.start()
    except NotCurrent as old:
        raise Unfit(TABLES.format(old)) from old
    try:
        yield suite
    finally:
        suite.stop()


@contextmanager
def front(settings: SiteSettings) -> Iterator[Front]:
    """A front on the broker, for one who holds the site's private key."""
    site = _site(settings, seals=False)
    _check(site, settings, GATEWAY)
    people = Front(site)
    people.start()
    try:
        yield people
    finally:
        people.stop()


def answering(
    people: Front, names: Sequence[str], limit_s: float
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each service with its health, as soon as it answers; raises Absent or Late, with its name,
    for the one that has not answered within `limit_s` from the start.
    """
    until = monotonic() + limit_s
    for name in names:
        yield name, _health(people, name, until)


def _health(people: Front, name: str, until: float) -> dict[str, Any]:
    while True:
        try:
            return people.call(name, "health", {}, LOCAL, ASK_S)
        except (Absent, Late):
            if monotonic() > until:
                raise
            threading.Event().wait(POLL_S)


def _site(settings: SiteSettings, *, seals: bool) -> Site:
    machine, keys = SystemClock(), settings.key_folder
    try:
        vault = Vault.read_folder(keys) if seals else Vault.empty()
        signer = Signer(lambda: machine.now().timestamp(), load_key(keys))
    except KeyMissing as missing:
        raise Unfit(KEYS.format(missing)) from missing
    return Site(settings, vault, clock_of(settings), signer=signer)


def _check(site: Site, settings: SiteSettings, user: str) -> None:
    id_ = site_id(settings.key_folder)
    try:
        check_place(site.uri(user), id_)
    except NotOurs as other:
        raise Unfit(PLACE.format(id_)) from other


__all__ = ["Unfit", "Unreachable", "clock_of", "front", "member"]
