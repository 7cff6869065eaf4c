"""One command, one effect, one answer."""

import eventlet
import pytest
from sqlalchemy import func, select

from shared.contracts.refused import Refused
from shared.ledger import tables
from shared.ledger.commands import AlreadyDone, Order
from shared.testing.things import THING

ORDER = Order.of("make_thing", "mediator:m-01", {"command_id": "c-1", "n": 1})


def carry_out(ledger, stamp, order=ORDER, id_="a"):
    with ledger.command(stamp, order) as tx:
        tx.add(THING, id=id_, version=1)
        tx.append("thing_made", id_, n=1)
        return tx.answer(thing=id_)


def count(ledger, table):
    with ledger.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_done_command_is_recalled_with_its_answer(ledger, stamp):
    assert ledger.recall(ORDER) is None
    carry_out(ledger, stamp)
    assert ledger.recall(ORDER) == {"thing": "a"}


def test_twin_gets_the_first_answer_and_has_no_effect(ledger, stamp):
    carry_out(ledger, stamp)
    with pytest.raises(AlreadyDone) as twin:
        carry_out(ledger, stamp, id_="b")
    assert twin.value.answer == {"thing": "a"}
    assert (count(ledger, THING), count(ledger, tables.pending)) == (1, 1)


@pytest.mark.parametrize("change", [{"n": 2}, {"verb": "burn"}, {"actor": "mediator:m-02"}])
def test_same_id_with_other_content_is_refused(ledger, stamp, change):
    carry_out(ledger, stamp)
    verb, actor = change.get("verb", "make_thing"), change.get("actor", "mediator:m-01")
    other = Order.of(verb, actor, {"command_id": "c-1", "n": change.get("n", 1)})
    with pytest.raises(Refused, match="command_id_reused"):
        ledger.recall(other)
    with pytest.raises(Refused, match="command_id_reused"):
        carry_out(ledger, stamp, other, id_="b")


def test_refusal_leaves_nothing_and_may_succeed_later(ledger, stamp):
    with pytest.raises(Refused, match="wrong_state"), ledger.command(stamp, ORDER) as tx:
        tx.add(THING, id="a", version=1)
        raise Refused("wrong_state")
    assert ledger.recall(ORDER) is None
    carry_out(ledger, stamp)
    assert count(ledger, THING) == 1


def test_command_without_answer_is_a_mistake_and_rolls_back(ledger, stamp):
    with pytest.raises(RuntimeError), ledger.command(stamp, ORDER) as tx:
        tx.add(THING, id="a", version=1)
    assert count(ledger, THING) == 0


def test_twins_at_once_have_one_effect(ledger, stamp):
    def try_it(id_):
        try:
            return carry_out(ledger, stamp, id_=id_)
        except AlreadyDone as twin:
            return twin.answer

    answers = list(eventlet.GreenPool().imap(try_it, "abcdefgh"))
    assert len({str(sorted(a.items())) for a in answers}) == 1
    assert (count(ledger, THING), count(ledger, tables.pending)) == (1, 1)
