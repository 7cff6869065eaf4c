"""The court in a folder: once is once, whatever happens in between."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.judicial_confirmation.drivers import simulator
from services.judicial_confirmation.drivers.court import DifferentPacket, Packet
from services.judicial_confirmation.drivers.simulator import Simulator

NOON = datetime.fromisoformat("2026-03-05T12:00:00+08:00")
PACKET = Packet("n-1.1", "court-1", "ab" * 32, b"%PDF", [{"title": "申请书"}], NOON)


def names(folder):
    return sorted(path.name for path in (folder / "in").iterdir())


def test_packet_is_kept_with_its_slip(tmp_path):
    court = Simulator(tmp_path)
    receipt = court.send(PACKET)
    assert (receipt.received_at, names(tmp_path)) == (NOON, ["n-1.1.json", "n-1.1.pdf"])
    assert (tmp_path / "in" / "n-1.1.pdf").read_bytes() == b"%PDF"
    assert court.find("n-1.1") == receipt
    assert court.find("n-1.2") is None


def test_repeated_number_gets_the_first_receipt(tmp_path):
    first = Simulator(tmp_path).send(PACKET)
    later = replace(PACKET, sent_at=NOON + timedelta(days=1))
    assert Simulator(tmp_path).send(later) == first
    assert names(tmp_path) == ["n-1.1.json", "n-1.1.pdf"]


def test_same_number_with_another_file_is_no_repeat(tmp_path):
    court = Simulator(tmp_path)
    court.send(PACKET)
    with pytest.raises(DifferentPacket):
        court.send(replace(PACKET, pdf=b"other", sha256="cd" * 32))


def test_killed_between_file_and_slip_it_is_taken_anew(tmp_path, monkeypatch):
    write, written = simulator._write, []

    def killed(path, content):
        if written:
            raise KeyboardInterrupt
        written.append(path)
        write(path, content)

    monkeypatch.setattr(simulator, "_write", killed)
    with pytest.raises(KeyboardInterrupt):
        Simulator(tmp_path).send(PACKET)
    monkeypatch.undo()
    assert Simulator(tmp_path).find("n-1.1") is None
    Simulator(tmp_path).send(PACKET)
    assert names(tmp_path) == ["n-1.1.json", "n-1.1.pdf"]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 5)), max_size=20))
def test_as_many_packets_as_numbers(tmp_path_factory, sent):
    folder = tmp_path_factory.mktemp("court")
    court, receipts = Simulator(folder), {}
    for number, hours in sent:
        packet = replace(PACKET, number=f"n.{number}", sent_at=NOON + timedelta(hours=hours))
        receipts.setdefault(number, set()).add(court.send(packet))
    assert {len(same) for same in receipts.values()} <= {1}
    assert len({r.number for same in receipts.values() for r in same}) == len(receipts)
    assert len(list(folder.glob("in/*.json"))) == len(receipts)


def test_answers_laid_in_the_folder_are_polled_in_order(tmp_path):
    (tmp_path / "out").mkdir()
    for day, name in ((7, "b"), (6, "c"), (4, "a")):
        said = {"packet": "n-1.1", "kind": "accepted", "at": f"2026-03-0{day}T09:00:00+08:00"}
        said["data"] = {"court_number": f"第{day}号"}
        (tmp_path / "out" / f"{name}.json").write_text(json.dumps(said))
    polled = Simulator(tmp_path).poll(date(2026, 3, 5))
    assert [(m.id, m.packet, m.data["court_number"]) for m in polled] == [
        ("c", "n-1.1", "第6号"),
        ("b", "n-1.1", "第7号"),
    ]


def test_court_that_never_answered_says_nothing(tmp_path):
    assert Simulator(tmp_path).poll(date(2026, 3, 5)) == []
