"""Numbers (§2.3): by committee and year of acceptance, gap-free, never used again."""

import re
from datetime import datetime

import eventlet
import pytest

from services.intake.service import Intake
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused
from shared.testing.people import CLERK
from shared.testing.running import running
from tests.system.intake import neighbours
from tests.system.intake.acts import DIRECTOR, Desk

NEW_YEAR = datetime(2027, 1, 4, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture
def fresh(tmp_path):
    neighbours.begin()
    services = [neighbours.Registry, neighbours.Archive, Intake]
    with running(tmp_path, services, NEW_YEAR) as suite:
        yield Desk(suite)


def numbers(cases):
    return sorted(int(re.search(r"第(\d+)号", case["number"])[1]) for case in cases)


def test_many_acceptances_at_once_draw_numbers_without_a_gap(fresh):
    waiting = [fresh.ready() for _ in range(12)]
    threads = [eventlet.spawn(fresh.do, "accept_case", case) for case in waiting]
    assert numbers([thread.wait() for thread in threads]) == list(range(1, 13))


def test_a_refused_acceptance_burns_no_number(fresh):
    first, second, third = (fresh.ready() for _ in range(3))
    fresh.do("accept_case", first)
    with pytest.raises(Refused):
        fresh.do("accept_case", second, version=1)
    assert fresh.do("accept_case", third)["number"] == "（2027）岭下人调字第2号"


def test_the_year_is_that_of_acceptance(fresh):
    case = fresh.opened(happened_at="2026-12-30T09:00:00+08:00")
    fresh.agree(case)
    fresh.do("triage_case", case)
    last_year = fresh.do("accept_case", case, happened_at="2026-12-31T16:00:00+08:00")
    this_year = fresh.do("accept_case", fresh.ready())
    assert (last_year["number"], this_year["number"]) == (
        "（2026）岭下人调字第1号",
        "（2027）岭下人调字第1号",
    )


def test_each_committee_has_its_own_series(fresh):
    fresh.do("accept_case", fresh.ready())
    neighbours.told.committee = {**neighbours.COMMITTEE, "committee": "c-02", "short": "河东"}
    assert fresh.do("accept_case", fresh.ready())["number"] == "（2027）河东人调字第1号"


def test_a_cancelled_number_stays_and_is_not_drawn_again(fresh):
    case = fresh.ready()
    fresh.do("accept_case", case)
    done = fresh.do("void_case", case, DIRECTOR, reason="误受理，应由法院处理")
    following = fresh.do("accept_case", fresh.ready())
    shown = fresh.shown(case)
    assert (shown["state"], shown["ended_how"], shown["number"]) == (
        "ended",
        "voided",
        "（2027）岭下人调字第1号",
    )
    assert following["number"] == "（2027）岭下人调字第2号"
    told = [(name, data["version"]) for name, data in fresh.entries(case)][-2:]
    assert told == [("number_cancelled", done["version"]), ("case_ended", done["version"])]


def test_only_a_director_or_the_justice_office_takes_an_acceptance_back(fresh):
    case = fresh.accepted()
    assert fresh.refused("void_case", case, CLERK, reason="误受理").code == "not_allowed"
