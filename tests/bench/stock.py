"""The same answer by nameko as it comes: `serve`, or `calls COUNT AT_ONCE` from a service that asks
it (ServiceRpc). STOCK_URI says where.
"""

import warnings

warnings.simplefilter("ignore")  # eventlet's and nameko's own

import eventlet  # noqa: E402

eventlet.monkey_patch()

import json  # noqa: E402
import logging  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402

from nameko import config  # noqa: E402
from nameko.containers import ServiceContainer  # noqa: E402
from nameko.rpc import ServiceRpc, rpc  # noqa: E402
from nameko.standalone.rpc import ServiceRpcClient  # noqa: E402

from tests.bench.timing import timed  # noqa: E402

WARM = 50


class Stock:
    """What `left` answers."""

    name = "stock"

    @rpc
    def get_thing(self, thing):
        return {"thing": thing, "n": 7}


class Driver:
    """A service that asks it."""

    name = "driver"
    stock = ServiceRpc("stock")

    @rpc
    def drive(self, count, at_once):
        def ask(n):
            return self.stock.get_thing(thing=f"t-{n}")

        timed(ask, WARM, at_once)
        return timed(ask, count, at_once)


def serve():
    container = ServiceContainer(Stock)
    container.start()
    container.wait()


def calls(count, at_once):
    container = ServiceContainer(Driver)
    container.start()
    with ServiceRpcClient("driver") as driver:
        sys.stdout.write(json.dumps(driver.drive(int(count), int(at_once))))
        sys.stdout.flush()
    container.stop()


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    config.setup({"AMQP_URI": os.environ["STOCK_URI"]})
    {"serve": serve, "calls": calls}[sys.argv[1]](*sys.argv[2:])
