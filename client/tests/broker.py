"""A RabbitMQ of our own for the time of the tests: free ports, loopback, gone afterwards."""

import base64
import hashlib
import json
import os
import signal
import socket
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from kombu import Connection

SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
EPMD = Path("/usr/bin/epmd")
VHOST, PASSWORD = "tiaojie", "not-a-secret"
CLIENT, OTHER = "client.220122100201.hotline", "client.220122100201.police"
USERS = ("intake", CLIENT, OTHER)
PAUSE = Event()


def own_names(user):
    """What a user may make, write to and read from. A service here may do all; an outside system
    makes its own queues, calls, and reads journals.
    """
    if not user.startswith("client."):
        return {"configure": ".*", "write": ".*", "read": ".*"}
    name = user.replace(".", r"\.")
    own = rf"^(reply\.{name}\.[0-9a-f]{{32}}|{name}\.from\..*|rpc\.reply-{name}-.*"
    return {
        "configure": f"{own})$",
        "write": rf"{own}|tiaojie-rpc)$",
        "read": rf"{own}|tiaojie-rpc|.*\.journal)$",
    }


def definitions():
    """Users, rights and exchanges, as `tiaojie broker setup` leaves them."""
    durable = {"vhost": VHOST, "durable": True, "auto_delete": False, "internal": False}
    topic = {**durable, "type": "topic", "arguments": {}}
    return {
        "vhosts": [{"name": VHOST}],
        "users": [
            {"name": user, "password_hash": hashed(PASSWORD), "tags": "", "limits": {}}
            for user in USERS
        ],
        "permissions": [{"user": user, "vhost": VHOST, **own_names(user)} for user in USERS],
        "exchanges": [{**topic, "name": "tiaojie-rpc"}, {**topic, "name": "intake.journal"}],
    }


def hashed(password):
    """RabbitMQ's salted SHA-256."""
    salt = os.urandom(4)
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode()


def free_ports(how_many):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(how_many)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Broker:
    """One node in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.port, self.dist, self.epmd_port = free_ports(3)
        self.url = f"amqp://127.0.0.1:{self.port}/{VHOST}"
        (folder / "definitions.json").write_text(json.dumps(definitions()))
        (folder / "rabbitmq.conf").write_text(
            f"listeners.tcp.1 = 127.0.0.1:{self.port}\n"
            f"load_definitions = {folder}/definitions.json\n"
            "disk_free_limit.absolute = 10MB\n"
        )
        (folder / "enabled_plugins").write_text("[].")

    def environment(self):
        places = {
            "RABBITMQ_CONFIG_FILE": self.folder / "rabbitmq.conf",
            "RABBITMQ_CONF_ENV_FILE": self.folder / "none",
            "RABBITMQ_MNESIA_BASE": self.folder / "mnesia",
            "RABBITMQ_LOG_BASE": self.folder / "log",
            "RABBITMQ_ENABLED_PLUGINS_FILE": self.folder / "enabled_plugins",
            "RABBITMQ_GENERATED_CONFIG_DIR": self.folder / "generated",
            "HOME": self.folder,
        }
        return {
            **{name: str(value) for name, value in places.items()},
            "PATH": "/usr/bin:/bin",
            "RABBITMQ_NODENAME": f"t{self.port}@localhost",
            "RABBITMQ_DIST_PORT": str(self.dist),
            "ERL_EPMD_PORT": str(self.epmd_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none"
            " -kernel inet_dist_use_interface {127,0,0,1}",
        }

    def start(self):
        epmd = [str(EPMD), "-port", str(self.epmd_port), "-address", "127.0.0.1"]
        self.epmd = subprocess.Popen(epmd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with (self.folder / "out.log").open("wb") as log:
            self.server = subprocess.Popen(
                [str(SERVER)],
                env=self.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait()

    def wait(self):
        for _ in range(600):
            if self.server.poll() is not None:
                raise AssertionError((self.folder / "out.log").read_text())
            with suppress(OSError), Connection(self.url, userid="intake", password=PASSWORD) as c:
                c.connect()
                return
            PAUSE.wait(0.1)
        raise AssertionError((self.folder / "out.log").read_text())

    def freeze(self):
        os.killpg(self.server.pid, signal.SIGSTOP)

    def thaw(self):
        os.killpg(self.server.pid, signal.SIGCONT)

    def kill(self):
        for process, end in ((self.server, os.killpg), (self.epmd, os.kill)):
            with suppress(ProcessLookupError):
                end(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def broker(folder):
    node = Broker(folder)
    node.start()
    try:
        yield node
    finally:
        node.kill()
