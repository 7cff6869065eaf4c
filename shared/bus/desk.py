"""Answering one call: who asks, is it well formed, was it done before, carry it out, say so.

This is the one place where an unexpected exception is caught: it becomes `internal` with an id.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from marshmallow import ValidationError
from sqlalchemy.exc import DBAPIError

from shared.access.principal import Principal
from shared.access.token import Unproved
from shared.bus import call as wire
from shared.bus.call import Call
from shared.bus.context import Context, Send
from shared.bus.outcome import Absent, Late
from shared.bus.site import Site
from shared.contracts.contract import Contract
from shared.contracts.language import Verb
from shared.contracts.refused import Refused
from shared.ledger.commands import AlreadyDone, Order
from shared.ledger.database import is_weather
from shared.ledger.ledger import Ledger
from shared.ledger.transaction import KeptAnswer
from shared.telemetry.logs import bound, logger
from shared.telemetry.metrics import VERB_SECONDS, VERBS

Procedure = Callable[[Context, Mapping[str, Any]], Any]
COMMIT_TRIES = 3  # a deadlock or a serialization failure is nobody's fault
HANDLER_S = 60.0  # handlers and jobs answer nobody, but may not ask for ever
log = logger("bus")


@dataclass(frozen=True)
class Desk:
    """One service's desk: what all its calls, handlers and jobs share."""

    contract: Contract
    site: Site
    ledger: Ledger
    send: Send
    drivers: Mapping[str, Any] = field(default_factory=dict)

    def context(self, principal: Principal, **more: Any) -> Context:
        """A context for this principal."""
        more.setdefault("deadline", time.monotonic() + HANDLER_S)
        return Context(
            principal,
            self.ledger,
            self.site.clock,
            self.site.vault,
            self.send,
            self.site.settings.division,
            self.drivers,
            **more,
        )

    def own_context(self, correlation: str) -> Context:
        """A context of the service acting by itself."""
        return self.context(Principal.system(self.contract.service), correlation=correlation)

    def answer(self, verb: Verb | None, procedure: Procedure | None, call: Call) -> dict[str, Any]:
        """The wire answer to a call; never raises."""
        started, name = time.monotonic(), verb.name if verb else "unknown"
        with bound(call.correlation, self.contract.service, verb=name):
            outcome, reply = self._outcome(verb, procedure, call)
            seconds = time.monotonic() - started
            say = log.info if verb and verb.writes else log.debug
            say("answered", outcome=outcome, seconds=round(seconds, 4))
        VERBS.labels(self.contract.service, name, outcome).inc()
        VERB_SECONDS.labels(self.contract.service, name).observe(seconds)
        return reply

    def _outcome(
        self, verb: Verb | None, procedure: Procedure | None, call: Call
    ) -> tuple[str, dict[str, Any]]:
        try:
            if verb is None or procedure is None:
                raise Refused("unknown_verb", verb=call.verb[:60])
            answer = self._carry_out(verb, procedure, call)
            return "answered", {"answer": verb.outlet.dump(answer)}
        except Refused as no:
            return no.code, self.refusal(no)
        except (Absent, Late) as away:
            return "absent", self.refusal(Refused("depends_on_absent", service=str(away)))
        except Exception as problem:
            if is_weather(problem):
                log.warning("database away", problem=type(problem).__name__)
                return "database_away", self.refusal(Refused("database_away"))
            id_ = uuid4().hex
            log.exception("internal", id=id_)
            return "internal", {"internal": id_}

    def refusal(self, no: Refused) -> dict[str, Any]:
        """A Refused with the sentence that the contract has for its code."""
        return wire.refusal(no.code, no.message or self.contract.refusal(no.code).zh, no.details)

    def _carry_out(self, verb: Verb, procedure: Procedure, call: Call) -> Any:
        if call.left <= 0:
            raise Refused("time_spent")
        principal = self.principal(call)
        if principal.role not in verb.roles:
            raise Refused("not_allowed", role=principal.role)
        payload = loaded(verb.intake, call.payload)
        deadline = min(call.deadline, time.monotonic() + verb.limit_s)
        parts = {"token": call.token, "correlation": call.correlation, "deadline": deadline}
        context = self.context(principal, **parts)
        if not verb.writes:
            return procedure(context, payload)
        order = Order.of(verb.name, principal.actor, call.payload)
        return self._once(procedure, replace(context, order=order), payload)

    def _once(self, procedure: Procedure, context: Context, payload: Mapping[str, Any]) -> Any:
        assert context.order is not None  # noqa: S101 - said to the type checker
        done = self.ledger.recall(context.order)
        if done is not None:
            return done
        for attempt in range(COMMIT_TRIES):
            try:
                return kept(procedure(context, payload))
            except AlreadyDone as twin:
                return twin.answer
            except DBAPIError as problem:
                if not is_passing(problem) or attempt == COMMIT_TRIES - 1:
                    raise
        raise AssertionError

    def principal(self, call: Call) -> Principal:
        """Who asks: the person whom a token proves, else the service that the bus proves."""
        if call.token is None:
            return Principal.of_user(call.user)
        try:
            return self.site.signer.verify(call.token)
        except Unproved as problem:
            raise Refused("unproved") from problem


def kept(answer: Any) -> KeptAnswer:
    """The answer of a command, if it is the one that every repeat will get."""
    if not isinstance(answer, KeptAnswer):
        raise TypeError("a command returns what its transaction kept")
    return answer


def loaded(schema: Any, payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """The payload as its schema reads it; refuses `invalid` with the wrong fields by name."""
    try:
        value: Mapping[str, Any] = schema.load(payload)
    except ValidationError as problem:
        raise Refused("invalid", fields=problem.messages) from problem
    return value


def is_passing(problem: DBAPIError) -> bool:
    """A deadlock or serialization failure (PostgreSQL 40P01, 40001): worth another try at once."""
    return getattr(problem.orig, "sqlstate", None) in ("40001", "40P01")
