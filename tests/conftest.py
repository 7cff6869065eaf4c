"""Before anything else: the same green standard library, and the same logs, as the product has."""

import shared.bus.green  # noqa: F401, I001

from private_broker import broker  # noqa: F401 - one node for the whole run
from shared.telemetry.logs import configure

configure("warning")
