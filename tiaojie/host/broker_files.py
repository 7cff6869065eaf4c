"""What lies in the folder of a private broker: its place, settings and first user."""

import json
import secrets
import shutil
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

from shared.access.private_file import write_private
from tiaojie.host.passwords import ADMIN, HASHING, hash_of

LOOPBACK = "127.0.0.1"
# Below the range from which Linux takes the near end of connections (32768 and up): a port kept in
# a file must still be free after a restart, and a client that knocks at a dead broker's port could
# otherwise be given that very port and talk to itself.
LOWEST, HIGHEST = 15_000, 32_000
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
MiB = 1024 * 1024

# Sizes: a message is at most 1 MB (shared/bus/call.py), so 4 MiB is already a mistake or an attack;
# the write-ahead log of quorum queues is held in memory up to its size, 512 MiB unless told.
SETTINGS = """\
listeners.tcp.1 = {loopback}:{amqp}
management.tcp.ip = {loopback}
management.tcp.port = {management}
load_definitions = admin.json
vm_memory_high_watermark.absolute = {memory}
disk_free_limit.absolute = {disk}
raft.wal_max_size_bytes = {wal}
max_message_size = {message}
log.file.level = warning
"""
# Two schedulers that do not spin: the node is small and shares the machine
ERLANG = (
    "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"
)


@dataclass(frozen=True)
class Place:
    """The node's name and its ports: of the bus, the management API, the node itself, its epmd."""

    name: str
    amqp: int
    management: int
    distribution: int
    epmd: int


def place(folder: Path) -> Place:
    """The place kept in the folder, picked and written there at the first look."""
    file = folder / "place.json"
    if file.exists():
        return Place(**json.loads(file.read_text("utf-8")))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    picked = Place(f"tiaojie-{secrets.token_hex(4)}", *_free_ports(4))
    draft = folder / ".place.json"
    draft.write_text(json.dumps(asdict(picked)), "utf-8")
    draft.replace(file)
    return picked


def _free_ports(count: int) -> list[int]:
    ports: set[int] = set()
    while len(ports) < count:
        port = LOWEST + secrets.randbelow(HIGHEST - LOWEST)
        if _is_free(port):
            ports.add(port)
    return sorted(ports)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def write(folder: Path, where: Place, admin_password: str) -> None:
    """Settings, plugins, cookie and the first user; written anew at each start, the cookie once."""
    for name in ("home", "mnesia", "log", "conf.d"):
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    (folder / "rabbitmq.conf").write_text(_settings(where), "utf-8")
    (folder / "plugins").write_text("[rabbitmq_management].\n")
    (folder / "env.conf").write_text("")  # else the machine's own /etc/rabbitmq is read
    (folder / "advanced.config").write_text("[].\n")
    write_private(folder / "admin.json", json.dumps(_first_user(admin_password)))
    cookie = folder / "home/.erlang.cookie"
    if not cookie.exists():
        write_private(cookie, secrets.token_hex(16))


def _settings(where: Place) -> str:
    return SETTINGS.format(
        loopback=LOOPBACK,
        amqp=where.amqp,
        management=where.management,
        memory=512 * MiB,
        disk=100 * MiB,
        wal=16 * MiB,
        message=4 * MiB,
    )


def _first_user(password: str) -> dict[str, list[dict[str, str]]]:
    """Definitions with `admin` alone: a node that loads definitions makes no guest and no vhost."""
    hashed = {"password_hash": hash_of(password), "hashing_algorithm": HASHING}
    return {"users": [{"name": ADMIN, "tags": "administrator", **hashed}]}


def environment(folder: Path, where: Place) -> dict[str, str]:
    """The whole environment of the node: nothing of the caller's, nothing of /etc/rabbitmq."""
    there = folder.absolute()
    return {
        "PATH": f"{_beside('erl')}{PATH}",
        "LANG": "C.UTF-8",
        "HOME": f"{there}/home",
        "ERL_EPMD_ADDRESS": LOOPBACK,
        "ERL_EPMD_PORT": str(where.epmd),
        "RABBITMQ_NODENAME": f"{where.name}@localhost",
        "RABBITMQ_DIST_PORT": str(where.distribution),
        "RABBITMQ_MNESIA_BASE": f"{there}/mnesia",
        "RABBITMQ_LOG_BASE": f"{there}/log",
        "RABBITMQ_PID_FILE": f"{there}/pid",
        "RABBITMQ_ENABLED_PLUGINS_FILE": f"{there}/plugins",
        "RABBITMQ_CONF_ENV_FILE": f"{there}/env.conf",
        "RABBITMQ_CONFIG_FILE": f"{there}/rabbitmq",
        "RABBITMQ_CONFIG_FILES": f"{there}/conf.d",
        "RABBITMQ_ADVANCED_CONFIG_FILE": f"{there}/advanced.config",
        "RABBITMQ_GENERATED_CONFIG_DIR": f"{there}/conf.d",
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": f"{ERLANG} {mark(where)}",
    }


def mark(where: Place) -> str:
    """What tells this node's process from all others."""
    return f"-{where.name}"


def _beside(program: str) -> str:
    found = shutil.which(program)
    return f"{Path(found).parent}:" if found else ""
