"""Mediators through the bus: sealed numbers, certificates, the check that intake and courts ask."""

import pytest

from shared.contracts.refused import Refused
from shared.ledger.database import Database
from shared.testing.people import GRID_WORKER, STRANGER, identity_number, principal
from tests.system.registry.forms import (
    BUREAU,
    REG,
    SHILIBU,
    YANJI_BUREAU,
    certify,
    checked,
    committee,
    entries,
    mediator,
)

NUMBER = identity_number("19680512", 11)


@pytest.fixture(scope="module")
def village(suite):
    return committee(suite)["committee"]


@pytest.fixture
def somebody(suite, village):
    return mediator(suite, village)["mediator"]


def database(suite):
    return suite.suite.keeper(suite.suite.containers[REG]).desk.ledger.database


def test_an_identity_number_is_sealed_masked_and_found_again(suite, village):
    first = mediator(suite, village, mediator="m-sealed", identity_number=NUMBER)
    shown = suite.ask(REG, "get_mediator", GRID_WORKER, mediator="m-sealed")
    assert (first["warnings"], shown["identity_number"]) == ([], "229***********" + NUMBER[-4:])
    again = mediator(suite, village, name="张某某", identity_number=NUMBER)
    assert again["warnings"] == ["registered_before"]
    hashes = {checked(suite, m["mediator"])["identity_hash"] for m in (first, again)}
    assert (len(hashes), hashes & {None, NUMBER}) == (1, set())


def test_an_identity_number_lies_nowhere_in_the_clear(suite, village):
    mediator(suite, village, identity_number=identity_number("19700101", 7))
    data: Database = database(suite)
    with data.read() as connection:
        dump = "\n".join(connection.connection.iterdump())
    assert identity_number("19700101", 7) not in dump


def test_without_a_certificate_nobody_mediates(suite, somebody, village):
    answer = checked(suite, somebody)
    assert answer == {
        "mediator": somebody,
        "ok": False,
        "reasons": ["certificate_missing"],
        "name": "张某",
        "committee": village,
        "division": SHILIBU,
        "identity_hash": None,
    }


def test_a_certificate_from_issue_to_revocation(suite, somebody):
    def act(name, at, **more):
        return certify(suite, somebody, name, happened_at=f"2026-0{at}T09:00:00+08:00", **more)

    act("issue", "1-01")
    act("check", "1-10")
    act("suspend", "2-01", reason="被投诉，调查中")
    act("restore", "2-10")
    done = act("revoke", "3-01", reason="泄露当事人隐私")
    assert (done["certificate"], done["version"]) == ("revoked", 6)
    days = ("2025-12-31", "2026-01-15", "2026-02-05", "2026-02-10", "2026-03-01")
    assert [checked(suite, somebody, on)["reasons"] for on in days] == [
        ["certificate_missing"], [], ["certificate_suspended"], [], ["certificate_revoked"],
    ]  # fmt: skip
    shown = suite.ask(REG, "get_mediator", GRID_WORKER, mediator=somebody)
    assert (shown["certificate_until"], shown["checked_on"]) == ("2026-12-31", "2026-01-10")


def test_entries_tell_the_act_and_no_number_or_reason(suite, somebody):
    certify(suite, somebody, happened_at="2026-01-01T09:00:00+08:00")
    certify(suite, somebody, "suspend", reason="醉酒调解")
    told = entries(suite, somebody)
    assert [event for event, _ in told] == ["mediator_registered", *["mediator_certified"] * 2]
    assert [data.get("act") for _, data in told] == [None, "issue", "suspend"]
    assert "醉酒" not in str(suite.entries(REG))
    assert f"吉{somebody[:40]}" not in str(suite.entries(REG))


def test_refusals_of_certificates(suite, somebody, village):
    def code(*act, **more):
        with pytest.raises(Refused) as no:
            certify(suite, somebody, *act, **more)
        return no.value.code

    other = mediator(suite, village)["mediator"]
    certify(suite, other, number="吉900")
    assert code("issue", number="吉900") == "certificate_number_taken"
    assert code("issue", until="2025-01-01") == "dates_reversed"
    assert code("check") == "wrong_state"
    assert code("check", number="吉901") == "invalid"
    assert code("issue", YANJI_BUREAU) == "not_found"
    assert code("issue", principal("director")) == "not_allowed"
    assert code("issue", version=5) == "version_stale"


def test_a_number_may_be_kept_at_a_renewal(suite, somebody):
    certify(suite, somebody, happened_at="2026-01-01T09:00:00+08:00")
    done = certify(suite, somebody, since="2027-01-01", until="2027-12-31")
    assert done["certificate"] == "valid"
    assert [checked(suite, somebody, f"{year}-12-31")["ok"] for year in (2026, 2027)] == [True] * 2


def test_refusals_of_a_registration(suite, village):
    def code(who=BUREAU, **more):
        with pytest.raises(Refused) as no:
            mediator(suite, village, who, **more)
        return no.value.code

    assert code(identity_number=NUMBER[:17] + "X") == "identity_invalid"
    assert code(identity_number=identity_number("20080101")) == "not_adult"
    assert code(specialities=["cooking"]) == "code_unknown"
    assert code(since="2024-02-01") == "committee_not_active"
    assert code(STRANGER) == "not_allowed"
    assert code(YANJI_BUREAU) == "not_found"
    mediator(suite, village, mediator="m-taken")
    assert code(mediator="m-taken") == "code_taken"


def test_a_removed_mediator_mediates_no_more(suite, somebody, village):
    certify(suite, somebody, happened_at="2026-01-01T09:00:00+08:00")
    director = principal("director", "d-01", SHILIBU)
    gone = {"mediator": somebody, "reason": "resigned"}
    suite.ask(REG, "remove_mediator", director, **gone)
    assert [checked(suite, somebody, on)["reasons"] for on in ("2026-03-01", "2026-03-02")] == [
        [], ["removed"],
    ]  # fmt: skip
    assert suite.refusal(REG, "remove_mediator", director, **gone).code == "wrong_state"
    query = {"committee": village, "on": "2026-03-02"}
    listed = suite.ask(REG, "list_mediators", GRID_WORKER, **query)["mediators"]
    assert somebody not in [m["mediator"] for m in listed]


def test_the_roster_asks_for_this_committee(suite, somebody, village):
    certify(suite, somebody, happened_at="2026-01-01T09:00:00+08:00")
    other = committee(suite, short="两家子", division="220122100208")["committee"]
    query = {"mediator": somebody, "on": "2026-03-02"}
    answers = [
        suite.ask(REG, "check_roster", BUREAU, committee=id_, **query) for id_ in (village, other)
    ]
    assert [(a["ok"], a["reasons"]) for a in answers] == [(True, []), (False, ["other_committee"])]
    assert answers[0]["mediator_name"] == "张某"


@pytest.mark.usefixtures("somebody")
def test_mediators_are_listed_by_division(suite):
    def count(division):
        found = suite.ask(REG, "list_mediators", GRID_WORKER, division=division, limit=500)
        return len(found["mediators"])

    assert (count(SHILIBU) > 0, count("222401000000")) == (True, 0)


def test_an_unknown_mediator_is_not_found(suite):
    no = suite.refusal(REG, "check_mediator", BUREAU, mediator="m-nobody", on="2026-03-02")
    assert no.code == "not_found"
