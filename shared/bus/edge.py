"""The edge on nameko: one queue of calls a service, answers on the channel of the request."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import amqp.exceptions
from kombu import Queue
from nameko.amqp.consume import Consumer
from nameko.exceptions import ContainerBeingKilled
from nameko.extensions import Entrypoint, SharedExtension

from shared.bus import call as wire
from shared.bus.call import Call
from shared.bus.channel import rpc_exchange, send
from shared.bus.desk import Procedure
from shared.bus.keeper import Keeper
from shared.contracts.refused import Refused
from shared.telemetry.logs import logger

PREFETCH = 50
log = logger("bus")


def opened(message: Any) -> Any:
    """The JSON of a message; refuses what is too large or no JSON."""
    body = message.body or b""
    if len(body) > wire.SIZE_LIMIT:
        raise Refused("too_large")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise Refused("invalid", fields={"_": ["不是 JSON"]}) from problem


class VerbConsumer(SharedExtension):
    """Takes calls from the queue, hands each to its verb, sends the answer, then acknowledges:
    killed in between, the call comes back and its command id answers.
    """

    keeper = Keeper()

    def __init__(self) -> None:
        super().__init__()
        self.verbs: dict[str, VerbEntry] = {}

    def start(self) -> None:
        """Start listening; extensions are set up in any order, started after all are."""
        name = self.container.service_name
        queue = Queue(
            wire.verb_queue(name), rpc_exchange(), f"{name}.*", durable=False, auto_delete=True
        )
        self.consumer = Consumer(
            self.keeper.site.uri(name),
            queues=[queue],
            prefetch_count=PREFETCH,
            on_message=self.take,  # raw: what is decoded for us may already have done harm
        )
        self.container.spawn_managed_thread(self.consumer.run)
        self.consumer.wait_until_consumer_ready()

    def stop(self) -> None:
        """Stop listening; what is in work is finished by the container."""
        self.consumer.stop()

    def take(self, message: Any) -> None:
        """One message: refused at the door, or given to a worker."""
        verb = message.delivery_info["routing_key"].rsplit(".", 1)[-1]
        try:
            call = Call.arrive(verb, opened(message), message.properties, message.headers)
        except Refused as no:
            self.reply(message, self.keeper.desk.refusal(no))
            return
        entry = self.verbs.get(verb)
        known = self.keeper.desk.contract.verbs.get(verb) if entry else None
        procedure = entry.procedure if entry else None
        work = partial(self.keeper.desk.answer, known, procedure, call)
        worker = entry or next(iter(self.verbs.values()))  # an unknown verb borrows one
        spawn = partial(self.spawn, worker, work, message)
        self.container.spawn_managed_thread(spawn)

    def spawn(self, entry: "VerbEntry", work: Callable[[], Any], message: Any) -> None:
        """Wait for a free worker, apart from the consumer, which must go on with heartbeats."""
        try:
            self.container.spawn_worker(
                entry, (work,), {}, handle_result=partial(self.finish, message)
            )
        except ContainerBeingKilled:
            self.consumer.requeue_message(message)

    def finish(self, message: Any, _context: Any, answer: Any, problem: Any) -> tuple[Any, Any]:
        """Nameko's hook at the end of a worker: answer, then acknowledge."""
        self.reply(message, answer if problem is None else {"internal": "lost"})
        return answer, problem

    def reply(self, message: Any, answer: Any) -> None:
        """Send an answer to whoever asked; a reply that cannot be sent is a Late for the caller."""
        target = str(message.properties.get("reply_to") or "")
        try:
            if target.startswith("reply."):
                send(
                    message.channel,
                    answer,
                    wire.EXCHANGE,
                    target,
                    correlation_id=message.properties.get("correlation_id"),
                    user_id=self.container.service_name,
                )
            message.ack()
        except (amqp.exceptions.AMQPError, OSError) as problem:
            log.warning("reply lost", problem=type(problem).__name__)


class VerbEntry(Entrypoint):
    """One verb of one service."""

    consumer = VerbConsumer()

    def __init__(self, procedure: Procedure) -> None:
        super().__init__()
        self.procedure = procedure

    def setup(self) -> None:
        """Make the verb known to the queue's consumer."""
        self.consumer.verbs[self.method_name] = self
