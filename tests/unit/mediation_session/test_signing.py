"""An agreement binds from the latest of all signatures and the seal, and not without one."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.mediation_session.rules import line, people, signing, states
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused
from tests.unit.mediation_session.drafts import FIX, PARTIES, PAY, TEXTS

START = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
MINUTES = st.one_of(st.none(), st.integers(0, 5000))


def at(minutes):
    return None if minutes is None else (START + timedelta(minutes=minutes)).isoformat()


@given(st.lists(MINUTES, min_size=1, max_size=5), st.lists(MINUTES, max_size=2), MINUTES)
def test_effect_is_the_latest_of_all_that_the_law_wants(parties, mediators, seal):
    ids = [f"p-{n}" for n in range(len(parties))]
    signed = [
        {"signer_kind": "party", "party": p, "at": at(m)}
        for p, m in zip(ids, parties, strict=True)
        if m is not None
    ]
    given_ = [m for m in mediators if m is not None]
    signed += [{"signer_kind": "mediator", "party": None, "at": at(m)} for m in given_]
    found = signing.standing(ids, signed, at(seal))
    whole = None not in parties and bool(given_) and seal is not None
    latest = max([*parties, min(given_), seal]) if whole else None
    assert found.effective_at == at(latest)
    assert list(found.parties) == [p for p, m in zip(ids, parties, strict=True) if m is None]
    assert (found.mediator, found.seal) == (not given_, seal is None)


def test_moments_are_compared_as_moments_not_as_text():
    signed = [
        {"signer_kind": "party", "party": "p-1", "at": "2026-03-02T09:00:00+08:00"},
        {"signer_kind": "mediator", "party": None, "at": "2026-03-02T02:30:00+00:00"},
    ]
    found = signing.standing(["p-1"], signed, "2026-03-02T10:00:00+08:00")
    assert found.effective_at == "2026-03-02T02:30:00+00:00"


@pytest.mark.parametrize("way", ["ink", "fingerprint", "shared_tablet", "phone"])
def test_status_is_signed_on_paper(way):
    signing.check_way(way, paper_only=False)
    if way in ("ink", "fingerprint"):
        signing.check_way(way, paper_only=True)
    else:
        with pytest.raises(Refused, match="paper_only"):
            signing.check_way(way, paper_only=True)


def written(**changes):
    head = {"agreement": "a-1", "case": "c-1", "number": "1", "mediators": [], "replaces": None}
    parties = people.read(PARTIES)
    return line.written(head, {**TEXTS, "clauses": [PAY, FIX], **changes}, parties)


def test_line_is_the_same_for_the_same_text_and_another_for_another():
    assert line.hash_of(written()) == line.hash_of(written())
    others = [written(facts="别的"), written(clauses=[PAY]), written(clauses=[FIX, PAY])]
    assert len({line.hash_of(text) for text in (written(), *others)}) == 4


@pytest.mark.parametrize(
    ("case_number", "before", "expected"),
    [
        ("（2026）岭下人调字第1号", 0, "（2026）岭下人调字第1号"),
        ("（2026）岭下人调字第1号", 1, "（2026）岭下人调字第1号之二"),
        ("（2026）岭下人调字第1号", 2, "（2026）岭下人调字第1号之三"),
        (None, 1, None),
    ],
)
def test_number_follows_the_case(case_number, before, expected):
    assert line.number(case_number, before) == expected


AGREEMENT_STATES = ("draft", "frozen", "signing", "effective", "replaced")


@given(st.lists(st.sampled_from(AGREEMENT_STATES), max_size=5), st.integers(-1, 5))
def test_a_new_draft_takes_the_place_of_all_that_stood(found, named):
    rows = [{"id": f"a-{n}", "state": state} for n, state in enumerate(found)]
    replaces = None if named < 0 else f"a-{named}"
    standing = [r for r in rows if r["state"] != "replaced"]
    if (replaces is None and standing) or (
        replaces is not None and replaces not in [r["id"] for r in standing]
    ):
        with pytest.raises(Refused):
            states.succession(rows, replaces)
        return
    after = states.succession(rows, replaces)
    binding = [r["id"] for r in standing if r["state"] == "effective"]
    assert after.void == tuple(r["id"] for r in standing if r["state"] != "effective")
    assert after.replaces == (binding[0] if binding else replaces)
