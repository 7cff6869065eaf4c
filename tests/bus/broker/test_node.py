"""The private node: safe beside others, comes back after a crash."""

import stat
from pathlib import Path

import pytest

from tiaojie.host import broker as module
from tiaojie.host.broker import Broker, BrokerFailed, BrokerMissing


@pytest.fixture
def second(tmp_path):
    """A node beside the first."""
    node = Broker(tmp_path / "node", tmp_path / "secrets")
    node.start()
    yield node
    node.kill()
    node.stop()


def listening(pid):
    """Addresses (as the kernel writes them) on which a process listens, IPv4 and IPv6."""
    links = [p.readlink().as_posix() for p in Path(f"/proc/{pid}/fd").iterdir()]
    held = {link.removeprefix("socket:[")[:-1] for link in links if link.startswith("socket:")}
    rows = [
        row.split()
        for family in ("tcp", "tcp6")
        for row in Path(f"/proc/{pid}/net/{family}").read_text().splitlines()[1:]
    ]
    return {row[1].split(":")[0] for row in rows if row[3] == "0A" and row[9] in held}


def test_node_lives_beside_another_and_comes_back_after_a_crash(broker, second):
    api = second.management()
    api.put("vhosts", "kept")
    first, pid = broker.status(), second.pid
    assert listening(pid) == {"0100007F"}
    second.kill()
    assert (second.status().state, broker.status().pid) == ("stopped", first.pid)
    second.start()
    assert second.pid != pid
    assert [vhost["name"] for vhost in api.get("vhosts")] == ["kept"]
    assert {second.place, broker.place} == {second.place, broker.place} - {None}
    assert second.status().memory < 300 * 1024 * 1024


def test_start_of_a_running_node_leaves_it_alone(broker):
    pid = broker.pid
    broker.start()
    assert broker.pid == pid
    assert Broker(broker.folder, broker.secrets).place == broker.place


def test_secrets_are_for_the_owner_alone(broker):
    files = [broker.folder / "admin.json", broker.folder / "home/.erlang.cookie"]
    modes = {stat.S_IMODE(f.stat().st_mode) & 0o377 for f in [*files, *broker.secrets.iterdir()]}
    assert modes <= {0o200, 0o000}
    assert stat.S_IMODE(broker.secrets.stat().st_mode) == 0o700


def test_missing_rabbitmq_is_said_with_its_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "DEBIAN", tmp_path)
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    with pytest.raises(BrokerMissing, match=r"install-rabbitmq\.sh"):
        Broker(tmp_path / "node", tmp_path / "secrets").start()


def test_folder_that_rabbitmq_cannot_bear_is_said(tmp_path):
    with pytest.raises(BrokerFailed, match="英文字母"):
        Broker(tmp_path / "数据", tmp_path / "secrets").start()


def test_pid_of_a_stranger_is_not_taken_for_ours(tmp_path):
    node = Broker(tmp_path / "node", tmp_path / "secrets")
    assert node.place.name
    (tmp_path / "node/pid").write_text("1")
    assert node.status() == module.Status("stopped")
