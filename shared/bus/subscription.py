"""A subscription: one queue per subscriber and source. The queue is only a hint, so it may lose;
order and exactness come from the cursor. All types arrive: a filter would look like a gap.
"""

import json
import threading
from collections import deque
from time import monotonic
from typing import Any

from nameko.extensions import Entrypoint

from shared.bus.channel import subscription_queue
from shared.bus.consumer import Consumer
from shared.bus.follower import EntryHandler, Follower
from shared.bus.keeper import Keeper
from shared.bus.outcome import Absent, Internal, Late
from shared.contracts.refused import Refused
from shared.ledger.chain import Sealed
from shared.ledger.cursors import Diverged, Gap
from shared.ledger.database import WEATHER
from shared.telemetry.logs import logger

QUIET_S, PULL_S, PULL_BROKER_S, BUFFER = 2.0, 1.0, 15.0, 5000
log = logger("bus")


class Subscription(Entrypoint):
    """Follows one source for as long as the container lives."""

    keeper = Keeper()

    def __init__(self, source: str, handlers: dict[str, EntryHandler]) -> None:
        super().__init__()
        self.source, self.handlers = source, handlers
        self.heard: deque[Sealed] = deque(maxlen=BUFFER)
        self.awake, self.stopped = threading.Event(), False
        self.pull, self.pulled = True, 0.0

    def start(self) -> None:
        """Follow, from where the cursor stands."""
        me = self.container.service_name
        site = self.keeper.site
        queue = subscription_queue(me, self.source, declare=site.is_embedded)
        self.quiet_s = PULL_S if site.is_embedded else PULL_BROKER_S
        self.consumer = Consumer(site.uri(me), [queue], self.hear, self.look, no_ack=True)
        self.follower = Follower(self.keeper.desk, self.source, self.handlers)
        self.keeper.subscriptions.append(self)
        self.container.spawn_managed_thread(self.consumer.run)
        self.container.spawn_managed_thread(self.follow_for_ever)

    def stop(self) -> None:
        """Take nothing more."""
        self.stopped = True
        self.consumer.stop()
        self.awake.set()

    def look(self, _channel: Any = None) -> None:
        """Read the journal now; after each new link too, for what was rung meanwhile is lost."""
        self.pull = True
        self.awake.set()

    def hear(self, message: Any) -> None:
        """A bell: believed only from the source itself; one that cannot be read makes us look."""
        if message.properties.get("user_id") != self.source:
            return
        try:
            self.heard.append(Sealed.from_wire(json.loads(message.body)))
        except (ValueError, KeyError, TypeError):
            self.pull = True
        self.awake.set()

    def follow_for_ever(self) -> None:
        """Bells while they come in order; else pull what lies between."""
        self.keeper.caller.consumer.wait_until_ready()
        while not self.stopped:
            self.awake.clear()
            self.pull |= monotonic() > self.pulled + self.quiet_s
            pull, self.pull = self.pull, False
            self.pull |= self._step(pull=pull)
            if not self.heard and not self.pull:
                self.awake.wait(QUIET_S)

    def _step(self, *, pull: bool) -> bool:
        """One round; True if the next one must pull."""
        self.follower.busy = True
        try:
            if pull:
                self.follower.catch_up()
                self.pulled = monotonic()
            while self.heard:
                self.follower.take(self.heard.popleft())
            self.follower.retry()
        except Gap:
            return True
        except (Absent, Late, Internal, *WEATHER) as away:
            self._pause(away)
        except (Diverged, Refused) as wrong:
            log.error("diverged", source=self.source, problem=str(wrong))
            self._pause(wrong)
        finally:
            self.follower.busy = False
        return False

    def _pause(self, why: Exception) -> None:
        """Nothing to be done about it here: look again after a quiet moment."""
        log.info("source away", source=self.source, problem=type(why).__name__)
        self.pull = True
        self.awake.wait(QUIET_S)
