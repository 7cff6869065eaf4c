"""The certificate: whatever order the acts come in, nobody mediates without one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registry.rules.certificates import STEPS, Act, check_issue, reasons_against, step
from shared.contracts.refused import Refused

START = date(2026, 1, 1)
YEAR = Act("issue", START, START, date(2026, 12, 31))


def day(n):
    return START + timedelta(days=n)


@st.composite
def acts(draw):
    """Any acts, mostly a few days after each other, of which the rules take those that may be."""
    state, taken, on = "none", [], START
    for kind in ["issue", *draw(st.lists(st.sampled_from(list(STEPS)), max_size=8))]:
        on += timedelta(days=draw(st.integers(-1, 6)))
        act = Act(kind, on, *draw(days(on))) if kind == "issue" else Act(kind, on)
        try:
            state = step(state, act, draw(st.sampled_from(["理由", "理由", None])), taken)
        except Refused:
            continue
        taken.append(act)
    return taken


@st.composite
def days(draw, on):
    """First and last day of a certificate that is issued on a day."""
    since = on + timedelta(days=draw(st.integers(-5, 20)))
    return since, since + timedelta(days=draw(st.integers(0, 60)))


def last(taken, on, *kinds):
    """The place of the last act of these kinds up to a day; -1 if there is none."""
    places = [n for n, act in enumerate(taken) if act.act in kinds and act.on <= on]
    return places[-1] if places else -1


@settings(max_examples=300)
@given(acts(), st.integers(-2, 40))
def test_it_holds_only_within_a_certificate_issued_since_it_was_last_revoked(taken, n):
    on = day(n)
    revoked = last(taken, on, "revoke")
    issued = [a for a in taken[revoked + 1 :] if a.act == "issue" and a.on <= on]
    covered = any(a.since <= on <= a.until for a in issued)
    suspended = last(taken, on, "suspend") > last(taken, on, "restore", "revoke")
    assert (reasons_against(taken, on) == []) is (covered and not suspended)


@given(acts(), st.integers(-2, 40))
def test_an_act_of_a_later_day_changes_no_earlier_one(taken, n):
    on = day(n)
    so_far = [act for act in taken if act.on <= on]
    assert reasons_against(taken, on) == reasons_against(so_far, on)


@given(acts())
def test_days_of_acts_never_go_back(taken):
    assert [a.on for a in taken] == sorted(a.on for a in taken)


@pytest.mark.parametrize(
    ("taken", "on", "reasons"),
    [
        ([], START, ["certificate_missing"]),
        ([YEAR], date(2025, 12, 31), ["certificate_missing"]),
        ([YEAR], START, []),
        ([YEAR], date(2026, 12, 31), []),
        ([YEAR], date(2027, 1, 1), ["certificate_expired"]),
        ([Act("issue", START, day(5), day(9))], day(4), ["certificate_not_yet"]),
        ([YEAR, Act("suspend", day(3))], day(2), []),
        ([YEAR, Act("suspend", day(3))], day(3), ["certificate_suspended"]),
        ([YEAR, Act("suspend", day(3)), Act("restore", day(5))], day(5), []),
        ([YEAR, Act("revoke", day(3))], day(3), ["certificate_revoked"]),
        ([YEAR, Act("revoke", day(3)), Act("issue", day(9), day(9), day(20))], day(21),
         ["certificate_expired"]),
        ([YEAR, Act("check", day(3))], day(400), ["certificate_expired"]),
    ],
)  # fmt: skip
def test_standing_on_a_day(taken, on, reasons):
    assert reasons_against(taken, on) == reasons


def test_a_renewal_leaves_the_certificate_before_it_in_force():
    taken = [YEAR, Act("issue", day(300), date(2027, 1, 1), date(2027, 12, 31))]
    assert [reasons_against(taken, d) for d in (day(364), date(2027, 1, 1))] == [[], []]


@pytest.mark.parametrize(
    ("state", "act", "reason", "code"),
    [
        ("none", "check", None, "wrong_state"),
        ("none", "suspend", "理由", "wrong_state"),
        ("suspended", "issue", None, "wrong_state"),
        ("valid", "restore", None, "wrong_state"),
        ("revoked", "restore", None, "wrong_state"),
        ("valid", "suspend", None, "reason_missing"),
        ("suspended", "revoke", None, "reason_missing"),
    ],
)
def test_step_refuses(state, act, reason, code):
    with pytest.raises(Refused) as no:
        step(state, Act(act, day(9)), reason, [YEAR])
    assert no.value.code == code


def test_an_act_before_the_last_one_is_refused():
    with pytest.raises(Refused) as no:
        step("valid", Act("check", day(-1)), None, [YEAR])
    assert no.value.code == "before_last_act"


@pytest.mark.parametrize(
    ("number", "since", "until", "code"),
    [
        (None, day(0), day(1), "certificate_incomplete"),
        ("吉001", None, day(1), "certificate_incomplete"),
        ("吉001", day(0), None, "certificate_incomplete"),
        ("吉001", day(1), day(0), "dates_reversed"),
    ],
)
def test_a_certificate_has_number_and_days(number, since, until, code):
    with pytest.raises(Refused) as no:
        check_issue(number, since, until)
    assert no.value.code == code
