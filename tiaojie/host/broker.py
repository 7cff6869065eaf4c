"""A private RabbitMQ node for a bare host, made of the distribution's package: own name, ports,
cookie, name server (epmd) and folders, on loopback only. It touches no other node of the machine,
needs no root, and two of them run side by side.

node = Broker(folder, secrets)
node.start()    # then node.bus_url("tiaojie") and node.admin_url
node.kill()     # as a crash does; start() comes back with all that was durable
node.stop()
"""

import shutil
import signal
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import monotonic

from tiaojie.host import broker_files as files
from tiaojie.host.management import Management, ManagementAway, ManagementRefused
from tiaojie.host.passwords import ADMIN, bus_file, password_of
from tiaojie.host.processes import end, find, is_running, memory_of, run_detached

DEBIAN = Path("/usr/lib/rabbitmq/bin")  # the one on PATH wants root or `rabbitmq`
MISSING = (
    "这台机器上没有 RabbitMQ。安装：sudo deploy/host/install-rabbitmq.sh"
    "（即 apt-get install -y --no-install-recommends rabbitmq-server）"
)
NOT_ASCII = (  # 3.10: its management agent dies of such a path
    "RabbitMQ 的目录只能用英文字母和数字，而这里是 {folder}；"
    "请换一个数据目录，如 --data /srv/tiaojie"
)
UNKNOWN_USER = 401
NO_ENTRY = "密码文件 {file} 与消息代理里的不同；从备份恢复它"
SERVER = "rabbitmq-server"
START_S, STOP_S, BEAT_S, SHOWN_LINES = 120.0, 60.0, 0.2, 15


class BrokerMissing(Exception):
    """RabbitMQ is not installed; the text is Chinese and says how to install it."""


class BrokerFailed(Exception):
    """The node does not come up or does not end; the text is Chinese and says where to look."""


@dataclass(frozen=True)
class Status:
    """How a node stands: `stopped`, `starting` (it lives and does not answer) or `running`."""

    state: str
    pid: int | None = None
    memory: int = 0  # bytes resident


@dataclass(frozen=True)
class Broker:
    """One node, whole in `folder`; the password of its user `admin` lies in `secrets`."""

    folder: Path
    secrets: Path

    @cached_property
    def place(self) -> files.Place:
        """Its name and ports, picked at the first look and kept."""
        return files.place(self.folder)

    @property
    def admin_url(self) -> str:
        """The management API, as `SiteSettings.admin` wants it."""
        return f"http://{files.LOOPBACK}:{self.place.management}"

    def bus_url(self, vhost: str) -> str:
        """The bus of a site, as `SiteSettings.bus` wants it."""
        return f"amqp://{files.LOOPBACK}:{self.place.amqp}/{vhost}"

    def management(self) -> Management:
        """The management API in the name of `admin`."""
        return Management(self.admin_url, password_of(self.secrets, ADMIN))

    def start(self, limit_s: float = START_S) -> None:
        """Start and wait until it answers, or find it running. Raises BrokerMissing,
        BrokerFailed.
        """
        shell = None if self.pid else self._launch()
        self._check_password()
        until = monotonic() + limit_s
        while self.status().state != "running":
            lives = shell is None or self.pid or is_running(shell, SERVER)
            if monotonic() > until or not lives:
                if shell is not None:
                    self.stop()
                raise BrokerFailed(self._what_it_said())
            threading.Event().wait(BEAT_S)

    def _check_password(self) -> None:
        """A node that runs and does not know our password will not become ready by waiting."""
        try:
            self.management().get("whoami")
        except ManagementAway:
            return
        except ManagementRefused as no:
            if no.status == UNKNOWN_USER:
                raise BrokerFailed(NO_ENTRY.format(file=bus_file(self.secrets, ADMIN))) from no

    def _launch(self) -> int:
        server = server_program()
        if not str(self.folder.absolute()).isascii():
            raise BrokerFailed(NOT_ASCII.format(folder=self.folder.absolute()))
        files.write(self.folder, self.place, password_of(self.secrets, ADMIN))
        self._start_names()
        given = files.environment(self.folder, self.place)
        return run_detached([str(server)], given, self.folder / "out.log")

    def stop(self, limit_s: float = STOP_S) -> None:
        """End it in order, its name server too; nothing if it does not run. Raises BrokerFailed."""
        pid, names = self.pid, self._names
        if pid and not end(pid, files.mark(self.place), signal.SIGTERM, limit_s):
            raise BrokerFailed(f"RabbitMQ（进程 {pid}）在 {limit_s:.0f} 秒内没有停下")
        if names:
            end(names, str(self.place.epmd), signal.SIGKILL, limit_s)

    def kill(self) -> None:
        """End it as a crash does (SIGKILL); its name server stays, as it would."""
        if self.pid:
            end(self.pid, files.mark(self.place), signal.SIGKILL, STOP_S)

    def status(self) -> Status:
        """How it stands: `running` once the bus and the management API answer."""
        pid = self.pid
        if pid is None:
            return Status("stopped")
        return Status("running" if self._answers() else "starting", pid, memory_of(pid))

    @property
    def pid(self) -> int | None:
        """Its process, found by its own pid file and name."""
        return find(self.folder / "pid", files.mark(self.place))

    @property
    def _names(self) -> int | None:
        return find(self.folder / "epmd.pid", str(self.place.epmd))

    def _start_names(self) -> None:
        """An epmd of its own: one that is shared would be left behind for others to find, on our
        address, and whoever kills theirs would take ours.
        """
        if self._names is None:
            epmd = _program("epmd")
            where = ["-port", str(self.place.epmd), "-address", files.LOOPBACK]
            pid = run_detached([epmd, *where], {}, self.folder / "epmd.log")
            (self.folder / "epmd.pid").write_text(str(pid))

    def _answers(self) -> bool:
        check = ("health", "checks", "port-listener", str(self.place.amqp))
        try:
            return self.management().get(*check) is not None
        except (ManagementAway, ManagementRefused):
            return False

    def _what_it_said(self) -> str:
        log = self.folder / "out.log"
        said = log.read_text("utf-8", "replace").splitlines()[-SHOWN_LINES:]
        return "\n".join((f"RabbitMQ 没有启动，日志在 {log.parent}：", *said))


def server_program() -> Path:
    """The program that starts a node: the package's own, else what PATH means; raises
    BrokerMissing.
    """
    debian = DEBIAN / SERVER
    return debian if debian.exists() else Path(_program(SERVER)).resolve()


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BrokerMissing(MISSING)
    return found
