"""Sealing and reading the journal."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from shared.contracts.refused import Refused
from shared.ledger.chain import ZERO, ChainBroken, Sealed, link, verify
from shared.ledger.journal import count_unsealed, head, read_journal, seal, whole_journal


def test_seal_gives_places_without_holes_and_links_them(ledger, make):
    make("a", "b", "c")
    sealed = seal(ledger.database)
    assert [s.seq for s in sealed] == [1, 2, 3]
    assert sealed[0].hash == link(ZERO, sealed[0].line)
    assert sealed[2].hash == link(sealed[1].hash, sealed[2].line)
    assert count_unsealed(ledger.database) == 0


def test_seal_goes_on_where_it_stood(ledger, make):
    make("a")
    seal(ledger.database)
    make("b")
    assert [s.seq for s in seal(ledger.database)] == [2]
    assert verify(whole_journal(ledger.database)).seq == 2


def test_rolled_back_transaction_leaves_no_entry_and_no_hole(ledger, make, stamp):
    make("a")
    with pytest.raises(RuntimeError), ledger.transaction(stamp) as tx:
        tx.append("thing_made", "x", n=1)
        raise RuntimeError
    make("b")
    assert [s.seq for s in seal(ledger.database)] == [1, 2]


def test_read_journal_pages_and_ends(ledger, make):
    make(*"abcde")
    seal(ledger.database)
    page = read_journal(ledger.database, 0, None, 3)
    rest = read_journal(ledger.database, page[-1].seq, page[-1].hash.hex(), 3)
    assert [s.seq for s in page + rest] == [1, 2, 3, 4, 5]


def test_read_journal_of_another_history_is_diverged(ledger, make):
    make("a", "b")
    seal(ledger.database)
    with pytest.raises(Refused, match="diverged"):
        read_journal(ledger.database, 1, ("00" * 32), 10)


def test_audit_entry_is_heard_by_place_and_hash_only(ledger, make):
    make("a", event="thing_seen")
    make("b")
    rung = seal(ledger.database)
    assert [s.line is None for s in rung] == [True, False]
    assert read_journal(ledger.database, 0, None, 10) == rung
    assert verify(whole_journal(ledger.database)).hash == rung[-1].hash


def test_journal_takes_no_change_and_no_deletion(ledger, make):
    make("a")
    seal(ledger.database)
    for statement in ("update ledger_journal set line = 'x'", "delete from ledger_journal"):
        with pytest.raises(DBAPIError), ledger.database.transaction() as connection:
            connection.execute(text(statement))
    assert head(ledger.database).seq == 1


@pytest.mark.parametrize("harm", ["change", "remove", "insert", "swap"])
def test_verify_names_the_first_wrong_place(ledger, make, harm):
    make(*"abcdef")
    seal(ledger.database)
    entries = list(whole_journal(ledger.database))
    third = entries[2]
    if harm == "change":
        entries[2] = Sealed(3, third.hash, third.line.replace('"n":2', '"n":9'))
    elif harm == "remove":
        del entries[2]
    elif harm == "insert":
        entries.insert(2, Sealed(3, link(entries[1].hash, "{}"), "{}"))
    else:
        entries[2], entries[3] = Sealed(3, *_parts(entries[3])), Sealed(4, *_parts(third))
    with pytest.raises(ChainBroken) as broken:
        verify(entries)
    assert broken.value.seq == (4 if harm == "insert" else 3)


def _parts(entry):
    return entry.hash, entry.line


def test_page_holds_no_more_than_an_answer_and_at_least_one(ledger, make, monkeypatch):
    make(*"abc")
    seal(ledger.database)
    monkeypatch.setattr("shared.ledger.journal.PAGE_BYTES", 1)
    assert [entry.seq for entry in read_journal(ledger.database, 0, None, 10)] == [1]
    monkeypatch.setattr("shared.ledger.journal.PAGE_BYTES", 10_000)
    assert [entry.seq for entry in read_journal(ledger.database, 0, None, 10)] == [1, 2, 3]
