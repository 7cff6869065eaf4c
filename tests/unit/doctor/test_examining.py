"""One check may fail or hang: it says so, and the others go on."""

import errno
from types import SimpleNamespace

import eventlet
import pytest

from shared.access.keys import KeyMissing
from shared.settings.site import SiteSettings
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.clocks import ahead_of_us
from tiaojie.doctor.examine import within

ASKED = Asked(SiteSettings())


def raises(problem):
    def check(_asked):
        raise problem

    return check


@pytest.mark.parametrize(
    ("check", "code", "about"),
    [
        (lambda _: eventlet.sleep(5), "check_late", "站点"),
        (
            raises(PermissionError(errno.EACCES, "denied", "keys/lookup")),
            "file_unreadable",
            "keys/lookup",
        ),
        (raises(KeyMissing("principal.pub")), "check_skipped", "站点"),
        (raises(ValueError("no JSON")), "check_skipped", "站点"),
    ],
    ids=["late", "unreadable", "no key", "broken key"],
)
def test_check_that_fails_is_a_finding(check, code, about):
    (finding,) = within(0.05, "站点", check, ASKED)
    assert (finding.code, finding.about) == (code, about)


def test_findings_of_a_check_are_given_on():
    fine = SimpleNamespace(code="fine")
    assert within(1, "站点", lambda _: [fine], ASKED) == [fine]


def test_server_that_is_not_there_has_no_clock():
    assert ahead_of_us("http://127.0.0.1:9") is None
