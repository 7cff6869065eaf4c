"""The door (门): a loopback HTTP entrance to the embedded suite, for commands run beside it.

`POST /rpc/<service>/<verb>` with a JSON object; who acts is said in a header and signed by this
process, which holds the data folder. The token lies in a file that only its owner may read.
"""

import hmac
import json
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import eventlet
import eventlet.wsgi

from shared.access.principal import Principal
from shared.access.private_file import write_private
from shared.bus import call as wire
from shared.bus.front import Front
from shared.bus.outcome import Absent, Late
from shared.contracts.every_service import COMMON_REFUSALS
from shared.contracts.refused import Refused

LOOPBACK, FILE = "127.0.0.1", "door.json"
TOKEN_HEADER, AS_HEADER, LIMIT_HEADER = "X-Tiaojie-Token", "X-Tiaojie-As", "X-Tiaojie-Limit"
STATUS = {
    "answer": "200 OK",
    "refused": "422 Refused",
    "unproved": "403 Unproved",
    "internal": "500 Internal",
    "absent": "503 Absent",
    "late": "504 Late",
}
Speak = Callable[[Front, str], Principal]


class Door:
    """Answers loopback calls until it is closed. `speak` makes a principal of `ROLE:ID`."""

    def __init__(self, front: Front, speak: Speak, folder: Path) -> None:
        self.front, self.speak, self.file = front, speak, folder / FILE
        self.token = secrets.token_urlsafe(32)

    def open(self) -> None:
        """Listen on a free port and write where, readable by the owner alone."""
        self.socket = eventlet.listen((LOOPBACK, 0))
        port = self.socket.getsockname()[1]
        told = {"port": port, "token": self.token, "pid": os.getpid()}
        write_private(self.file, json.dumps(told))
        eventlet.spawn(eventlet.wsgi.server, self.socket, self.app, log_output=False)

    def close(self) -> None:
        """Stop listening; the file goes first."""
        self.file.unlink(missing_ok=True)
        self.socket.close()

    def app(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """The WSGI face."""
        status, body = self.reply(environ)
        start(status, [("Content-Type", "application/json; charset=utf-8")])
        return [wire.dumps(body)]

    def reply(self, environ: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """The status line and the wire answer to one request."""
        if not self._is_known(environ):
            return STATUS["unproved"], _refusal(Refused("unproved"))
        try:
            service, verb = _address(environ)
            body, who = _body(environ), environ.get("HTTP_X_TIAOJIE_AS", "")
        except Refused as no:
            return STATUS["refused"], _refusal(no)
        answer = self.answer(service, verb, body, who, _limit(environ))
        return STATUS[next(iter(answer))], answer

    def _is_known(self, environ: dict[str, Any]) -> bool:
        """The token is right, and no web page was tricked into asking (its Host would differ)."""
        given = environ.get("HTTP_X_TIAOJIE_TOKEN", "")
        host = environ.get("HTTP_HOST", "").rpartition(":")[0]
        return hmac.compare_digest(given.encode(), self.token.encode()) and host == LOOPBACK

    def answer(
        self, service: str, verb: str, payload: Any, who: str, limit_s: float
    ) -> dict[str, Any]:
        """The wire answer: answer, refused, internal, absent or late; never raises."""
        try:
            return self.front.exchange(service, verb, payload, self.speak(self.front, who), limit_s)
        except Refused as no:
            return _refusal(no)
        except Absent as away:
            return {"absent": str(away)}
        except Late as late:
            return {"late": str(late)}


def _address(environ: dict[str, Any]) -> tuple[str, str]:
    parts = environ.get("PATH_INFO", "").strip("/").split("/")
    if environ.get("REQUEST_METHOD") != "POST" or len(parts) != 3 or parts[0] != "rpc":  # noqa: PLR2004
        raise Refused("unknown_verb")
    return parts[1], parts[2]


def _body(environ: dict[str, Any]) -> Any:
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > wire.SIZE_LIMIT:
        raise Refused("too_large")
    try:
        body = json.loads(environ["wsgi.input"].read(int(length)))
    except (ValueError, RecursionError) as problem:
        raise Refused("invalid", fields={"_": ["不是 JSON"]}) from problem
    if not isinstance(body, dict):
        raise Refused("invalid", fields={"_": ["应为一个对象"]})
    return body


def _limit(environ: dict[str, Any]) -> float:
    given = environ.get("HTTP_X_TIAOJIE_LIMIT", "15")
    return min(float(given), 60.0) if given.isdigit() else 15.0


def _refusal(no: Refused) -> dict[str, Any]:
    message = no.message or COMMON_REFUSALS[no.code].zh
    return wire.refusal(no.code, message, no.details)
