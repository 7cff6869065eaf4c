"""`python -m client.tests.site FOLDER [intake]`: a broker with the rights of a site, two outside
systems, and if told so the real intake, alone; until stdin ends. Says where it is, as JSON.
"""

import shared.bus.green  # noqa: F401, I001

import json
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path

from eventlet import tpool

from services.intake.service import Intake
from shared.telemetry.logs import configure
from shared.testing.running import running
from tiaojie.host.broker import Broker
from tiaojie.host.definitions import members, wanted
from tiaojie.host.passwords import obtain
from tiaojie.host.rights import Client
from tiaojie.host.setup import set_up

SITE, VHOST, VILLAGE = "0123456789abcdef", "tiaojie", "220122100201"
MAY_ASK = ("register_case", "record_party", "get_case", "list_cases", "read_journal", "health")
ASKS = (*(f"intake.{verb}" for verb in MAY_ASK), "supervision.health")
CLIENTS = tuple(Client(name, VILLAGE, ASKS, ("intake",)) for name in ("hotline", "police"))


@contextmanager
def broker(folder):
    node = Broker(folder / "node", folder / "secrets")
    node.start()
    try:
        state = wanted(members(), CLIENTS, (), SITE, VHOST)
        passwords, _ = obtain(node.secrets, [user["name"] for user in state["users"]])
        list(set_up(node.management(), state, passwords))
        yield node
    finally:
        node.kill()
        node.stop()


def main(folder, *named):
    configure("warning")
    with broker(folder) as node:
        url, secrets = node.bus_url(VHOST), str(node.secrets)
        serving = running(folder / "data", [Intake], bus=url, secrets=secrets)
        with serving if named else nullcontext():
            told = {"url": url, "secrets": secrets, "pid": node.pid}
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()
            tpool.execute(sys.stdin.read)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
