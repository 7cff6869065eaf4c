"""The services themselves: who answers `health`, and whom each of them misses."""

from collections.abc import Mapping
from typing import Any

import eventlet

from shared.access.keys import PRIVATE
from shared.settings.site import SiteSettings
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.finding import Finding, found
from tiaojie.doctor.site import folder_of
from tiaojie.line import Local, Remote, door_of, open_line
from tiaojie.member import Unfit, Unreachable

OPERATOR, LIMIT_S = "administrator:local", 8.0
WHY = {"absent": "没有运行", "late": "等待超时", "internal": "程序出错", "refused": "被拒绝"}
Replies = Mapping[str, Mapping[str, Any]]


def check_services(asked: Asked) -> list[Finding]:
    """Ask each, where somebody is there to be asked and this machine may ask."""
    settings = asked.settings
    if settings.bus and not (settings.key_folder / PRIVATE).exists():
        return []
    if not settings.bus:
        return _in_the_house(settings, asked.names)
    return _on_broker(settings, asked.names)


def _in_the_house(settings: SiteSettings, names: tuple[str, ...]) -> list[Finding]:
    """Through the door; a folder that is held without one is the site's finding."""
    if door := door_of(settings):
        return judge_services(healths(door, names))
    return [] if folder_of(settings.data).held else [found("services_at_rest")]


def _on_broker(settings: SiteSettings, names: tuple[str, ...]) -> list[Finding]:
    try:
        with open_line(settings) as line:
            return judge_services(healths(line, names))
    except (Unreachable, Unfit):
        return [found("services_unasked")]


def healths(line: Local | Remote, names: tuple[str, ...]) -> Replies:
    """The wire reply of each service to `health`, all asked at once."""
    pool = eventlet.GreenPool(len(names))
    return dict(zip(names, pool.imap(lambda name: _health(line, name), names), strict=True))


def _health(line: Local | Remote, name: str) -> Mapping[str, Any]:
    with eventlet.Timeout(LIMIT_S, False):
        return line.ask(name, "health", {}, OPERATOR)
    return {"late": name}


def judge_services(replies: Replies) -> list[Finding]:
    """A service that misses one which the site does not run is well."""
    wrong = [
        finding for name, reply in replies.items() for finding in _of_one(name, reply, replies)
    ]
    return wrong or [found("services_ok", count=len(replies))]


def _of_one(name: str, reply: Mapping[str, Any], replies: Replies) -> list[Finding]:
    if "answer" not in reply:
        return [found("service_silent", name, why=WHY[next(iter(reply))])]
    heard = {other for other, said in replies.items() if "answer" in said}
    lacks = [other for other in reply["answer"]["lacks"] if other in heard]
    return [found("service_lacking", name, lacks="、".join(lacks))] if lacks else []
