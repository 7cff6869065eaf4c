"""Entries arrive once, in order, also late; a poison entry parks one subject and no other."""

import eventlet
import two_services as two

from shared.bus.follower import EntryHandler
from shared.testing.people import ADMINISTRATOR, MEDIATOR
from shared.testing.running import running


def things_of(suite):
    suite.settle()
    return suite.ask("right", "list_things", MEDIATOR, thing="x")["things"]


def test_effect_follows_with_its_fact(things):
    for thing in ("a", "b"):
        things.ask("left", "make_thing", MEDIATOR, thing=thing)
    assert things_of(things) == ["a=107", "b=107"]


def test_poison_parks_its_subject_alone_and_is_cured_in_order(things):
    two.poison.add("bad")
    for n, thing in enumerate(["bad", "a", "bad", "b"], 1):
        things.ask("left", "make_thing", MEDIATOR, thing=thing, n=n)
    assert things_of(things) == ["a=207", "b=407"]
    parked = things.ask("right", "list_parked", ADMINISTRATOR)["parked"]
    assert [(p["subject"], p["state"]) for p in parked] == [("bad", "parked"), ("bad", "behind")]
    two.poison.clear()
    retry = {"source": "left", "subject": "bad", "reason": "原因已消除"}
    things.ask("right", "retry_parked", ADMINISTRATOR, **retry)
    assert wait_for(things, 4) == ["a=207", "b=407", "bad=107", "bad=307"]


def test_order_holds_under_the_cursor_too_where_nobody_looked_before(things):
    """What one replica parks after the other has looked: here, a handler that never looks."""
    keeper = things.suite.keeper(things.suite.containers["right"])
    (subscription,) = keeper.subscriptions
    ((kind, handler),) = subscription.follower.handlers.items()
    plain = EntryHandler(lambda context, tx, heard, _: handler.commit(context, tx, heard, 7))
    subscription.follower.handlers = {kind: plain}
    two.poison.add("bad")
    things.ask("left", "make_thing", MEDIATOR, thing="bad", n=1)
    assert things_of(things) == []
    two.poison.clear()
    things.ask("left", "make_thing", MEDIATOR, thing="bad", n=2)
    assert wait_for(things, 2) == ["bad=107", "bad=207"]


def wait_for(things, how_many):
    for _ in range(100):
        got = things_of(things)
        if len(got) == how_many:
            return got
        eventlet.sleep(0.1)
    return got


def test_dropped_entry_lets_the_next_of_its_subject_go_on(things):
    two.poison.add("bad")
    things.ask("left", "make_thing", MEDIATOR, thing="bad", n=1)
    things_of(things)
    two.poison.clear()
    drop = {"source": "left", "subject": "bad", "reason": "重复录入"}
    things.ask("right", "drop_parked", ADMINISTRATOR, **drop)
    things.ask("left", "make_thing", MEDIATOR, thing="bad", n=2)
    assert things_of(things) == ["bad=207"]
    assert things.events("right") == ["parked_dropped"]


def test_service_added_after_a_thousand_entries_catches_up_by_itself(tmp_path, place):
    with running(tmp_path, [two.Left], **place) as alone:
        for n in range(1000):
            alone.ask("left", "make_thing", MEDIATOR, thing=f"t{n}")
    with running(tmp_path, [two.Left, two.Right], **place) as both:
        keeper = both.suite.keeper(both.suite.containers["right"])
        two.TABLES.create_all(keeper.desk.ledger.database.engine)
        wait_for(both, 1000)
        assert things_of(both) == [f"t{n}=107" for n in range(1000)]


def test_absent_source_of_facts_makes_the_subject_wait(tmp_path, place):
    with running(tmp_path, [two.Left], **place) as alone:
        alone.ask("left", "make_thing", MEDIATOR, thing="a")
    with running(tmp_path, [two.Right], **place) as right:
        assert right.ask("right", "health", MEDIATOR)["parked"] == 0
    with running(tmp_path, [two.Right, two.Left], **place) as both:
        keeper = both.suite.keeper(both.suite.containers["right"])
        two.TABLES.create_all(keeper.desk.ledger.database.engine)
        assert wait_for(both, 1) == ["a=107"]


def test_job_is_retried_until_it_succeeds(things):
    two.poison.add("bad")
    things.ask("left", "make_thing", MEDIATOR, thing="bad")
    things.settle()
    assert two.jobs_run == ["bad"]
    parked = things.ask("left", "list_parked", ADMINISTRATOR)["parked"]
    assert [(p["source"], p["subject"], p["tries"]) for p in parked] == [("jobs", "bad", 1)]
    two.poison.clear()
    for _ in range(40):
        eventlet.sleep(0.1)
        if len(two.jobs_run) > 1:
            break
    assert two.jobs_run == ["bad", "bad"]
