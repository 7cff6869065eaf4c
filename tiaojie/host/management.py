"""RabbitMQ's management API: JSON over HTTP, each request with a time limit."""

import base64
import http.client
import json
from typing import Any
from urllib.parse import quote, urlsplit

from tiaojie.host.passwords import ADMIN

LIMIT_S = 10.0
FOUND, MISSING, DENIED = range(200, 300), 404, (401, 403)


class ManagementAway(Exception):
    """The API does not answer."""


class ManagementRefused(Exception):
    """The API answers no; `status` is HTTP's, the text is the broker's."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status} {reason}")
        self.status = status


class Management:
    """The API at `url` in the name of one user."""

    def __init__(self, url: str, password: str, user: str = ADMIN) -> None:
        where = urlsplit(url)
        self.secure, self.host, self.path = where.scheme == "https", where.netloc, where.path
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}

    def get(self, *parts: str) -> Any:
        """What lies at a path; None where nothing is."""
        return self._ask("GET", parts)

    def put(self, *parts: str, **body: Any) -> None:
        """Make it so."""
        self._ask("PUT", parts, body)

    def post(self, *parts: str, **body: Any) -> None:
        """Add it."""
        self._ask("POST", parts, body)

    def delete(self, *parts: str) -> None:
        """Remove it, if it is there."""
        self._ask("DELETE", parts)

    def _ask(self, method: str, parts: tuple[str, ...], body: Any = None) -> Any:
        path = "/".join((self.path.rstrip("/"), "api", *(quote(part, safe="") for part in parts)))
        text = None if body is None else json.dumps(body)
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        line = kind(self.host, timeout=LIMIT_S)
        try:
            line.request(method, path, text, self.headers)
            reply = line.getresponse()
            said = reply.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as away:
            raise ManagementAway(self.host) from away
        finally:
            line.close()
        if reply.status == MISSING and method in ("GET", "DELETE"):
            return None
        if reply.status not in FOUND:
            raise ManagementRefused(reply.status, said)
        return json.loads(said) if said else None
