"""Facts and what is found in them; nothing here asks anybody."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.refused import Refused
from shared.ledger.condition import Books, Condition
from shared.ledger.standing import Standing
from shared.testing.running import START
from tiaojie.doctor.broker import OUTSIDE, judge_alarms, judge_changes
from tiaojie.doctor.clocks import judge_skew
from tiaojie.doctor.databases import judge_databases
from tiaojie.doctor.finding import SEVERITIES, found, worst_last
from tiaojie.doctor.ledgers import judge_ledgers
from tiaojie.doctor.queues import Queue, judge_queues, known_queues
from tiaojie.doctor.services import judge_services
from tiaojie.doctor.site import Folder, Keys, judge_disk, judge_folder, judge_keys
from tiaojie.host.rights import Member

HERE = Path("var")
PUBLIC, PRIVATE, LOOKUP = HERE / "principal.pub", HERE / "principal", HERE / "lookup"
LEFT, RIGHT = Member("left", ()), Member("right", (), ("left",))
SOURCES = {"left": (), "right": ("left",)}


def codes(findings):
    return [(finding.code, finding.about) for finding in findings]


# keys, folder, disk


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (Keys((), "", has_data=True, on_broker=False), ["keys_there"]),
        (Keys((LOOKUP,), "", has_data=False, on_broker=False), ["keys_not_yet"]),
        (Keys((LOOKUP,), "", has_data=True, on_broker=False), ["key_missing"]),
        (Keys((LOOKUP,), "id", has_data=False, on_broker=True), ["key_missing"]),
        (Keys((PUBLIC, PRIVATE), "", has_data=True, on_broker=True), ["key_missing"]),
        (
            Keys((PRIVATE,), "id", has_data=True, on_broker=True),
            ["keys_there", "key_private_missing"],
        ),
        (Keys((), "broken", has_data=True, on_broker=True), ["key_broken"]),
    ],
)
def test_keys(keys, expected):
    assert [finding.code for finding in judge_keys(keys, HERE)] == expected


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        (Folder(HERE, held=False, pid=None), "folder_free"),
        (Folder(HERE, held=True, pid=7), "folder_held"),
        (Folder(HERE, held=True, pid=None), "folder_held_silent"),
    ],
)
def test_folder(folder, code):
    assert judge_folder(folder).code == code


@pytest.mark.parametrize(
    ("free", "code"),
    [(0.049, "disk_full"), (0.05, "disk_low"), (0.149, "disk_low"), (0.15, "disk_ok")],
)
def test_disk(free, code):
    assert judge_disk(free, HERE).code == code


# clocks


@given(st.floats(-1e6, 1e6))
def test_clock_ahead_is_as_wrong_as_one_behind(seconds):
    assert judge_skew(seconds, "数据库").code == judge_skew(-seconds, "数据库").code


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(4.9, "clock_same"), (-5, "clock_apart"), (59, "clock_apart"), (-60, "clock_far_apart")],
)
def test_clock(seconds, code):
    assert judge_skew(seconds, "数据库").code == code


# databases and ledgers


def books(head=0, since=None, cursors=None, **counts):
    known = {"unsealed": 0, "jobs_due": 0, "jobs_retrying": 0, "parked": {}, **counts}
    return Books(Standing(head, **known), since, cursors or {})


def ledgers(**every):
    heads = {name: one.standing.head for name, one in every.items()}
    return codes(judge_ledgers(every, heads, SOURCES, START))


def test_databases_are_counted_or_named():
    there = Condition("PostgreSQL 18.1", 0.0, books())
    every = {"a": there, "b": replace(there, books=None), "c": "refused", "d": None}
    assert codes(judge_databases(every)) == [
        ("databases_ok", ""),
        ("databases_not_yet", "d"),
        ("database_away", "c"),
        ("schema_old", "b"),
    ]


def test_databases_that_are_away_for_one_reason_are_one_finding():
    every = {"a": "refused", "b": "no password", "c": "refused"}
    away = [("database_away", "a、c"), ("database_away", "b")]
    assert codes(judge_databases(every)) == away


def test_ledgers_at_rest_are_one_line():
    assert ledgers(left=books(3), right=books(2, cursors={"left": 3})) == [("ledgers_ok", "")]


def test_no_ledger_no_line():
    assert ledgers() == []


@pytest.mark.parametrize(("age", "expected"), [(5, "ledgers_ok"), (5.1, "unsealed")])
def test_unsealed_after_five_seconds(age, expected):
    ((code, _),) = ledgers(left=books(unsealed=2, since=START - timedelta(seconds=age)))
    assert code == expected


@pytest.mark.parametrize(
    ("cursors", "code", "count"),
    [({"left": 1}, "cursor_behind", 2), ({}, "cursor_behind", 3), ({"left": 5}, "cursor_ahead", 2)],
)
def test_cursor_is_measured_by_its_source(cursors, code, count):
    every = {"left": books(3), "right": books(cursors=cursors)}
    (finding,) = judge_ledgers(every, {"left": 3}, SOURCES, START)
    assert (finding.code, finding.about) == (code, "right")
    assert f" {count} 条" in finding.text


def test_source_that_was_not_read_is_not_judged():
    assert ledgers(right=books(cursors={"left": 9})) == [("ledgers_ok", "")]


def test_put_aside_entries_and_failing_jobs():
    aside = {("left", "parked"): 1, ("left", "behind"): 2, ("left", "waiting"): 4}
    findings = judge_ledgers({"right": books(parked=aside, jobs_retrying=5)}, {}, SOURCES, START)
    counted = [(f.code, f.text.split(" 有 ")[1].split()[0]) for f in findings]
    assert counted == [("parked", "3"), ("waiting", "4"), ("jobs_failing", "5")]


# broker and queues


def test_alarms():
    calm, need = {"name": "a"}, {"name": "b", "mem_alarm": True, "disk_free_alarm": True}
    assert codes(judge_alarms([calm])) == [("broker_calm", "")]
    assert codes(judge_alarms([calm, need])) == [("alarm_memory", "b"), ("alarm_disk", "b")]


def test_what_setup_would_change_or_refuse():
    assert codes(judge_changes([])) == [("broker_settled", "")]
    assert codes(judge_changes(["新增 策略 replies"])) == [("broker_differs", "新增 策略 replies")]
    assert codes(judge_changes(Refused("site_taken", "…"))) == [("broker_refuses", "site_taken")]


@pytest.mark.parametrize(
    ("change", "outside"),
    [
        ("删除 用户 client.220000000000.court", True),
        ("删除 队列 client.220000000000.court.from.intake", True),
        ("删除 用户 guest", False),
        ("修改 权限 client.220000000000.court", False),
    ],
)
def test_outside_systems_are_left_without_a_list(change, outside):
    assert bool(OUTSIDE.match(change)) == outside


VERBS = Queue("verbs.right", 0, 1, keys=frozenset({("tiaojie-rpc", "right.*")}))
HEARD = Queue("right.from.left", 0, 1, keys=frozenset({("left.journal", "#")}))
DEAD = Queue("dead", 0, 0, keys=frozenset())


@pytest.mark.parametrize(
    ("queues", "expected"),
    [
        ((VERBS, HEARD, DEAD), ("queues_ok", "")),
        ((replace(VERBS, keys=None), replace(HEARD, keys=None)), ("queues_ok", "")),
        ((HEARD,), ("verbs_unheard", "right")),
        ((replace(VERBS, consumers=0), replace(HEARD, consumers=0)), ("verbs_unheard", "right")),
        ((replace(VERBS, keys=frozenset()), HEARD), ("queue_unbound", "verbs.right")),
        ((VERBS,), ("queue_unheard", "right.from.left")),
        ((VERBS, replace(HEARD, consumers=0)), ("queue_unheard", "right.from.left")),
        ((VERBS, replace(HEARD, keys=VERBS.keys)), ("queue_unbound", "right.from.left")),
        ((VERBS, replace(HEARD, messages=999)), ("queues_ok", "")),
        ((VERBS, replace(HEARD, messages=1000)), ("backlog", "right.from.left")),
        ((VERBS, replace(HEARD, messages=100_000)), ("backlog_full", "right.from.left")),
        ((VERBS, replace(HEARD, messages=20, limit=20)), ("backlog_full", "right.from.left")),
        ((VERBS, HEARD, replace(DEAD, messages=1)), ("dead_letters", "dead")),
    ],
)
def test_queues(queues, expected):
    assert codes(judge_queues(queues, [RIGHT])) == [expected]


def test_known_queues_and_their_kinds():
    names = known_queues([LEFT, RIGHT])
    assert names == ["dead", "verbs.left", "verbs.right", "right.from.left"]
    others = ["reply.gateway.0", "reply", "mine"]
    kinds = [Queue(name, 0, 0).kind for name in [*names, *others]]
    assert kinds == ["dead", "verbs", "verbs", "subscription", "reply", "other", "other"]


# services, and how all is shown


def test_services():
    well = {"answer": {"lacks": ["nowhere"]}}
    assert codes(judge_services({"a": well})) == [("services_ok", "")]
    assert codes(judge_services({"a": well, "b": {"late": "b"}})) == [("service_silent", "b")]
    lacking = {"answer": {"lacks": ["a"]}}
    assert codes(judge_services({"a": well, "b": lacking})) == [("service_lacking", "b")]


def test_lacked_service_that_is_silent_itself_is_said_once():
    every = {"a": {"absent": "a"}, "b": {"answer": {"lacks": ["a"]}}}
    assert codes(judge_services(every)) == [("service_silent", "a")]


def test_worst_group_and_worst_finding_stand_last():
    bad, warn = found("vhost_missing", "x"), found("dead_letters", "dead", count=1)
    fine = [found("broker_calm"), found("version", "Python", version="3.11")]
    shown = worst_last([bad, warn, *fine])
    assert [group for group, _ in shown] == ["versions", "queues", "broker"]
    assert [finding.code for finding in shown[-1][1]] == ["broker_calm", "vhost_missing"]
    assert SEVERITIES == ("ok", "warn", "bad")
