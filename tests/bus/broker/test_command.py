"""`tiaojie broker`: what an operator sees."""

import json

import pytest
from click.testing import CliRunner

from shared.access.keys import create_keys, site_id
from shared.settings.site import SiteSettings
from tiaojie.cli.broker import broker as command


@pytest.fixture
def settings(broker, tmp_path, request):
    """The settings of a site on a new vhost."""
    vhost = request.node.name
    create_keys(tmp_path / "keys")
    where = {"bus": broker.bus_url(vhost), "admin": broker.admin_url}
    yield SiteSettings(data=tmp_path, secrets=str(broker.secrets), **where)
    broker.management().delete("vhosts", vhost)


def run(settings, *words):
    """The exit code, what stands on stdout, what on stderr."""
    done = CliRunner().invoke(command, words, obj=settings)
    return done.exit_code, done.stdout, done.stderr


def test_setup_says_what_it_did_and_then_nothing(settings):
    code, said, _ = run(settings, "setup")
    assert (code, said.splitlines()[0]) == (0, f"新增 虚拟主机 {settings.bus.rpartition('/')[2]}")
    assert f"新增 交换机 site.{site_id(settings.key_folder)}" in said.splitlines()
    assert run(settings, "setup") == (0, "", "")


def test_definitions_hold_hashes_and_no_password(settings):
    code, said, _ = run(settings, "definitions")
    users = {user["name"]: user for user in json.loads(said)["users"]}
    passwords = [settings.password_of("bus", name) for name in users]
    assert (code, [p for p in passwords if p in said]) == (0, [])
    assert users["intake"]["hashing_algorithm"] == "rabbit_password_hashing_sha256"


def test_second_site_is_told_what_to_do(settings):
    run(settings, "setup")
    code, said, why = run(settings, "setup", "--site", "fedcba9876543210")
    assert (code, said) == (1, "")
    assert why.splitlines()[-1] == "代码 site_taken"
    assert "TIAOJIE_BUS" in why


@pytest.mark.parametrize(
    ("wrong", "code", "remedy"),
    [
        ({"keys": "nowhere"}, 78, "tiaojie keys create"),
        ({"secrets": "nowhere"}, 78, "nowhere/bus.admin"),
        ({"admin": "http://127.0.0.1:9"}, 69, "TIAOJIE_ADMIN"),
        ({"admin": ""}, 2, "TIAOJIE_ADMIN"),
        ({"bus": ""}, 2, "TIAOJIE_BUS"),
    ],
)
def test_what_is_missing_is_said_with_its_remedy(settings, wrong, code, remedy):
    ended, said, why = run(SiteSettings(**{**vars(settings), **wrong}), "setup")
    assert (ended, said, remedy in why) == (code, "", True)


def test_wrong_password_of_admin_is_said(settings, tmp_path):
    (tmp_path / "bus.admin").write_text("wrong\n")
    ended, _, why = run(SiteSettings(**{**vars(settings), "secrets": str(tmp_path)}), "setup")
    assert (ended, str(tmp_path / "bus.admin") in why) == (78, True)
