"""A call on the wire: what its message carries, and what an answer looks like.

No clock time travels: `ttl_ms` counts from arrival, so clocks need not agree.
"""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.contracts.refused import Refused

EXCHANGE = "tiaojie-rpc"
SIZE_LIMIT = 1_000_000  # bytes of one message; files travel by the object store
ANSWER_LIMIT = 4_000_000  # bytes of one answer; more would harm whoever waits for it
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,139}")
MARK = "site."  # an exchange of this name and the site's id stands in the site's vhost
GATEWAY = "gateway"  # the user of the bus that speaks for people
REPLY_TO = r"reply\.[a-z0-9_.]{1,120}\.[0-9a-f]{32}"
NAMEKO_REPLY_TO = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
TOKEN, CORRELATION, TTL = "tj-principal", "tj-correlation", "tj-ttl-ms"


class TooLarge(Exception):
    """A message that no receiver should have to take."""


def verb_queue(service: str) -> str:
    """The queue that holds the calls of one service."""
    return f"verbs.{service}"


def journal_exchange(service: str) -> str:
    """The exchange on which a service rings its entries."""
    return f"{service}.journal"


@dataclass(frozen=True)
class Call:
    """One verb asked by somebody, as it arrived."""

    verb: str
    payload: Mapping[str, Any]
    user: str
    token: str | None
    correlation: str
    deadline: float

    @classmethod
    def arrive(cls, verb: str, payload: Any, properties: Any, headers: Any) -> "Call":
        """From a message's parts; raises Refused for what must not reach a procedure."""
        if not properties.get("user_id"):
            raise Refused("unproved")
        if not isinstance(payload, dict):
            raise Refused("invalid", fields={"_": ["应为一个对象"]})
        ttl = headers.get(TTL)
        seconds = ttl / 1000 if isinstance(ttl, int) else 5.0
        correlation = _code(headers.get(CORRELATION)) or _code(properties.get("correlation_id"))
        token, user = headers.get(TOKEN), properties["user_id"]
        return cls(verb, payload, user, token, correlation, time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds until the caller stops waiting."""
        return self.deadline - time.monotonic()


def _code(value: Any) -> str:
    """An id that may stand in journals and logs; anything else, such as words, is none."""
    return value if isinstance(value, str) and CODE.fullmatch(value) else ""


def refusal(code: str, message: str, details: Mapping[str, Any]) -> dict[str, Any]:
    """The wire form of a Refused."""
    return {"refused": {"code": code, "message": message, "details": dict(details)}}


def dumps(value: Any) -> bytes:
    """JSON bytes, the same on both buses; NaN is no JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
