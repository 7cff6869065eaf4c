from datetime import UTC, datetime, timedelta

import pytest

from shared.calendar.clock import SHANGHAI, StoryClock, SystemClock

NOON = datetime(2026, 9, 1, 12, tzinfo=SHANGHAI)


def test_system_clock_tells_beijing_time():
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(hours=8)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_story_clock_stands_still_until_set():
    clock = StoryClock(NOON)
    assert (clock.now(), clock.now()) == (NOON, NOON)
    clock.set(NOON + timedelta(days=3))
    assert clock.now() == NOON + timedelta(days=3)


def test_story_clock_may_be_set_to_the_same_moment():
    clock = StoryClock(NOON)
    clock.set(NOON)
    assert clock.now() == NOON


def test_story_clock_refuses_to_go_back():
    clock = StoryClock(NOON)
    with pytest.raises(ValueError, match="does not go back"):
        clock.set(NOON - timedelta(seconds=1))
    assert clock.now() == NOON


def test_story_clock_turns_other_zones_into_beijing_time():
    clock = StoryClock(datetime(2026, 9, 1, 20, tzinfo=UTC))
    assert clock.now().isoformat() == "2026-09-02T04:00:00+08:00"
    clock.set(datetime(2026, 9, 2, 20, tzinfo=UTC))
    assert clock.now().isoformat() == "2026-09-03T04:00:00+08:00"


def test_story_clock_refuses_a_moment_without_zone():
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        StoryClock(naive)
    with pytest.raises(ValueError, match="time zone"):
        StoryClock(NOON).set(naive)
