"""Identity numbers, scope, encryption, tokens."""

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from shared.access.identity import is_identity_number, is_phone, mask_identity, mask_phone
from shared.access.principal import Principal, division_prefix
from shared.access.token import LIFE_S, Signer, Unproved
from shared.access.vault import Vault
from shared.testing.people import identity_number

VAULT = Vault("k1", b"k" * 32, b"h" * 32)
PERSON = Principal("mediator", "m-01", ("220122100000",))


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("11010519491231002X", True),
        ("220102198001011234", True),
        ("222401199002290024", False),  # the check digit is right, the day never was
        ("220102198001011235", False),
        ("11010519491231002x", False),
        ("２２０１０２198001011234", False),
        ("", False),
    ],
)
def test_identity_number(number, good):
    assert is_identity_number(number) is good


@given(st.dates().filter(lambda d: d.year > 1900), st.integers(0, 999), st.integers(0, 16))
def test_one_wrong_digit_is_seen(born, serial, place):
    number = identity_number(born.strftime("%Y%m%d"), serial)
    wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
    assert is_identity_number(number)
    assert not is_identity_number(wrong)


def test_masks_show_ends_only():
    assert mask_identity(identity_number()) == "229***********" + identity_number()[-4:]
    assert mask_phone("13812345678") == "138****5678"


@pytest.mark.parametrize(
    ("phone", "good"),
    [("13800001111", True), ("0431-88881234", True), ("12348", False), ("1380000111", False)],
)
def test_phone(phone, good):
    assert is_phone(phone) is good


@pytest.mark.parametrize(
    ("code", "prefix"),
    [
        ("220000000000", "22"),
        ("220100000000", "2201"),
        ("220122000000", "220122"),
        ("220122100000", "220122100"),
        ("220122100201", "220122100201"),
    ],
)
def test_division_prefix(code, prefix):
    assert division_prefix(code) == prefix


def test_scope_covers_its_subtree_and_no_neighbour():
    assert PERSON.covers("220122100201")
    assert not PERSON.covers("220122101201")
    assert not Principal("mediator", "m-01").covers("220122100201")
    assert Principal.system("intake").covers("220122100201")


@pytest.mark.parametrize(
    ("user", "principal"),
    [
        ("intake", Principal("system", "intake", ("",))),
        ("sector.medical", Principal("system", "sector.medical", ("",))),
        ("client.220122100201.hot.line", Principal("client", "hot.line", ("220122100201",))),
        ("client.220122.hotline", Principal("client", "220122.hotline")),
        ("client.２２０１２２１００２０１.x", Principal("client", "２２０１２２１００２０１.x")),
        ("client.", Principal("client", "")),
        ("clients", Principal("system", "clients", ("",))),
    ],
)
def test_user_of_the_bus_is_a_service_or_an_outside_system_in_its_division(user, principal):
    assert Principal.of_user(user) == principal


@given(st.text(), st.text(min_size=1))
def test_sealed_value_opens_in_its_own_place_alone(plain, elsewhere):
    sealed = VAULT.seal(plain, "party.phone:1")
    assert VAULT.open(sealed, "party.phone:1") == plain
    with pytest.raises(InvalidTag):
        VAULT.open(sealed, "party.phone:1" + elsewhere)


def test_equal_values_have_equal_blinds_and_unequal_seals():
    assert VAULT.blind("13800001111") == VAULT.blind("13800001111")
    assert VAULT.seal("13800001111", "a") != VAULT.seal("13800001111", "a")


def test_keys_are_made_once_and_readable_by_their_owner_alone(tmp_path):
    first, second = Vault.open_folder(tmp_path / "keys"), Vault.open_folder(tmp_path / "keys")
    assert first == second
    modes = {f.name: oct(f.stat().st_mode & 0o777) for f in (tmp_path / "keys").iterdir()}
    assert modes == {"field-k1": "0o400", "lookup": "0o400"}


def test_token_names_its_principal_until_it_is_too_old():
    now = [1000.0]
    signer = Signer(lambda: now[0])
    token = signer.sign(PERSON)
    assert signer.verify(token) == PERSON
    now[0] += LIFE_S + 1
    with pytest.raises(Unproved):
        signer.verify(token)


@pytest.mark.parametrize("token", ["", "x", "a.b.c"])
def test_no_token_is_unproved(token):
    with pytest.raises(Unproved):
        Signer(lambda: 0).verify(token)


def test_token_of_another_gateway_is_unproved():
    with pytest.raises(Unproved):
        Signer(lambda: 0).verify(Signer(lambda: 0).sign(PERSON))
