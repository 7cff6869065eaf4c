"""The compose file: it is one, every service is in it, closed, watched, with its own passwords."""

import json

import compose_spec
import pytest
import yaml

from tests.unit.deploy.calls import least_grace
from tests.unit.deploy.manifests import ROOT
from tests.unit.deploy.test_overlays import TWINS
from tiaojie.services import ORDER

FILE = ROOT / "deploy/compose.yaml"
JOBS = ("keys", "broker-setup", "db-upgrade")
OTHERS = ("rabbitmq", "postgres")
OURS = (*ORDER, *JOBS, "operator")
OPERATING = {"bus.admin", "bus.gateway"}
READY = "http://127.0.0.1:8081/readyz"


@pytest.fixture
def compose():
    return yaml.safe_load(FILE.read_text("utf-8"))


def check(compose):
    """Raises ValueError for what the Compose Specification does not know."""
    compose_spec.PyCompose.from_json(json.dumps(compose)).validate()


def test_it_fits_the_specification(compose):
    check(compose)
    assert set(compose["services"]) == {*OURS, *OTHERS}


@pytest.mark.parametrize(
    "spoilt",
    [
        {"helthcheck": {}},
        {"secrets": ["bus.nobody"]},
        {"mem_limit": []},
    ],
)
def test_a_spoilt_file_is_seen(compose, spoilt):
    compose["services"]["intake"] |= spoilt
    with pytest.raises(ValueError, match=r"."):
        check(compose)


@pytest.mark.parametrize("name", OURS)
def test_our_containers_are_closed(compose, name):
    one = compose["services"][name]
    assert (one["user"], one["read_only"], one["cap_drop"]) == ("10001:10001", True, ["ALL"])
    assert one["security_opt"] == ["no-new-privileges:true"]
    assert one["image"] == compose["x-closed"]["image"]
    assert one.get("privileged", False) is False


@pytest.mark.parametrize("service", ORDER)
def test_a_service_is_watched_and_may_end_its_work(compose, service):
    one = compose["services"][service]
    assert one["command"] == ["run", service]
    assert READY in one["healthcheck"]["test"][-1]
    assert one["environment"]["TIAOJIE_PROBES"].endswith(":8081")
    assert one["restart"] == "unless-stopped"
    assert int(one["stop_grace_period"].removesuffix("s")) > least_grace()
    assert one["env_file"] == [f"./env/{service}.env"]


@pytest.mark.parametrize("service", ORDER)
def test_a_service_starts_after_the_jobs(compose, service):
    done = {"condition": "service_completed_successfully"}
    assert compose["services"][service]["depends_on"] == {"broker-setup": done, "db-upgrade": done}
    healthy = {"condition": "service_healthy"}
    setup, upgrade = (compose["services"][name]["depends_on"] for name in JOBS[1:])
    assert setup == {"keys": done, "rabbitmq": healthy}
    assert upgrade == {"keys": done, "postgres": healthy}


@pytest.mark.parametrize("name", JOBS)
def test_a_job_runs_once(compose, name):
    assert compose["services"][name]["restart"] in ("no", "on-failure")


def wanted_secrets():
    return {
        **{service: {f"bus.{service}", f"database.{service}"} for service in ORDER},
        "keys": set(),
        "broker-setup": OPERATING | {f"bus.{service}" for service in ORDER},
        "db-upgrade": {f"database.{service}" for service in ORDER},
        "operator": OPERATING,
        "rabbitmq": {"bus.admin"},
        "postgres": {"postgres"} | {f"database.{service}" for service in ORDER},
    }


def test_everybody_reads_his_own_passwords_alone(compose):
    given = {name: set(one.get("secrets", [])) for name, one in compose["services"].items()}
    assert given == wanted_secrets()


def test_secrets_are_files_outside_the_repository(compose):
    files = {name: one["file"] for name, one in compose["secrets"].items()}
    assert files == {
        name: f"../var/compose/{name}" for name in set().union(*wanted_secrets().values())
    }
    assert "var/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_no_password_stands_in_the_file(compose):
    for name in OURS:
        given = compose["services"][name].get("environment", {})
        assert set(given) - TWINS == set()
        assert [
            value for key, value in given.items() if key != "TIAOJIE_DATABASE" and "@" in value
        ] == []


def test_the_private_key_stays_with_the_operator(compose):
    holders = {
        name
        for name, one in compose["services"].items()
        if any(str(volume).startswith("operator:") for volume in one.get("volumes", []))
    }
    assert holders == {"operator", "keys"}
    copied = compose["services"]["keys"]["command"][0].split("cp -p ")[1].split()
    assert copied == ["field-k1", "lookup", "principal.pub", "/run/tiaojie/keys/"]
    for service in ORDER:
        assert "keys:/run/tiaojie/keys:ro" in compose["services"][service]["volumes"]


def test_nothing_is_open_to_the_outside(compose):
    assert [name for name, one in compose["services"].items() if one.get("ports")] == []
    assert compose["networks"] == {"default": {"internal": True}}


def test_only_the_archive_keeps_files(compose):
    keepers = [
        name
        for name in ORDER
        if any(volume.startswith("objects:") for volume in compose["services"][name]["volumes"])
    ]
    assert keepers == ["document_archive"]


def test_every_volume_is_declared_and_used(compose):
    used = {
        volume.partition(":")[0]
        for one in compose["services"].values()
        for volume in one.get("volumes", [])
        if not volume.startswith("./")
    }
    assert used == set(compose["volumes"])
