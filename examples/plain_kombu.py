"""Register a case, read how it stands, hear what becomes of it: with kombu alone.

python plain_kombu.py amqp://host:5672/tiaojie client.220122100201.hotline password-file
"""

import json
import sys
from pathlib import Path
from uuid import uuid4

from kombu import Connection, Consumer, Exchange, Producer, Queue

URL, USER, PASSWORD = sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_text("utf-8").strip()
REPLY = f"reply.{USER}.{uuid4().hex}"
CALLS, JOURNAL = (Exchange(n, "topic", no_declare=True) for n in ("tiaojie-rpc", "intake.journal"))
ANSWERS = Queue(REPLY, CALLS, REPLY, auto_delete=True)
QUORUM = {"x-queue-type": "quorum", "x-single-active-consumer": True}
BELLS = Queue(f"{USER}.from.intake", JOURNAL, "#", queue_arguments=QUORUM)


def ask(channel, verb, limit_s=5, **payload):
    """Intake's answer. Raises NotFound if it is absent; TimeoutError if it is late, when nobody
    knows whether it was done: the same command_id may be asked again without harm.
    """
    id_, heard, header = uuid4().hex, [], {"tj-ttl-ms": limit_s * 1000}
    properties = {"user_id": USER, "reply_to": REPLY, "correlation_id": id_, "delivery_mode": 1}
    with Consumer(channel, [ANSWERS], on_message=heard.append, no_ack=True):
        producer = Producer(channel, CALLS, f"intake.{verb}")
        producer.publish(payload, mandatory=True, expiration=limit_s, headers=header, **properties)
        while not heard or heard[-1].properties["correlation_id"] != id_:
            connection.drain_events(timeout=limit_s)
    reply = json.loads(heard[-1].body)
    return reply["answer"] if "answer" in reply else sys.exit(f"没有办成：{reply}")


def tell(message):
    """A bell: the sealed entry. One may be lost: `read_journal` after the last number finds it."""
    entry = json.loads(json.loads(message.body)["line"] or "{}")
    print(entry.get("type"), entry.get("subject"), flush=True)


with Connection(URL, userid=USER, password=PASSWORD) as connection, connection.channel() as channel:
    BELLS(channel).declare()  # before we ask, so that nothing rings unheard
    place = {"division": USER.split(".")[1], "source": "application", "way": "phone"}
    case = ask(
        channel, "register_case", command_id=uuid4().hex, text="楼上漏水，要求赔偿。", **place
    )
    print(case["reference"], ask(channel, "get_case", case=case["case"])["state"], flush=True)
    with Consumer(channel, [BELLS], on_message=tell, no_ack=True):
        while True:
            connection.drain_events()
