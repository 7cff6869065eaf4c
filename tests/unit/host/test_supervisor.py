"""Processes start again after a growing pause, are given up where that cannot help, are stopped."""

import sys
from threading import Event
from time import monotonic

import pytest

from tiaojie.host.supervisor import PAUSES_S, Child, supervise

STAYS = "import time; time.sleep(60)"
FAILS, UNFIT = "import sys; sys.exit(3)", "import sys; sys.exit(78)"


def child(tmp_path, program):
    return Child("one", [sys.executable, "-c", program], {}, tmp_path / "log" / "one.log")


def ended(one):
    one.look(0)
    one.process.wait()
    return one


def test_pause_grows_with_each_failure_and_stays_at_its_longest(tmp_path):
    one, now, pauses = child(tmp_path, FAILS), 0.0, []
    for _ in range(len(PAUSES_S) + 1):
        one.look(now)
        one.process.wait()
        assert "退出（3）" in one.look(now)
        pauses.append(one.starts_at - now)
        now = one.starts_at
    assert pauses == [*PAUSES_S, PAUSES_S[-1]]


def test_nothing_starts_before_its_pause_is_over(tmp_path):
    one = ended(child(tmp_path, FAILS))
    one.look(0)
    one.look(PAUSES_S[0] - 0.1)
    assert one.process is None


def test_process_that_lived_long_starts_again_soon(tmp_path):
    one = ended(child(tmp_path, FAILS))
    one.look(0)
    one.look(1)
    one.process.wait()
    one.look(100)
    assert one.starts_at == 100 + PAUSES_S[0]


def test_process_that_says_it_is_unfit_is_given_up(tmp_path):
    one = ended(child(tmp_path, UNFIT))
    assert "不能启动" in one.look(0)
    one.look(1000)
    assert (one.process, one.given_up) == (None, True)


def test_supervisor_ends_when_all_are_given_up(tmp_path):
    assert supervise([child(tmp_path, UNFIT)], lambda s: Event().wait(s), lambda _: None) is False


@pytest.mark.parametrize("answers", [[False, False, True]])
def test_all_are_asked_to_stop(tmp_path, answers):
    one, left = child(tmp_path, STAYS), list(answers)

    def stopped(seconds):
        Event().wait(min(seconds, 0.1))
        return left.pop(0) if left else True

    begun = monotonic()
    assert supervise([one], stopped, lambda _: None) is True
    assert one.process.poll() == -15
    assert monotonic() - begun < 10


def test_output_is_kept(tmp_path):
    one = child(tmp_path, "print('said')")
    ended(one)
    assert one.log.read_text() == "said\n"
