"""The list of outside systems, and passwords."""

import stat

import pytest

from shared.contracts.refused import Refused
from tiaojie.host.clients import check_sectors, read_clients
from tiaojie.host.passwords import hash_of, is_hash_of, obtain, password_of
from tiaojie.host.rights import Client

GOOD = '{name: court, division: "222400000000", verbs: [intake.register_case], events: [intake]}'


def read(tmp_path, text):
    file = tmp_path / "clients.yaml"
    file.write_text(text)
    return read_clients(file)


def test_list_is_read(tmp_path):
    court = Client("court", "222400000000", ("intake.register_case",), ("intake",))
    assert read(tmp_path, f"- {GOOD}") == (court,)
    assert court.user == "client.222400000000.court"
    assert read_clients(None) == read(tmp_path, "[]") == ()


@pytest.mark.parametrize(
    "text",
    [
        "name: x",
        "- x",
        "- {name: court}",
        '- {name: court, division: "2224"}',
        '- {name: "court.x", division: "222400000000"}',
        '- {name: "court|.*", division: "222400000000"}',
        '- {name: court, division: "222400000000", verbs: [intake.regster_case]}',
        '- {name: court, division: "222400000000", verbs: [register_case]}',
        '- {name: court, division: "222400000000", events: ["*"]}',
        '- {name: court, division: "222400000000", rights: all}',
        f"- {GOOD}\n- {GOOD}",
        "- {name: [",
    ],
)
def test_wrong_list_is_refused(tmp_path, text):
    with pytest.raises(Refused) as no:
        read(tmp_path, text)
    assert no.value.code == "clients_invalid"


def test_sector_that_is_a_pattern_is_refused():
    assert check_sectors(["medical"]) == ("medical",)
    with pytest.raises(Refused):
        check_sectors([".*"])


def test_regional_lists_are_read():
    from pathlib import Path

    files = (Path(__file__).parents[3] / "deploy/regions").rglob("clients.yaml")
    assert [read_clients(file) for file in files]


def test_hash_is_rabbitmqs():
    """The example of RabbitMQ's own guide on passwords."""
    known = "kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR"
    assert hash_of("test12", bytes.fromhex("908DC60A")) == known
    assert is_hash_of(known, "test12")
    assert not is_hash_of(known, "test13")
    assert not is_hash_of("", "test12")


def test_password_is_made_once_and_for_its_owner_alone(tmp_path):
    first = password_of(tmp_path / "secrets", "intake")
    assert len(first) > 40
    assert password_of(tmp_path / "secrets", "intake") == first
    assert stat.S_IMODE((tmp_path / "secrets/bus.intake").stat().st_mode) == 0o600
    assert obtain(tmp_path / "secrets", ["intake"]) == ({"intake": first}, [])


def test_users_without_file_in_a_mounted_folder_stay_without(tmp_path):
    (tmp_path / "bus.intake").write_text("x\n")
    nowhere = tmp_path / "bus.intake"
    assert obtain(tmp_path, ["intake"]) == ({"intake": "x"}, [])
    assert obtain(nowhere, ["screening"]) == ({}, [])
