"""A process of the small services: `python -m tests.bench.serve left right|reader`."""

import shared.bus.green  # noqa: F401, I001 - first of all

import signal
import sys

import eventlet

from shared.access.keys import load_key
from shared.access.token import Signer
from shared.access.vault import Vault
from shared.bus.service import listens
from shared.bus.site import Site
from shared.bus.suite import Suite
from shared.calendar.clock import SystemClock
from shared.settings.site import SiteSettings
from shared.telemetry.logs import configure
from tests.bus import two_services as two


def note(context, tx, heard, _fact):
    two.note_thing(context, tx, heard, 0)


class Reader(two.Right):
    """`right` as it would be if it asked nobody: an entry costs what following costs."""

    thing_made = listens("left", "thing_made", commit=note)


CLASSES = {"left": two.Left, "right": two.Right, "reader": Reader}


def site_of(settings):
    machine, keys = SystemClock(), settings.key_folder
    signer = Signer(lambda: machine.now().timestamp(), load_key(keys))
    return Site(settings, Vault.read_folder(keys), signer=signer)


def main(names):
    configure("warning")
    told = eventlet.event.Event()
    signal.signal(signal.SIGTERM, lambda *_: told.send())
    suite = Suite(site_of(SiteSettings.read()), [CLASSES[name] for name in names])
    suite.start()
    told.wait()
    suite.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
