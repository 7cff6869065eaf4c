"""What a bare host is given: environment files, units, the scripts for passwords and databases."""

import re
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from dataclasses import fields
from pathlib import Path

import pytest

from shared.settings.site import SiteSettings
from tests.unit.deploy.calls import least_grace
from tests.unit.deploy.manifests import ROOT
from tiaojie.services import ORDER

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "systemd/tiaojie@.service"
NAMES = [f"TIAOJIE_{field.name.upper()}" for field in fields(SiteSettings)]
LINE = re.compile(r"(#?)(TIAOJIE_\w+)=(.*)")
needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd")


def lines(name):
    """(given?, name, value) of each setting of an environment file, in order."""
    text = (DEPLOY / f"env/{name}.env").read_text("utf-8")
    found = [LINE.fullmatch(line) for line in text.splitlines() if line]
    return [(not m[1], m[2], m[3]) for m in found if m]


def given(name):
    return {key: value for is_given, key, value in lines(name) if is_given}


def test_every_service_has_its_file():
    assert {path.stem for path in (DEPLOY / "env").iterdir()} == {*ORDER, "operator"}


@pytest.mark.parametrize("name", [*ORDER, "operator"])
def test_a_file_explains_every_setting_once_and_in_order(name):
    assert [key for _, key, _ in lines(name)] == NAMES
    for paragraph in (DEPLOY / f"env/{name}.env").read_text("utf-8").strip().split("\n\n"):
        explained = re.match(r"# .*[\u4e00-\u9fff]", paragraph)
        assert explained, paragraph


@pytest.mark.parametrize("name", [*ORDER, "operator"])
def test_a_file_is_what_the_settings_read(name):
    settings = SiteSettings.read(given(name))
    assert settings.bus == "amqp://127.0.0.1:5672/tiaojie"
    assert settings.database.format(service=name).endswith(f"/tiaojie_{name}")
    assert (settings.stamp, settings.clock) == ("", "")


def test_services_of_one_host_do_not_tread_on_each_other():
    every = [given(service) for service in ORDER]
    for name in ("TIAOJIE_PROBES", "TIAOJIE_DATA"):
        assert len({one[name] for one in every}) == len(ORDER)
    for name in ("TIAOJIE_BUS", "TIAOJIE_DATABASE", "TIAOJIE_DIVISION"):
        assert len({one[name] for one in every}) == 1
    assert {service: given(service)["TIAOJIE_DATA"] for service in ORDER} == {
        service: f"/var/lib/tiaojie/{service}" for service in ORDER
    }


class Unit(RawConfigParser):
    """A unit file; of a key given twice all values are kept."""

    def __init__(self, path):
        super().__init__(
            strict=False, delimiters=("=",), comment_prefixes=("#",), interpolation=None
        )
        self.optionxform = str
        self.every = [line.partition("=")[::2] for line in path.read_text("utf-8").splitlines()]
        self.read(path, "utf-8")

    def all(self, key):
        return [value for name, value in self.every if name == key]


@pytest.fixture(scope="module")
def unit():
    return Unit(UNIT)


def test_a_unit_runs_one_service(unit):
    service = unit["Service"]
    assert service["ExecStart"] == "/opt/tiaojie/bin/tiaojie run %i"
    assert (service["User"], service["StateDirectory"]) == ("tiaojie", "tiaojie/%i")
    assert service["EnvironmentFile"] == "/etc/tiaojie/%i.env"


def test_a_unit_waits_for_the_longest_call_and_the_drain(unit):
    assert int(unit["Service"]["TimeoutStopSec"]) > least_grace()


def test_a_unit_comes_back_unless_it_cannot(unit):
    found = (unit["Service"]["Restart"], unit["Service"]["RestartPreventExitStatus"])
    assert found == ("on-failure", "78")
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"


def test_a_unit_is_given_its_own_credentials_and_no_private_key(unit):
    wanted = ["bus.%i", "database.%i", "field-k1", "lookup", "principal.pub"]
    assert [one.partition(":")[0] for one in unit.all("LoadCredential")] == wanted
    assert unit["Service"]["Environment"] == "TIAOJIE_SECRETS=%d TIAOJIE_KEYS=%d"
    sealed = Unit(DEPLOY / "systemd/encrypted-credentials.conf")
    assert [c.partition(":")[0] for c in sealed.all("LoadCredentialEncrypted")] == wanted
    assert sealed.all("LoadCredential") == [""]


@pytest.mark.parametrize("service", ORDER)
def test_an_environment_file_leaves_the_credentials_to_the_unit(service):
    assert {"TIAOJIE_SECRETS", "TIAOJIE_KEYS"} & set(given(service)) == set()


HARDENED = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectKernelModules": "yes",
    "ProtectControlGroups": "yes",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "LockPersonality": "yes",
    "SystemCallArchitectures": "native",
    "UMask": "0077",
}


def test_a_unit_is_hardened(unit):
    assert {key: unit["Service"][key] for key in HARDENED} == HARDENED
    assert unit.all("SystemCallFilter") == ["@system-service", "~@privileged @resources"]


def verify(folder, text):
    """What systemd says of the units of this folder; nothing if all is well."""
    at = folder / "tiaojie@.service"
    at.write_text(text.replace("/opt/tiaojie/bin/tiaojie", sys.executable), "utf-8")
    shutil.copy(DEPLOY / "systemd/tiaojie.target", folder)
    command = ["systemd-analyze", "verify", "--man=no", folder / "tiaojie@intake.service"]
    command.append(folder / "tiaojie.target")
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line for line in said.stderr.splitlines() if str(folder) in line]


@needs_systemd
def test_systemd_takes_the_units(tmp_path):
    assert verify(tmp_path, UNIT.read_text("utf-8")) == []


@needs_systemd
def test_systemd_sees_a_misspelt_key(tmp_path):
    said = verify(tmp_path, UNIT.read_text("utf-8").replace("KillMode", "KilMode"))
    assert len(said) == 1
    assert "KilMode" in said[0]


def run_script(*command):
    return subprocess.run(["sh", *map(str, command)], capture_output=True, text=True, check=True)


def password_files(folder):
    run_script(DEPLOY / "passwords.sh", folder)
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_passwords_are_made_once_one_each(tmp_path):
    folder = tmp_path / "secrets"
    made = password_files(folder)
    users = {f"bus.{user}" for user in (*ORDER, "admin", "gateway")}
    assert set(made) == users | {f"database.{service}" for service in ORDER} | {"postgres"}
    assert len(set(made.values())) == len(made)
    assert {len(value) for value in made.values()} == {48}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert password_files(folder) == made


def test_databases_belong_to_their_service_and_are_made_once(tmp_path):
    (tmp_path / "database.intake").write_text("it's")
    (tmp_path / "bus.intake").write_text("no business here")
    sql = run_script(DEPLOY / "postgres/databases.sh", tmp_path).stdout
    assert "ALTER ROLE \"intake\" PASSWORD 'it''s';" in sql
    assert '\'CREATE DATABASE "tiaojie_intake" OWNER "intake"\' WHERE NOT EXISTS' in sql
    assert 'REVOKE CONNECT ON DATABASE "tiaojie_intake" FROM PUBLIC;' in sql
    assert sql.count("CREATE ROLE") == 1


def test_the_scripts_know_every_service():
    text = Path(DEPLOY / "passwords.sh").read_text("utf-8")
    assert re.search(r'^services="(.*)"$', text, re.MULTILINE)[1].split() == list(ORDER)
