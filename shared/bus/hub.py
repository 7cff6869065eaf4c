"""The tick of the hub: how late a green thread wakes that asked to be woken soon."""

from time import monotonic

import eventlet

from shared.telemetry.metrics import HUB_LAG

TICK_S, ALIVE_S = 0.5, 5.0


class Ticker:
    """Ticks for as long as the hub turns."""

    def __init__(self) -> None:
        self.last = monotonic()

    def run(self) -> None:
        """Tick, and note how late each tick came."""
        while True:
            eventlet.sleep(TICK_S)
            now = monotonic()
            HUB_LAG.observe(max(0.0, now - self.last - TICK_S))
            self.last = now

    def is_alive(self) -> bool:
        """Whether the last tick is young. A hub that stands answers nobody, which says the same."""
        return monotonic() - self.last < ALIVE_S
