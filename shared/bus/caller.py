"""Asking others: one connection for requests and answers, a time limit on every call."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import amqp.exceptions
import eventlet
from eventlet.event import Event

from shared.bus import call as wire
from shared.bus.channel import reply_queue, send
from shared.bus.consumer import Consumer
from shared.bus.context import Context
from shared.bus.link import FAILURES
from shared.bus.outcome import Absent, Internal, Late
from shared.bus.site import Site
from shared.contracts.refused import Refused


class Caller:
    """A client of the bus for one user; answers come to `reply.<user>.<uuid>`. It asks on the very
    link on which it hears, so that a call that nobody takes comes back to it.
    """

    def __init__(self, site: Site, user: str) -> None:
        self.user, self.channel = user, None
        self.waiting: dict[str, tuple[str, Event]] = {}
        self.key = f"reply.{user}.{uuid4().hex}"
        queue = reply_queue(self.key, declare=site.is_embedded)
        hooks = (self.hear, self.linked, self.lost)
        self.consumer = Consumer(site.uri(user), [queue], *hooks, no_ack=True)

    def linked(self, channel: Any) -> None:
        """Ask on this channel from now on."""
        self.channel = channel
        if hasattr(channel, "events"):  # on the embedded bus an absent service raises at once
            channel.events["basic_return"].add(self.returned)

    def lost(self) -> None:
        """The link is gone, and with it every answer that was under way."""
        for asked, event in list(self.waiting.values()):
            if not event.ready():
                event.send_exception(Late(asked))

    def returned(self, _problem: Any, _exchange: str, _key: str, message: Any) -> None:
        """A call that no queue took."""
        asked, event = self.waiting.get(message.properties.get("correlation_id"), ("", None))
        if event is not None and not event.ready():
            event.send_exception(Absent(asked))

    def hear(self, message: Any) -> None:
        """One answer; taken only from the service that was asked."""
        id_ = message.properties.get("correlation_id")
        asked, event = self.waiting.get(id_, (None, None))
        if event is not None and message.properties.get("user_id") == asked and not event.ready():
            event.send(json.loads(message.body))

    def send(
        self, service: str, verb: str, payload: Mapping[str, Any], limit_s: float, context: Context
    ) -> dict[str, Any]:
        """Ask on behalf of a context; the answer's object."""
        headers = {wire.CORRELATION: context.correlation}
        if context.token is not None:
            headers[wire.TOKEN] = context.token
        return unwrapped(self.exchange(service, verb, payload, limit_s, headers))

    def exchange(
        self,
        service: str,
        verb: str,
        payload: Mapping[str, Any],
        limit_s: float,
        headers: dict[str, Any],
    ) -> dict[str, Any]:
        """Send one call and wait for its wire answer; raises Absent or Late."""
        id_, event = uuid4().hex, Event()
        self.waiting[id_] = (service, event)
        try:
            self._publish(service, verb, payload, limit_s, headers, id_)
            with eventlet.Timeout(limit_s, Late(f"{service}.{verb}")):
                answer: dict[str, Any] = event.wait()
                return answer
        finally:
            self.waiting.pop(id_, None)

    def _publish(
        self, service: str, verb: str, payload: Any, limit_s: float, headers: Any, id_: str
    ) -> None:
        millis = int(limit_s * 1000)
        try:
            send(
                self.channel,
                payload,
                wire.EXCHANGE,
                f"{service}.{verb}",
                mandatory=True,
                headers={**headers, wire.TTL: millis},
                reply_to=self.key,
                correlation_id=id_,
                user_id=self.user,
                expiration=str(millis),
            )
        except amqp.exceptions.NotFound as problem:
            raise Absent(service) from problem
        except (*FAILURES, AttributeError) as problem:
            raise Late(f"{service}.{verb}") from problem


def unwrapped(reply: dict[str, Any]) -> dict[str, Any]:
    """The answer in a wire reply; raises Refused or Internal."""
    if "answer" in reply:
        answer: dict[str, Any] = reply["answer"]
        return answer
    if "refused" in reply:
        no = reply["refused"]
        raise Refused(no["code"], no["message"], **no["details"])
    raise Internal(reply.get("internal", ""))
