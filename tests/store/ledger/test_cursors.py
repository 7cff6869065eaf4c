"""The cursor moves with the effect; parked subjects wait, others go on."""

from datetime import timedelta

import pytest

from shared.ledger import cursors
from shared.ledger.chain import Sealed
from shared.ledger.cursors import Diverged, Gap, Heard
from shared.ledger.journal import seal
from shared.testing.things import NOON


@pytest.fixture
def entries(ledger, make):
    make("a", "b", "a2")
    return seal(ledger.database)


def advance(ledger, stamp, entry):
    with ledger.transaction(stamp) as tx:
        return cursors.advance(tx, "elsewhere", entry)


def test_cursor_takes_each_entry_once_and_in_order(ledger, stamp, entries):
    assert advance(ledger, stamp, entries[0]) is True
    assert advance(ledger, stamp, entries[0]) is False
    with pytest.raises(Gap):
        advance(ledger, stamp, entries[2])
    assert advance(ledger, stamp, entries[1]) is True
    assert cursors.position(ledger.database, "elsewhere").hash == entries[1].hash


def test_cursor_does_not_move_when_the_effect_fails(ledger, stamp, entries):
    with pytest.raises(RuntimeError), ledger.transaction(stamp) as tx:
        cursors.advance(tx, "elsewhere", entries[0])
        raise RuntimeError
    assert cursors.position(ledger.database, "elsewhere").seq == 0


def test_entry_that_does_not_follow_is_diverged(ledger, stamp, entries):
    forged = Sealed(1, entries[0].hash, entries[0].line + " ")
    with pytest.raises(Diverged):
        advance(ledger, stamp, forged)


def test_parked_subject_waits_with_growing_pauses(ledger, stamp, entries):
    with ledger.transaction(stamp) as tx:
        cursors.advance(tx, "elsewhere", entries[0])
        cursors.park(tx, "elsewhere", entries[0], cursors.PARKED, "ValueError: poison", NOON)
    assert cursors.is_parked(ledger.database, "elsewhere", "a") is True
    assert cursors.is_parked(ledger.database, "elsewhere", "b") is False
    later = NOON + timedelta(seconds=1)
    assert cursors.parked_heads(ledger.database, "elsewhere", NOON) == []
    heads = cursors.parked_heads(ledger.database, "elsewhere", later)
    assert heads == [("a", entries[0])]
    with ledger.transaction(stamp) as tx:
        cursors.postpone(tx, "elsewhere", 1, cursors.PARKED, "again", later)
    assert cursors.parked_heads(ledger.database, "elsewhere", later) == []
    assert cursors.list_parked(ledger.database)[0]["tries"] == 1


def test_unpark_takes_it_out_once(ledger, stamp, entries):
    with ledger.transaction(stamp) as tx:
        cursors.park(tx, "elsewhere", entries[0], cursors.PARKED, "poison", NOON)
    with ledger.transaction(stamp) as tx:
        assert cursors.unpark(tx, "elsewhere", 1) is True
        assert cursors.unpark(tx, "elsewhere", 1) is False


def test_heard_opens_the_sealed_line(entries):
    heard = Heard.open("things", entries[1])
    assert (heard.type, heard.subject, heard.data) == ("things.thing_made.v1", "b", {"n": 1})
    assert Heard.open("things", Sealed(9, b"", None)).type == ""
