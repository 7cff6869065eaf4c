"""A program's client: asks verbs, follows journals, over one connection."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, InvalidStateError
from concurrent.futures import TimeoutError as Waited
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from kombu import Connection, Consumer, Exchange, Queue

from tiaojie_client.follow import START, Entry, Place, Subscription
from tiaojie_client.link import Link, connection
from tiaojie_client.outcome import Absent, Internal, Late, Refused

CALLS = Exchange("tiaojie-rpc", "topic", durable=True, no_declare=True)
NOT_GRANTED = "总线没有准许本系统调用这个操作，请联系站点管理员"
REPEATS_S = (0.2, 1.0, 5.0, None)  # pauses before a command is repeated, ± 30 %


@dataclass
class Call:
    """One question on its way; `sent` once the broker has it."""

    service: str
    verb: str
    body: str
    limit_s: float
    answer: Future[Any] = field(default_factory=Future)
    sent: bool = False

    def end(self, outcome: Any) -> None:
        """What it came to; the first one counts."""
        with suppress(InvalidStateError):
            if isinstance(outcome, Exception):
                self.answer.set_exception(outcome)
            else:
                self.answer.set_result(outcome)


class Client:
    """One user of the bus. Any thread may use it; it makes one thread of its own.

    url       where the site's bus is: `amqp://host:5672/tiaojie` (`amqps://` for TLS)
    user      such as `client.220122000000.hotline`; it is what the services know you by
    options   more for kombu's Connection, such as `ssl`
    """

    def __init__(self, url: str, user: str, password: str = "", **options: Any) -> None:
        self.user, self.key = user, f"reply.{user}.{uuid4().hex}"
        self.waiting: dict[str, Call] = {}
        self.link = Link(connection(url, user, password, options), self._lost)
        try:
            self.link.set_up(self._hear_answers)
        except Exception:
            self.close()
            raise

    def query(
        self, service: str, verb: str, payload: Mapping[str, object], limit_s: float = 5.0
    ) -> Any:
        """Ask once; the answer. Raises Refused, Absent, Late, Internal."""
        return self._unwrapped(f"{service}.{verb}", self._exchange(service, verb, payload, limit_s))

    def command(
        self, service: str, verb: str, payload: Mapping[str, object], limit_s: float = 5.0
    ) -> Any:
        """Ask for a change. When nobody knows whether it was done, it is repeated with the same
        `command_id`, three times, `limit_s` each; it is done once. Raises as `query`.
        """
        payload = {"command_id": uuid4().hex, **payload}
        for pause in REPEATS_S:
            try:
                return self.query(service, verb, payload, limit_s)
            except Late as late:
                late.command_id = str(payload["command_id"])
                if pause is None:
                    raise
                time.sleep(pause * random.uniform(0.7, 1.3))  # noqa: S311 - no secret
        raise AssertionError

    def subscribe(
        self, source: str, handler: Callable[[Entry], None], after: Place = START
    ) -> Subscription:
        """Follow a service's journal: `handler(entry)` for each entry after a place, once and in
        order, on a thread of its own. Keep `entry.place` with the effect: `after` the next time.
        """
        return Subscription(self, source, after).start(handler)

    def follow(self, source: str, after: Place = START) -> Subscription:
        """As `subscribe`, to be gone through with `for`, on the caller's thread."""
        return Subscription(self, source, after)

    def close(self) -> None:
        """Leave the bus; whoever still waits hears Late."""
        self.link.close()
        self._lost(ConnectionError("closed"))

    def __enter__(self) -> Client:  # noqa: PYI034 - typing.Self came later
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _exchange(
        self, service: str, verb: str, payload: Mapping[str, object], limit_s: float
    ) -> Any:
        body = json.dumps(payload, ensure_ascii=False, allow_nan=False)
        id_, call = uuid4().hex, Call(service, verb, body, limit_s)
        self.waiting[id_] = call
        self.link.do(lambda _connection: self._send(id_))
        try:
            return call.answer.result(limit_s)
        except Waited as problem:
            raise Late(f"{service}.{verb}") from problem
        finally:
            self.waiting.pop(id_, None)

    @staticmethod
    def _unwrapped(asked: str, body: Any) -> Any:
        reply = json.loads(body)
        if "answer" in reply:
            return reply["answer"]
        if "refused" in reply:
            no = reply["refused"]
            raise Refused(no["code"], no["message"], no["details"])
        raise Internal(reply.get("internal", asked))

    # on the link's thread

    def _hear_answers(self, connection: Connection) -> None:
        self.channel = connection.channel()
        self.channel.events["basic_return"].add(self._returned)
        queue = Queue(self.key, CALLS, self.key, auto_delete=True)
        Consumer(self.channel, [queue], on_message=self._hear, no_ack=True).consume()

    def _send(self, id_: str) -> None:
        """What nobody waits for any longer is not sent."""
        call = self.waiting.get(id_)
        if call is None:
            return
        millis = int(call.limit_s * 1000)
        addressed = {"reply_to": self.key, "correlation_id": id_, "user_id": self.user}
        message = self.channel.prepare_message(
            call.body,
            content_type="application/json",
            content_encoding="utf-8",
            headers={"tj-ttl-ms": millis},
            properties={**addressed, "expiration": str(millis), "delivery_mode": 1},
        )
        call.sent = True
        self.channel.basic_publish(message, CALLS.name, f"{call.service}.{call.verb}", True)

    def _hear(self, message: Any) -> None:
        """One answer; taken only from the service that was asked."""
        call = self.waiting.get(message.properties.get("correlation_id"))
        if call is not None and message.properties.get("user_id") == call.service:
            call.end(message.body)

    def _returned(self, _problem: Any, _exchange: str, _key: str, message: Any) -> None:
        """No queue took it."""
        call = self.waiting.get(message.properties.get("correlation_id"))
        if call is not None:
            call.end(Absent(call.service))

    def _lost(self, problem: Exception) -> None:
        """What was sent over a lost link is answered by nobody; the rest waits for the next. A call
        that the broker does not let through costs the link, and is named by the broker.
        """
        for call in list(self.waiting.values()):
            verb = f"{call.service}.{call.verb}"
            if f"'{verb}'" in str(problem):
                call.end(Refused("not_allowed", NOT_GRANTED, {"verb": verb}))
            elif call.sent or self.link.closed.is_set():
                call.end(Late(verb))
