"""A line to the suite: on its broker, through the door of the process that holds the folder, or in
this process.
"""

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from shared.bus.call import dumps
from shared.bus.door import AS_HEADER, FILE, LIMIT_HEADER, LOOPBACK, TOKEN_HEADER, Door
from shared.bus.front import Front
from shared.settings.site import SiteSettings
from tiaojie import member
from tiaojie.house import live, speak

Reply = dict[str, Any]
LIMIT_S = 20.0


class Remote:
    """The suite of another process, through its door."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self.token = port, token

    def ask(self, service: str, verb: str, payload: Mapping[str, Any], who: str) -> Reply:
        """The wire reply: answer, refused, absent, late or internal."""
        door = http.client.HTTPConnection(LOOPBACK, self.port, timeout=LIMIT_S + 1)
        headers = {TOKEN_HEADER: self.token, AS_HEADER: who, LIMIT_HEADER: str(int(LIMIT_S))}
        try:
            door.request("POST", f"/rpc/{service}/{verb}", dumps(payload), headers)
            reply: Reply = json.loads(door.getresponse().read())
        except (TimeoutError, OSError, ValueError):
            return {"late": f"{service}.{verb}"}
        finally:
            door.close()
        return reply


class Local:
    """A suite of this process or a broker's, reached in the same way as through the door."""

    def __init__(self, front: Front, settings: SiteSettings) -> None:
        self.door = Door(front, speak, settings.data)

    def ask(self, service: str, verb: str, payload: Mapping[str, Any], who: str) -> Reply:
        """The wire reply."""
        return self.door.answer(service, verb, payload, who, LIMIT_S)


@contextmanager
def open_line(settings: SiteSettings) -> Iterator[Remote | Local]:
    """A line to the suite: on its broker, through the door of the process that holds the data
    folder, else in this process. Raises Held if the folder is held without a door.
    """
    if settings.bus:
        with member.front(settings) as people:
            yield Local(people, settings)
    elif remote := door_of(settings):
        yield remote
    else:
        with live(settings) as suite:
            yield Local(suite.people, settings)


def door_of(settings: SiteSettings) -> Remote | None:
    """The door that stands open, if the process that opened it still answers."""
    try:
        where = json.loads((settings.data / FILE).read_text())
        remote = Remote(where["port"], where["token"])
    except (OSError, ValueError, KeyError):
        return None
    return None if "late" in remote.ask("door", "knock", {}, "") else remote
