"""A past mediation: possible orders, recorded defects; and what a person decides in triage."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.rules.decision import decide
from services.intake.rules.past import check_order, defects_of_note
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused

START = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)


def at(minutes):
    return None if minutes is None else START + timedelta(minutes=minutes)


def note(notice, sittings, reached, performed):
    return {
        "notice_at": at(notice),
        "sessions": [{"happened_at": at(m)} for m in sittings],
        "agreement": {"reached_at": at(reached)},
        "performance": {"at": at(performed)},
    }


def refused(*acts):
    try:
        check_order(*acts)
    except Refused as no:
        return no.code
    return None


MINUTES = st.integers(0, 6)


@given(
    MINUTES,
    MINUTES,
    st.none() | MINUTES,
    st.lists(MINUTES, max_size=2),
    MINUTES,
    st.none() | MINUTES,
)
def test_exactly_the_possible_orders_pass(registered, accepted, notice, sittings, reached, done):
    acts = [registered, accepted, *sorted(sittings), reached, *([] if done is None else [done]), 5]
    possible = acts == sorted(acts)
    possible = possible and (notice is None or accepted <= notice <= 5)
    told = note(notice, sittings, reached, done)
    refusal = None if possible else "dates_reversed"
    assert refused(at(registered), at(accepted), told, at(5)) == refusal


@pytest.mark.parametrize(
    ("notice", "sittings", "oral", "defects"),
    [
        (1, [2], True, []),
        (2, [2], True, []),
        (None, [2], True, ["notice_missing"]),
        (3, [4, 2], True, ["notice_late"]),
        (1, [], True, ["session_missing"]),
        (1, [2], False, ["written_form_due"]),
        (None, [], False, ["notice_missing", "session_missing", "written_form_due"]),
    ],
)
def test_what_was_not_kept_is_named(notice, sittings, oral, defects):
    assert list(defects_of_note(note(notice, sittings, 5, 6), oral_allowed=oral)) == defects


PROPOSAL = {
    "category": "damage",
    "sector": None,
    "level": "ordinary",
    "people_count": 2,
    "amount_fen": 100,
}
WISHES = dict.fromkeys((*PROPOSAL, "reason"))


def test_no_wish_means_the_proposal():
    decided = decide(PROPOSAL, WISHES)
    assert {k: getattr(decided, k) for k in PROPOSAL} == PROPOSAL
    assert decided.by_person is False


@pytest.mark.parametrize(
    "wish", [{"category": "contract"}, {"sector": "traffic"}, {"level": "major"}]
)
def test_a_departure_needs_a_reason(wish):
    with pytest.raises(Refused) as caught:
        decide(PROPOSAL, {**WISHES, **wish})
    assert caught.value.code == "reason_missing"
    assert decide(PROPOSAL, {**WISHES, **wish, "reason": "当面核实"}).by_person is True


def test_heads_and_sums_are_simply_known_better():
    decided = decide(PROPOSAL, {**WISHES, "people_count": 5, "amount_fen": 0})
    assert (decided.people_count, decided.amount_fen, decided.by_person) == (5, 0, False)


def test_a_proposed_sector_can_be_taken_away():
    proposal = {**PROPOSAL, "sector": "medical"}
    assert decide(proposal, {**WISHES, "sector": "none", "reason": "无诊疗"}).sector is None
