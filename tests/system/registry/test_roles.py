"""Roles through the bus: granted within one's own divisions, ended, read as of a day."""

from shared.testing.people import ADMINISTRATOR
from tests.system.registry.forms import (
    BUREAU,
    NONGANZHEN,
    REG,
    SHILIBU,
    YANJI,
    YANJI_BUREAU,
    entries,
)

CLERK = {"person": "k-01", "role": "clerk", "scope": [NONGANZHEN], "since": "2026-01-01"}


def held(suite, person, on="2026-03-02"):
    found = suite.ask(REG, "list_roles", ADMINISTRATOR, person=person, on=on)["roles"]
    return [(role["role"], role["scope"]) for role in found]


def test_a_role_holds_from_its_first_to_its_last_day(suite):
    suite.ask(REG, "grant_role", BUREAU, **CLERK, until="2026-06-30")
    days = ("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01")
    assert [len(held(suite, "k-01", on)) for on in days] == [0, 1, 1, 0]
    assert held(suite, "k-01") == [("clerk", [NONGANZHEN])]


def test_a_role_that_was_ended_holds_no_more_from_that_day_on(suite):
    done = suite.ask(REG, "grant_role", BUREAU, **{**CLERK, "person": "k-02"})
    grant = done["grant"]
    suite.ask(REG, "end_role", BUREAU, grant=grant)
    assert [len(held(suite, "k-02", on)) for on in ("2026-03-01", "2026-03-02")] == [1, 0]
    assert [event for event, _ in entries(suite, grant)] == ["role_granted", "role_ended"]
    assert suite.refusal(REG, "end_role", BUREAU, grant=grant).code == "wrong_state"


def test_a_bureau_grants_and_ends_only_within_its_own(suite):
    def code(who, **changes):
        return suite.refusal(REG, "grant_role", who, **{**CLERK, **changes}).code

    assert code(YANJI_BUREAU) == "not_found"
    assert code(BUREAU, scope=[SHILIBU, YANJI]) == "not_found"
    assert code(BUREAU, role="bureau") == "not_allowed"
    assert code(BUREAU, scope=["220122999000"]) == "division_unknown"
    assert code(BUREAU, until="2025-01-01") == "dates_reversed"
    assert code(ADMINISTRATOR, role="system") == "invalid"
    grant = suite.ask(REG, "grant_role", BUREAU, **{**CLERK, "person": "k-03"})["grant"]
    assert suite.refusal(REG, "end_role", YANJI_BUREAU, grant=grant).code == "not_found"
    assert len(held(suite, "k-03")) == 1
