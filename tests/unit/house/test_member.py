"""What must be true before a process of a site starts: each refusal says what to do."""

from pathlib import Path

import pytest

from shared.access.keys import KeyMissing, create_keys, load_key, site_id
from shared.access.principal import Principal
from shared.access.token import Signer, Unproved
from shared.access.vault import Vault
from shared.calendar.clock import FileClock, SystemClock
from shared.settings.site import SiteSettings
from shared.testing.running import START
from tiaojie.member import Unfit, clock_of, front, member


def test_clock_is_moved_only_under_a_stamp(tmp_path):
    assert isinstance(clock_of(SiteSettings()), SystemClock)
    with pytest.raises(Unfit, match="TIAOJIE_STAMP"):
        clock_of(SiteSettings(clock=str(tmp_path / "clock")))
    clock = FileClock(tmp_path / "clock")
    clock.start(START)
    assert clock_of(SiteSettings(clock=str(tmp_path / "clock"), stamp="演示")).now() == START
    with pytest.raises(ValueError, match="back"):
        clock.set(START.replace(year=2025))


def test_missing_key_is_named_with_its_remedy(tmp_path):
    settings = SiteSettings(data=tmp_path, bus="amqp://127.0.0.1:1/x")
    with pytest.raises(Unfit, match="tiaojie keys create"), member(settings, ("registry",)):
        pass
    with pytest.raises(Unfit, match="tiaojie keys create"), front(settings):
        pass


def test_keys_are_made_once_and_the_public_half_is_enough_to_check(tmp_path):
    assert (create_keys(tmp_path), create_keys(tmp_path)) == (True, False)
    id_, signer = site_id(tmp_path), Signer(lambda: 1000.0, load_key(tmp_path))
    token = signer.sign(Principal("mediator", "m-01", ("220122000000",)))
    (tmp_path / "principal").unlink()
    checker = Signer(lambda: 1000.0, load_key(tmp_path))
    assert (site_id(tmp_path), checker.verify(token).id) == (id_, "m-01")
    with pytest.raises(Unproved):
        checker.sign(Principal("mediator", "m-01"))


def test_keys_of_somebody_else_are_read_and_not_made(tmp_path):
    with pytest.raises(KeyMissing):
        Vault.read_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_settings_come_from_the_folder_and_the_environment_goes_before(tmp_path):
    (tmp_path / "site.env").write_text("# 单机\nTIAOJIE_BUS=amqp://a/b\nTIAOJIE_LOG=info\n")
    read = SiteSettings.read({"TIAOJIE_LOG": "debug"}, tmp_path)
    assert (read.data, read.bus, read.log) == (tmp_path, "amqp://a/b", "debug")


def test_passwords_stand_quoted_in_their_place(tmp_path):
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "bus.intake").write_text("a/b@c\n")
    (tmp_path / "secrets" / "database.intake").write_text("p\n")
    url = "postgresql+psycopg://{service}@h/tiaojie_{service}"
    settings = SiteSettings(data=tmp_path, bus="amqp://h:1/v", database=url)
    assert settings.bus_of("intake") == "amqp://intake:a%2Fb%40c@h:1/v"
    assert settings.bus_of("registry") == "amqp://registry@h:1/v"
    assert settings.database_of("intake") == "postgresql+psycopg://intake:p@h/tiaojie_intake"
    assert SiteSettings(data=Path("/d")).database_of("x") == "sqlite:////d/x.db"
