"""A service of the bus that answers what a test tells it to, and rings a journal of its own."""

import hashlib
import json
import threading
from contextlib import suppress

from kombu import Connection, Consumer, Exchange, Queue

from tiaojie_client.follow import START

CALLS = Exchange("tiaojie-rpc", "topic", durable=True, no_declare=True)


class Peer:
    """`answers[verb](payload)` gives the wire answer; None says nothing. `asked` are all calls."""

    def __init__(self, node, name="intake"):
        self.node, self.name = node, name
        self.answers = {"read_journal": self.read_journal}
        self.asked, self.journal, self.stopped = [], [], threading.Event()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)

    def __enter__(self):
        self.thread.start()
        assert self.ready.wait(10)
        return self

    def __exit__(self, *_):
        self.stopped.set()
        self.thread.join(10)

    def connect(self):
        return Connection(self.node.url, userid=self.name, password=self.node.password(self.name))

    def run(self):
        with self.connect() as connection:
            queue = Queue(f"verbs.{self.name}", CALLS, f"{self.name}.*", auto_delete=True)
            with Consumer(connection.channel(), [queue], on_message=self.take):
                self.ready.set()
                while not self.stopped.is_set():
                    with suppress(TimeoutError):
                        connection.drain_events(timeout=0.1)

    def take(self, message):
        verb = message.delivery_info["routing_key"].split(".")[-1]
        payload = json.loads(message.body)
        self.asked.append((verb, payload, message))
        answer = self.answers[verb](payload)
        if answer is not None:
            self.reply(message, answer)
        message.ack()

    def reply(self, message, answer):
        asked, target = message.properties, message.properties["reply_to"]
        properties = {"user_id": self.name, "correlation_id": asked["correlation_id"]}
        publish(message.channel, answer, "tiaojie-rpc", target, **properties)

    def append(self, *types, line=True):
        """New entries, not rung."""
        for type_ in types:
            at = self.journal[-1] if self.journal else {"seq": 0, "hash": START.hash}
            text = json.dumps({"id": f"e-{at['seq'] + 1}", "type": type_, "subject": "c-1"})
            hash_ = hashlib.sha256(bytes.fromhex(at["hash"]) + text.encode()).hexdigest()
            shown = text if line else None
            self.journal.append({"seq": at["seq"] + 1, "hash": hash_, "line": shown})

    def ring(self, *seqs, user=None):
        """Ring the entries of these places."""
        with self.connect() as connection:
            for seq in seqs:
                entry, user_id = self.journal[seq - 1], user or self.name
                exchange = f"{self.name}.journal"
                publish(connection.default_channel, entry, exchange, "entry", user_id=user_id)

    def read_journal(self, payload):
        after, hash_ = payload["after"], payload["hash"]
        if after and (after > len(self.journal) or self.journal[after - 1]["hash"] != hash_):
            return {"refused": {"code": "diverged", "message": "日志不符", "details": {}}}
        page = self.journal[after : after + payload["limit"]]
        return {"answer": {"entries": page, "head": len(self.journal)}}

    def times(self, verb):
        return sum(1 for asked, _, _ in self.asked if asked == verb)


def publish(channel, value, exchange, key, **properties):
    text = json.dumps(value, ensure_ascii=False)
    message = channel.prepare_message(
        text, content_type="application/json", content_encoding="utf-8", properties=properties
    )
    channel.basic_publish(message, exchange, key)
