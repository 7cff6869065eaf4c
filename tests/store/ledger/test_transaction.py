"""Versions, numbers, and what may not happen inside a transaction."""

import eventlet
import pytest

from shared.bus.offload import offload
from shared.contracts.refused import Refused
from shared.ledger.database import CallInTransaction
from shared.ledger.journal import seal
from shared.testing.things import THING


def test_change_refuses_a_version_that_somebody_changed(ledger, make, stamp):
    make("a")
    with ledger.transaction(stamp) as tx:
        assert tx.change(THING, "a", 1) == 2
    with pytest.raises(Refused) as no, ledger.transaction(stamp) as tx:
        tx.change(THING, "a", 1)
    assert (no.value.code, no.value.details) == ("version_stale", {"seen": 1, "current": 2})


def test_one_winner_per_version(ledger, make, stamp):
    make("a")

    def try_it(_):
        try:
            with ledger.transaction(stamp) as tx:
                return tx.change(THING, "a", 1)
        except Refused:
            return None

    assert sorted(filter(None, eventlet.GreenPool().imap(try_it, range(8)))) == [2]


def test_numbers_have_no_gap_under_concurrency_and_refusal(ledger, stamp):
    def draw(n):
        try:
            with ledger.transaction(stamp) as tx:
                number = tx.draw_number("committee-1:2026")
                if n % 5 == 0:
                    raise Refused("wrong_state")
                return number
        except Refused:
            return None

    drawn = [n for n in eventlet.GreenPool().imap(draw, range(40)) if n]
    assert sorted(drawn) == list(range(1, 33))


def test_entries_of_one_subject_are_in_the_order_of_its_versions(ledger, make, stamp):
    make("a")

    def bump(_):
        for seen in range(1, 200):
            try:
                with ledger.transaction(stamp) as tx:
                    tx.append("thing_made", "a", n=tx.change(THING, "a", seen))
                    return
            except Refused:
                eventlet.sleep(0)

    list(eventlet.GreenPool().imap(bump, range(12)))
    lines = [s.line for s in seal(ledger.database)]
    assert [line.split('"n":')[1].split("}")[0] for line in lines] == [
        "0",
        *map(str, range(2, 14)),
    ]


def test_nothing_slow_inside_a_transaction(ledger, stamp):
    with pytest.raises(CallInTransaction), ledger.transaction(stamp):
        offload(len, "x")


def test_no_second_transaction_inside_one(ledger, stamp):
    with pytest.raises(CallInTransaction), ledger.transaction(stamp), ledger.transaction(stamp):
        pass


def test_append_keeps_out_what_the_contract_does_not_name(ledger, stamp):
    with ledger.transaction(stamp) as tx:
        tx.append("thing_made", "a", n=1, name="张某")
    assert "张某" not in seal(ledger.database)[0].line
