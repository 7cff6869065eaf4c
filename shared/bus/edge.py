"""The edge on nameko: one queue of calls a service, answers on the channel of the request."""

from collections.abc import Callable
from functools import partial
from typing import Any

from nameko.exceptions import ContainerBeingKilled
from nameko.extensions import Entrypoint, SharedExtension

from shared.bus import call as wire
from shared.bus.channel import send, verb_queue
from shared.bus.consumer import Consumer, put_aside
from shared.bus.desk import Procedure
from shared.bus.keeper import Keeper
from shared.bus.link import FAILURES, writing
from shared.bus.request import Request
from shared.contracts.refused import Refused
from shared.telemetry.logs import logger

PREFETCH = 50
log = logger("bus")


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
        name, site = self.container.service_name, self.keeper.site
        queue = verb_queue(name, declare=site.is_embedded)
        self.consumer = Consumer(site.uri(name), [queue], self.take, prefetch=PREFETCH)
        self.container.spawn_managed_thread(self.consumer.run)
        self.consumer.wait_until_ready()

    def drain(self) -> None:
        """Take nothing more; what is in work is finished and answered on the open link."""
        self.consumer.drain()

    def stop(self) -> None:
        """Leave the bus; the container has waited for what was in work."""
        self.consumer.stop()

    def take(self, message: Any) -> None:
        """One message: put aside, refused at the door, or given to a worker."""
        request = Request.open(message, self.container.service_name)
        if request is None:
            put_aside(message, "nobody to answer, or round the rights")
            return
        try:
            call = request.call()
        except Refused as no:
            self.reply(request, self.keeper.desk.refusal(no))
            return
        self._work(request, call)

    def _work(self, request: Request, call: wire.Call) -> None:
        entry = self.verbs.get(call.verb)
        known = self.keeper.desk.contract.verbs.get(call.verb) if entry else None
        procedure = entry.procedure if entry else None
        work = partial(self.keeper.desk.answer, known, procedure, call)
        worker = entry or next(iter(self.verbs.values()))  # an unknown verb borrows one
        spawn = partial(self.spawn, worker, work, request)
        self.container.spawn_managed_thread(spawn)

    def spawn(self, entry: "VerbEntry", work: Callable[[], Any], request: Request) -> None:
        """Wait for a free worker, apart from the consumer, which must go on with heartbeats."""
        try:
            self.container.spawn_worker(
                entry, (work,), {}, handle_result=partial(self.finish, request)
            )
        except ContainerBeingKilled:
            self._end(request.message.requeue, request)

    def finish(self, request: Request, _context: Any, answer: Any, problem: Any) -> tuple[Any, Any]:
        """Nameko's hook at the end of a worker: answer, then acknowledge."""
        self.reply(request, answer if problem is None else {"internal": "lost"})
        return answer, problem

    def reply(self, request: Request, answer: dict[str, Any]) -> None:
        """Send an answer to whoever asked; a reply that cannot be sent is a Late for the caller."""
        try:
            self._end(partial(self._answer, request, answer), request)
        except wire.TooLarge:
            refusal = self.keeper.desk.refusal(Refused("too_large"))
            self._end(partial(self._answer, request, refusal), request)

    def _answer(self, request: Request, answer: dict[str, Any]) -> None:
        message = request.message
        send(
            message.channel,
            request.worded(answer),
            wire.EXCHANGE,
            request.reply_to,
            correlation_id=message.properties.get("correlation_id"),
            user_id=self.container.service_name,
        )
        with writing(message.channel):
            message.ack()

    def _end(self, act: Callable[[], None], request: Request) -> None:
        try:
            act()
        except FAILURES as problem:
            verb = request.verb[:60]
            log.warning("reply lost", verb=verb, problem=type(problem).__name__)


class VerbEntry(Entrypoint):
    """One verb of one service."""

    consumer = VerbConsumer()

    def __init__(self, procedure: Procedure) -> None:
        super().__init__()
        self.procedure = procedure

    def setup(self) -> None:
        """Make the verb known to the queue's consumer."""
        self.consumer.verbs[self.method_name] = self

    def stop(self) -> None:
        """The container's first word at a graceful stop."""
        self.consumer.drain()
