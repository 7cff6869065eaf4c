"""A journal is followed once and in order, whatever the bell loses, repeats or brings early."""

import json
import threading
import time
from itertools import islice

import pytest
from client.tests.peer import Peer
from client.tests.serving import HOTLINE, POLICE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiaojie_client import START, Client, Diverged, Entry, Place
from tiaojie_client import follow as following
from tiaojie_client.follow import follows


class Taken:
    """What a handler took."""

    def __init__(self):
        self.entries, self.more = [], threading.Condition()

    def __call__(self, entry):
        with self.more:
            self.entries.append(entry)
            self.more.notify_all()

    def seqs(self, how_many):
        with self.more:
            assert self.more.wait_for(lambda: len(self.entries) >= how_many, 10), self.entries
            return [entry.place.seq for entry in self.entries]


def test_entries_arrive_from_a_place_on_and_then_as_they_ring(client, intake):
    intake.append("a", "b", "c")
    taken = Taken()
    at = intake.journal[0]
    subscription = client.subscribe("intake", taken, Place(1, at["hash"]))
    assert taken.seqs(2) == [2, 3]
    intake.append("d")
    intake.ring(4)
    assert taken.seqs(3) == [2, 3, 4]
    entry = taken.entries[-1]
    assert (entry.type, entry.id, entry.subject) == ("d", "e-4", "c-1")
    assert entry.place == Place(4, intake.journal[3]["hash"]) == subscription.place
    subscription.stop()
    subscription.join(5)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(rung=st.lists(st.integers(1, 4), max_size=14))
def test_bells_lost_doubled_and_early_change_nothing(rung):
    source = Silent(8)
    subscription = source.subscription()
    for seq in rung:
        subscription._put(source.bell(seq))
    subscription._put(None)
    seen = [entry.place.seq for entry in islice(subscription, 8)]
    assert seen == list(range(1, 9))


class Silent:
    """A client whose source is a journal in memory, empty at the first look; its bus is silent."""

    def __init__(self, length):
        self.peer, self.link, self.looks = Peer(None), self, 0
        self.peer.append(*"abcdefgh"[:length])

    def query(self, _source, _verb, place):
        self.looks += 1
        return {"entries": []} if self.looks == 1 else self.peer.read_journal(place)["answer"]

    def set_up(self, _setup):
        pass

    def subscription(self):
        return following.Subscription(self, "intake", START)

    def bell(self, seq):
        return json.dumps(self.peer.journal[seq - 1])


def test_gap_is_pulled_at_once(client, intake):
    taken = Taken()
    client.subscribe("intake", taken)
    intake.append("a")
    intake.ring(1)
    taken.seqs(1)
    intake.append("b", "c", "d")
    intake.ring(4)
    assert taken.seqs(4) == [1, 2, 3, 4]


def test_bell_of_another_than_the_source_is_not_believed(client, intake):
    taken = Taken()
    subscription = client.subscribe("intake", taken)
    intake.append("a")
    intake.ring(1)
    taken.seqs(1)
    subscription._hear(Forged())
    intake.append("b")
    intake.ring(2)
    assert taken.seqs(2) == [1, 2]


class Forged:
    properties = {"user_id": POLICE}  # noqa: RUF012
    body = '{"seq": 2, "hash": "00", "line": "{}"}'


def test_lost_bell_is_made_up_for_after_a_quiet_moment(client, intake, monkeypatch):
    monkeypatch.setattr(following, "QUIET_S", 0.2)
    taken = Taken()
    client.subscribe("intake", taken)
    intake.append("a")
    intake.ring(1)
    taken.seqs(1)
    time.sleep(0.3)  # it listens for bells alone by now
    intake.append("b")
    assert taken.seqs(2) == [1, 2]


def test_audit_entry_moves_the_place_without_its_content(client, intake):
    intake.append("a")
    intake.append("secret", line=False)
    intake.append("b")
    taken = Taken()
    client.subscribe("intake", taken)
    assert taken.seqs(3) == [1, 2, 3]
    assert taken.entries[1] == Entry(Place(2, intake.journal[1]["hash"]))


def test_journal_that_was_restored_is_diverged(client, intake):
    intake.append("a", "b")
    subscription = client.subscribe("intake", Taken(), Place(1, "ff" * 32))
    with pytest.raises(Diverged):
        subscription.join(10)


def test_entry_that_does_not_follow_is_diverged(client, intake):
    intake.append("a", "b")
    intake.journal[1]["line"] = '{"type": "changed"}'
    taken = Taken()
    subscription = client.subscribe("intake", taken)
    with pytest.raises(Diverged):
        subscription.join(10)
    assert taken.seqs(1) == [1]


def test_what_the_handler_raises_ends_it_and_the_entry_comes_again(client, intake):
    intake.append("a", "b")

    def fail(entry):
        raise ZeroDivisionError(entry.place.seq)

    subscription = client.subscribe("intake", fail)
    with pytest.raises(ZeroDivisionError, match="^1$"):
        subscription.join(10)
    taken = Taken()
    client.subscribe("intake", taken)
    assert taken.seqs(2) == [1, 2]


def test_following_goes_on_after_a_lost_link(client, intake):
    taken = Taken()
    client.subscribe("intake", taken)
    intake.append("a")
    intake.ring(1)
    taken.seqs(1)
    client.link.connection.connection.sock.shutdown(2)
    intake.append("b")
    assert taken.seqs(2) == [1, 2]


def test_source_that_is_away_is_waited_for(node, client, monkeypatch):
    monkeypatch.setattr(following, "QUIET_S", 0.2)
    taken = Taken()
    client.subscribe("intake", taken)
    with Peer(node) as late:
        late.append("a")
        assert taken.seqs(1) == [1]


def test_subscription_that_the_broker_refuses_is_said_to_the_caller(client):
    with pytest.raises(Exception, match="ACCESS_REFUSED|NOT_FOUND"):
        client.subscribe("nobody", Taken())


def test_two_clients_of_one_user_share_the_queue(node, client, intake):
    first, second = Taken(), Taken()
    client.subscribe("intake", first)
    with Client(node.url, HOTLINE, node.password(HOTLINE)) as twin:
        twin.subscribe("intake", second)
        intake.append("a")
        intake.ring(1)
        assert first.seqs(1) == [1]


def test_hash_is_that_of_the_line_upon_the_one_before():
    place = Place(1, "5b5a7d2f" + "00" * 28)
    assert not follows(START, place, "x")
    assert follows(START, place, None)
    assert not follows(START, Place(2, place.hash), None)
