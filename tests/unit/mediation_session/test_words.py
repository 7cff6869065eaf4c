"""Words of one side never meet the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.mediation_session.rules import papers, words
from services.mediation_session.store.mediations import IN_RECORD
from services.mediation_session.store.tables import METADATA, private_word
from shared.contracts.refused import Refused

PARTIES = ("p-1", "p-2", "p-3")
AUDIENCES = st.sampled_from(["joint", "file", "self", *(f"side:{p}" for p in PARTIES)])
PIECES = st.lists(st.tuples(AUDIENCES, st.uuids()), max_size=12)
CASE = {
    "committee_name": "岭下镇人民调解委员会",
    "number": "（2026）岭下人调字第1号",
    "parties": [{"party": p, "name": None, "label": p} for p in PARTIES],
    "mediators": [{"mediator": "m-01", "name": "赵某"}],
}


def spoken(pieces):
    return [{"audience": audience, "words": f"话{mark}"} for audience, mark in pieces]


@given(PIECES)
def test_every_word_goes_to_its_audience_alone(pieces):
    said = spoken(pieces)
    told = words.told(said, PARTIES, "m-01")
    of = {a: [p["words"] for p in said if p["audience"] == a] for a in ("joint", "file")}
    assert (told.joint or "").split() == of["joint"]
    assert (told.file or "").split() == of["file"]
    assert [p.words for p in told.private] == [
        p["words"] for p in said if p["audience"] not in ("joint", "file")
    ]


@given(PIECES)
def test_one_sides_words_never_in_joint_papers(pieces):
    said = spoken(pieces)
    told = words.told(said, PARTIES, "m-01")
    session = {
        "starts_at": "2026-03-02T09:00:00+08:00",
        "ended_at": None,
        "place": "调解室",
        "parties": list(PARTIES),
        "mediators": [],
        "invited": [],
        "recorder": None,
        "joint_words": told.joint,
        "law": [],
        "custom": None,
        "result": "continue",
    }
    paper = str(papers.record(CASE, session, told=True))
    others = [p["words"] for p in said if p["audience"] != "joint"]
    assert [w for w in others if w in paper] == []


def test_record_is_not_even_given_words_for_the_file():
    names = {column.name for column in IN_RECORD}
    assert ("joint_words" in names, "file_words" in names) == (True, False)


def test_nothing_points_to_words_of_one_side_and_they_name_no_session():
    keys = [key for table in METADATA.tables.values() for key in table.foreign_keys]
    assert [key for key in keys if key.column.table is private_word] == []
    assert {c.name for c in private_word.columns} == {
        "id", "no", "case", "audience", "sealed", "at",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("audience", "mediator", "allowed"),
    [
        ("side:p-1", "m-01", True),
        ("side:p-1", "m-02", True),
        ("self:m-01", "m-01", True),
        ("self:m-01", "m-02", False),
        ("self:m-0", "m-01", False),
    ],
)
def test_notes_to_oneself_are_read_by_oneself(audience, mediator, allowed):
    assert words.may_read(audience, mediator) is allowed


def test_sealed_words_are_bound_to_case_and_side():
    places = {words.about(case, f"side:{p}") for case in ("c-1", "c-2") for p in PARTIES}
    assert len(places) == 6


@pytest.mark.parametrize(
    ("audience", "code"),
    [
        ("side:p-9", "not_a_party"),
        ("public", "audience_unknown"),
        ("self:m-02", "audience_unknown"),
        ("side", "audience_unknown"),
    ],
)
def test_unknown_audience_is_refused(audience, code):
    with pytest.raises(Refused) as no:
        words.told([{"audience": audience, "words": "x"}], PARTIES, "m-01")
    assert no.value.code == code
