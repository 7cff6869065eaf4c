"""Clocks: this machine's beside that of a server."""

import http.client
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from shared.calendar.clock import SystemClock
from tiaojie.doctor.finding import Finding, found

APART_S, FAR_APART_S, LIMIT_S = 5.0, 60.0, 5.0  # a token lives two minutes


def judge_skew(ahead_s: float, whose: str) -> Finding:
    """`ahead_s` is by how many seconds the other clock is ahead of ours."""
    apart = abs(ahead_s)
    if apart < APART_S:
        return found("clock_same", whose, limit=int(APART_S))
    code = "clock_apart" if apart < FAR_APART_S else "clock_far_apart"
    return found(code, whose, seconds=round(apart))


def ahead_of_us(url: str) -> float | None:
    """Seconds by which an HTTP server's clock is ahead of ours, by its Date header; None where it
    does not say.
    """
    where = urlsplit(url)
    secure = where.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    line = kind(where.netloc, timeout=LIMIT_S)
    try:
        line.request("HEAD", "/")
        said = line.getresponse().getheader("Date")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    return _ahead(said, SystemClock().now()) if said else None


def _ahead(said: str, now: datetime) -> float | None:
    try:
        return (parsedate_to_datetime(said) - now).total_seconds()
    except (ValueError, TypeError):
        return None
