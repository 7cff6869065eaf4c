"""The wanted state of a vhost, as data: whose names match whose patterns."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.bus.call import EXCHANGE, verb_queue
from tiaojie.host.definitions import POLICIES, members, of_users, wanted, with_passwords
from tiaojie.host.rights import Client, client_rights, is_name, reply_queues
from tiaojie.services import ORDER

ROOT = Path(__file__).parents[3]
COURT = Client("court", "222400000000", ("intake.register_case",), ("intake",))
STATE = wanted(members(), [COURT], ["medical"], "abc", "tiaojie")
ASKED = sorted(
    (service, f"{to}.{verb}")
    for service in ORDER
    for path in (ROOT / "services" / service).rglob("*.py")
    for to, verb in re.findall(r"ask\(\s*\"(\w+)\",\s*\"(\w+)\"", path.read_text("utf-8"))
)
FOLLOWED = sorted((m.name, source) for m in members() for source in m.sources)


def permission(user):
    (found,) = [p for p in STATE["permissions"] if p["user"] == user]
    return found


def calls(user, exchange=EXCHANGE):
    found = [
        t for t in STATE["topic_permissions"] if (t["user"], t["exchange"]) == (user, exchange)
    ]
    return found[0]["write"]


@pytest.mark.parametrize(("service", "key"), ASKED)
def test_what_a_service_asks_in_its_code_it_may_ask(service, key):
    assert re.search(calls(service), key)


def test_the_search_finds_what_services_ask():
    assert ("intake", "registry.find_committee") in ASKED
    assert ("intake", "screening") in FOLLOWED


@pytest.mark.parametrize(("service", "source"), FOLLOWED)
def test_what_a_service_follows_it_may_follow(service, source):
    mine, queue = permission(service), f"{service}.from.{source}"
    assert all(re.search(mine[right], queue) for right in ("configure", "write", "read"))
    assert re.search(mine["read"], f"{source}.journal")


@pytest.mark.parametrize("place", range(len(ORDER)))
def test_a_service_calls_nobody_to_its_right_but_for_journals(place):
    right = [
        f"{m.name}.{verb}" for m in members()[place + 1 :] for verb in m.asked if verb != "health"
    ]
    may = [key for key in right if re.search(calls(ORDER[place]), key)]
    assert may == [key for key in right if key.endswith(".read_journal")]


@pytest.mark.parametrize("service", ORDER)
def test_a_service_reads_the_journals_of_its_sources_alone(service):
    read = [name for name in ORDER if re.search(permission(service)["read"], f"{name}.journal")]
    assert sorted((service, name) for name in read) == [f for f in FOLLOWED if f[0] == service]


@pytest.mark.parametrize("right", ["configure", "write", "read"])
def test_a_pattern_matches_whole_names_alone(right):
    mine = permission("intake")[right]
    names = ("verbs.intake", "a.verbs.intake", "verbs.intake2")
    assert [name for name in names if re.search(mine, name)] == ["verbs.intake"]


def test_every_user_has_a_topic_pattern_where_it_may_publish():
    topics = [EXCHANGE, *(f"{name}.journal" for name in ORDER)]
    for mine in STATE["permissions"]:
        for exchange in topics:
            if re.search(mine["write"], exchange):
                assert calls(mine["user"], exchange)


def test_the_default_exchange_is_in_no_pattern():
    rights = ("configure", "write", "read")
    names = ("amq.default", "amq.topic", "amq.gen-x", "")
    patterns = [mine[right] for mine in STATE["permissions"] for right in rights]
    assert [p for p in patterns for name in names if p != "^$" and re.search(p, name)] == []


def test_no_user_but_admin_has_a_tag():
    assert [u["name"] for u in STATE["users"] if u["tags"]] == ["admin"]


@pytest.mark.parametrize(
    ("queue", "policy"),
    [
        (verb_queue("intake"), []),
        (f"reply.intake.{'0' * 32}", ["replies"]),
        (f"reply.client.222400000000.court.{'0' * 32}", ["replies"]),
        ("intake.from.screening", ["subscriptions"]),
        ("client.222400000000.court.from.intake", ["subscriptions"]),
        ("dead", ["dead"]),
    ],
)
def test_a_queue_is_under_one_policy(queue, policy):
    assert [name for name, (on, _) in POLICIES.items() if re.search(on, queue)] == policy


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
CLIENTS = st.builds(Client, NAMES, st.from_regex(r"[0-9]{12}", fullmatch=True))


@given(CLIENTS, CLIENTS, st.integers(0, 16**32 - 1))
def test_a_client_has_its_own_queues_alone(one, other, number):
    names = (f"reply.{other.user}.{number:032x}", f"{other.user}.from.intake", "verbs.intake")
    mine = client_rights(Client(one.name, one.division, events=("intake",)))
    held = [name for name in names if re.search(mine.configure, name)]
    assert held == (list(names[:2]) if one == other else [])


@given(st.text(max_size=45))
def test_a_name_is_a_pattern_of_itself_alone(text):
    if is_name(text):
        assert re.fullmatch(reply_queues(text), f"reply.{text}.{'a' * 32}")


def test_definitions_leave_out_users_without_password():
    whole = with_passwords(STATE, {"intake": "x"})
    named = {kind: [one.get("name", one.get("user")) for one in whole[kind]] for kind in whole}
    assert (named["users"], named["permissions"]) == (["intake"], ["intake"])
    assert whole["exchanges"] == STATE["exchanges"]
    assert of_users(STATE, [])["users"] == []
