"""The place: is the broker there, does it let us in, is its vhost our site's and no other's?"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import amqp.exceptions

from shared.bus.call import MARK
from shared.bus.link import FAILURES, connect


class Unreachable(Exception):
    """The broker does not answer; the text says why."""


class NotOurs(Exception):
    """The vhost belongs to another site, or was never set up."""


def check_place(uri: str, site_id: str) -> None:
    """Raise Unreachable or NotOurs: two sites on one vhost would take each other's work."""
    with reached(uri) as link:
        try:
            link.default_channel.exchange_declare(f"{MARK}{site_id}", "fanout", passive=True)
        except amqp.exceptions.NotFound as problem:
            raise NotOurs(site_id) from problem


@contextmanager
def reached(uri: str) -> Iterator[Any]:
    """A made link for a short look; whatever fails on it is Unreachable."""
    link = connect(uri)
    try:
        link.ensure_connection(max_retries=1)
        yield link
    except FAILURES as problem:
        raise Unreachable(f"{type(problem).__name__}: {problem}") from problem
    finally:
        with suppress(*FAILURES):
            link.release()
