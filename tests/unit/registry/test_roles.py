"""Grants: nobody hands out more than he has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registry.rules.roles import OF_COMMITTEE, check_grant
from shared.access.principal import Principal
from shared.contracts.refused import Refused
from shared.contracts.registry.commands import GRANTABLE

DIGITS = st.sampled_from([2, 4, 6, 9, 12])


@st.composite
def codes(draw):
    """Division codes of few different digits, so that they often lie within each other."""
    digits = draw(st.text("12", min_size=12, max_size=12))
    return digits[: draw(DIGITS)].ljust(12, "0")


SCOPES = st.lists(codes(), min_size=1, max_size=3)


def is_granted(granter, role, scope):
    try:
        check_grant(granter.role, granter.covers, role, scope)
    except Refused:
        return False
    return True


@given(st.sampled_from(["administrator", "bureau"]), SCOPES, st.sampled_from(GRANTABLE), SCOPES,
       codes())  # fmt: skip
def test_whoever_is_granted_sees_nothing_that_the_granter_does_not(role, has, given_, scope, place):
    granter = Principal(role, "b-01", tuple(has))
    if is_granted(granter, given_, scope) and Principal(given_, "p-01", tuple(scope)).covers(place):
        assert granter.covers(place)


@given(SCOPES, st.sampled_from(GRANTABLE))
def test_over_its_own_divisions_a_bureau_grants_the_roles_of_committees_alone(has, role):
    granter = Principal("bureau", "b-01", tuple(has))
    assert is_granted(granter, role, has) is (role in OF_COMMITTEE)


@given(SCOPES, st.sampled_from(GRANTABLE))
def test_an_administrator_grants_every_role(scope, role):
    assert is_granted(Principal("administrator", "local", ("",)), role, scope) is True


def test_a_role_above_the_committee_is_not_allowed_and_a_place_outside_not_found():
    bureau = Principal("bureau", "b-01", ("220122000000",))
    with pytest.raises(Refused) as role:
        check_grant(bureau.role, bureau.covers, "justice_office", ["220122100000"])
    with pytest.raises(Refused) as place:
        check_grant(bureau.role, bureau.covers, "clerk", ["220122100000", "222401000000"])
    assert (role.value.code, place.value.code) == ("not_allowed", "not_found")
