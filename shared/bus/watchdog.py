"""The watchdog: a native thread that ends the process when its hub has not moved for a minute; a
supervisor starts it again. A process that stands still answers nobody and says nothing.
"""

import os

import eventlet
from eventlet import patcher

LIMIT_S, STUCK = 60.0, 70
threading, time = patcher.original("threading"), patcher.original("time")
beat = [0.0]


def start() -> None:
    """Watch this process from now on."""
    beat[0] = time.monotonic()
    eventlet.spawn_n(_tick)
    threading.Thread(target=_watch, daemon=True).start()


def _tick() -> None:
    while True:
        beat[0] = time.monotonic()
        eventlet.sleep(1)


def _watch() -> None:
    while time.monotonic() - beat[0] < LIMIT_S:
        time.sleep(1)
    os.write(2, b'{"event": "watchdog", "why": "the hub stood still"}\n')
    os._exit(STUCK)
