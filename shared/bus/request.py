"""A message that asks something: in our form, or in nameko's, so that its `ServiceRpc` may call.

The answer goes to `reply.<user>.<uuid>` or to nameko's bare UUID, never to a name that somebody
else chose: a reply aimed at a verb would be a call.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.bus import call as wire
from shared.bus.call import Call
from shared.contracts.refused import Refused

OURS, NAMEKO = re.compile(wire.REPLY_TO), re.compile(wire.NAMEKO_REPLY_TO)


@dataclass(frozen=True)
class Request:
    """One message and where its answer goes.

    form  `ours` or `nameko`
    """

    message: Any
    reply_to: str
    form: str

    @classmethod
    def open(cls, message: Any, service: str) -> "Request | None":
        """None where there is nobody to answer, and for what came by a way round the broker's
        rights: under a key of another service (header CC), or out of a dead-letter queue.
        """
        target, key = message.properties.get("reply_to"), message.delivery_info["routing_key"]
        if not isinstance(target, str) or "x-death" in message.headers:
            return None
        if not key.startswith(f"{service}."):
            return None
        if OURS.fullmatch(target):
            return cls(message, target, "ours")
        return cls(message, target, "nameko") if NAMEKO.fullmatch(target) else None

    @property
    def verb(self) -> str:
        """The verb that is asked."""
        return str(self.message.delivery_info["routing_key"]).rpartition(".")[2]

    def call(self) -> Call:
        """What is asked; refuses what must not reach a procedure."""
        payload = opened(self.message)
        if self.form == "nameko":
            payload = _nameko_payload(payload)
        return Call.arrive(self.verb, payload, self.message.properties, self.message.headers)

    def worded(self, answer: Mapping[str, Any]) -> Any:
        """The answer in the form of the question."""
        return answer if self.form == "ours" else _nameko_answer(answer)


def opened(message: Any) -> Any:
    """The JSON of a message; refuses what is too large or no JSON."""
    body = message.body or b""
    if len(body) > wire.SIZE_LIMIT:
        raise Refused("too_large")
    try:
        value = json.loads(body)
        wire.dumps(value)  # NaN, lone surrogates: what cannot be sent back is not taken in
    except (ValueError, RecursionError) as problem:
        raise Refused("invalid", fields={"_": ["不是 JSON"]}) from problem
    return value


def _nameko_payload(body: Any) -> Any:
    """`{"args": [], "kwargs": {…}}`: the fields by name, and nothing by place."""
    if not isinstance(body, dict) or body.get("args") or not isinstance(body.get("kwargs"), dict):
        raise Refused("invalid", fields={"_": ["请按名称传参"]})
    return body["kwargs"]


def _nameko_answer(answer: Mapping[str, Any]) -> dict[str, Any]:
    if "answer" in answer:
        return {"result": answer["answer"], "error": None}
    kind = "Refused" if "refused" in answer else "Internal"
    told = answer.get("refused", answer)
    error = {"exc_type": kind, "exc_path": kind, "exc_args": [told], "value": str(told)}
    return {"result": None, "error": error}
