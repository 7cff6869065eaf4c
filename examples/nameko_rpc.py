"""A nameko application of another office asks tiaojie with nameko's own ServiceRpc (nameko 3).

python nameko_rpc.py amqp://host:5672/tiaojie client.220122100201.hotline password-file
"""

import eventlet

eventlet.monkey_patch()

import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from uuid import uuid4  # noqa: E402

import nameko.rpc  # noqa: E402
from nameko import config  # noqa: E402
from nameko.exceptions import RemoteError  # noqa: E402
from nameko.rpc import ServiceRpc, get_rpc_exchange  # noqa: E402
from nameko.runners import ServiceRunner  # noqa: E402
from nameko.timer import timer  # noqa: E402

URL, USER = sys.argv[1:3]
SCHEME, _, PLACE = URL.partition("://")
PASSWORD = Path(sys.argv[3]).read_text("utf-8").strip()
config.setup({"AMQP_URI": f"{SCHEME}://{USER}:{PASSWORD}@{PLACE}", "rpc_exchange": "tiaojie-rpc"})


def exchange_of_the_site():
    """The site's exchange as it stands: an outside system may not declare any."""
    exchange = get_rpc_exchange()
    exchange.no_declare = True
    return exchange


nameko.rpc.get_rpc_exchange = exchange_of_the_site
nameko.rpc.RPC_REPLY_QUEUE_TEMPLATE = f"reply.{USER}.{uuid4().hex}"  # a name that its user may use

WAITING = [  # each keeps its command_id until it is answered: a repeat registers nothing twice
    {
        "command_id": uuid4().hex,
        "division": USER.split(".")[1],
        "source": "application",
        "way": "phone",
        "text": "楼上漏水，要求赔偿一万二千元。",
    }
]


class Hotline:
    """A service of the other office: hands over what came in."""

    name = "hotline"
    intake = ServiceRpc("intake", user_id=USER, expiration=5)  # seconds; the broker checks user_id

    @timer(interval=2)
    def hand_over(self):
        """Fields go by name; a refusal comes as a RemoteError."""
        while WAITING:
            try:
                case = self.intake.register_case(**WAITING[0])
                shown = self.intake.get_case(case=case["case"])
            except RemoteError as no:
                print("没有办成：", no, flush=True)
                return
            print(case["reference"], shown["state"], flush=True)
            WAITING.pop(0)


runner = ServiceRunner()
runner.add_service(Hotline)
runner.start()
runner.wait()
