"""With the real neighbours on the left: what the court gets, and what it does not."""

import hashlib
import json
import sqlite3
from contextlib import closing

import pytest

from tests.unit.document_archive.reading import squeezed, text
from tiaojie.demo import story
from tiaojie.demo.play import play

NEVER = ("record", "notice", "follow_up", "investigation", "evidence")
SAID = ("四个子女都认可应当赡养", "长子私下说手头紧", "次女情绪大")


def rows(folder, service, query):
    with closing(sqlite3.connect(folder / f"{service}.db")) as database:
        return database.execute(query).fetchall()


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ordinary")
    play(story.load("ordinary"), folder, lambda _told: None)
    return folder


@pytest.fixture(scope="module")
def slip(played):
    (path,) = (played / "court" / "in").glob("*.json")
    return json.loads(path.read_bytes())


def test_court_holds_one_packet_with_the_hash_that_the_desk_kept(played, slip):
    pdf = (played / "court" / "in" / f"{slip['packet']}.pdf").read_bytes()
    query = "select packet, sha256, receipt from application"
    assert rows(played, "judicial_confirmation", query) == [
        (slip["packet"], slip["sha256"], slip["receipt"])
    ]
    assert hashlib.sha256(pdf).hexdigest() == slip["sha256"]


def test_packet_has_the_papers_that_the_law_asks_for_and_no_words_of_the_sessions(played, slip):
    assert [paper["title"] for paper in slip["manifest"]] == [
        "司法确认申请书",
        "人民调解协议书",
        "当事人身份证复印件",
        "调解组织主持调解证明",
        *["送达地址确认书"] * 5,
    ]
    assert {paper["form"] for paper in slip["manifest"]} & set(NEVER) == set()
    pdf = (played / "court" / "in" / f"{slip['packet']}.pdf").read_bytes()
    words = squeezed(text(pdf))
    assert "申请人出于解决纠纷的目的自愿达成协议" in words
    assert [said for said in SAID if said in words] == []


def test_papers_and_ruling_are_filed_and_nothing_waits(played):
    filed = dict(
        rows(played, "document_archive", "select form, count(*) from document group by form")
    )
    assert {form: filed.get(form) for form in ("confirmation_application", "court_papers")} == {
        "confirmation_application": 1,
        "court_papers": 1,
    }
    assert (filed["proof_of_mediation"], filed["address_confirmation"]) == (1, 5)
    failing = "select kind, reason from ledger_job where tries > 0"
    assert rows(played, "judicial_confirmation", failing) == []
    assert rows(played, "judicial_confirmation", "select * from ledger_parked") == []
    assert rows(played, "judicial_confirmation", "select state, how from confirmation") == [
        ("ended", "confirmed")
    ]


def test_identity_was_asked_for_under_our_purpose(played):
    purposes = rows(played, "intake", "select distinct purpose from reveal")
    assert ("judicial_confirmation",) in purposes


def test_oral_agreement_is_not_offered(tmp_path):
    play(story.load("oral"), tmp_path, lambda _told: None)
    query = "select state, reason, deadline from confirmation"
    assert rows(tmp_path, "judicial_confirmation", query) == [
        ("not_offered", "oral_agreement", None)
    ]
