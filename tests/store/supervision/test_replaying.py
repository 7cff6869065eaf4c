"""Forgetting all places at once, and knowing when they are reached again."""

import pytest

from services.supervision.store import replaying
from shared.ledger import cursors
from shared.ledger.chain import ZERO, Sealed, link
from shared.testing.things import NOON, STAMP

LINES = ['{"subject":"a"}', '{"subject":"b"}']


@pytest.fixture
def entries():
    first = Sealed(1, link(ZERO, LINES[0]), LINES[0])
    return [first, Sealed(2, link(first.hash, LINES[1]), LINES[1])]


def advance(ledger, entries, source="intake"):
    for entry in entries:
        with ledger.transaction(STAMP) as tx:
            cursors.advance(tx, source, entry)


def test_restart_forgets_places_and_parked_and_says_where_they_were(ledger, entries):
    advance(ledger, entries)
    with ledger.transaction(STAMP) as tx:
        cursors.park(tx, "intake", entries[0], cursors.PARKED, "poison", NOON)
    assert cursors.positions(ledger.database) == {"intake": Sealed(2, entries[1].hash, None)}
    with ledger.transaction(STAMP) as tx:
        assert cursors.restart(tx) == {"intake": 2}
    assert cursors.positions(ledger.database) == {}
    assert cursors.list_parked(ledger.database) == []
    advance(ledger, entries)
    assert cursors.position(ledger.database, "intake").seq == 2


def test_rebuild_is_over_when_every_place_is_reached_again(ledger, entries):
    advance(ledger, entries)
    advance(ledger, entries[:1], "screening")
    with ledger.transaction(STAMP) as tx:
        replaying.expect(tx, cursors.restart(tx))
    assert missing(ledger) == ["intake", "screening"]
    advance(ledger, entries[:1])
    advance(ledger, entries[:1], "screening")
    assert missing(ledger) == ["intake"]
    advance(ledger, entries[1:])
    assert missing(ledger) == []


def missing(ledger):
    with ledger.read() as connection:
        return replaying.missing(connection)
