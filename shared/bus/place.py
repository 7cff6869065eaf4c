"""The place: is the broker there, does it let us in, is its vhost our site's and no other's?"""

from contextlib import suppress

import amqp.exceptions

from shared.bus.link import FAILURES, connect

MARK = "site."  # an exchange of this name and the site's id stands in the site's vhost


class Unreachable(Exception):
    """The broker does not answer; the text says why."""


class NotOurs(Exception):
    """The vhost belongs to another site, or was never set up."""


def check_place(uri: str, site_id: str) -> None:
    """Raise Unreachable or NotOurs: two sites on one vhost would take each other's work."""
    link = connect(uri)
    try:
        link.ensure_connection(max_retries=1)
        link.default_channel.exchange_declare(f"{MARK}{site_id}", "fanout", passive=True)
    except amqp.exceptions.NotFound as problem:
        raise NotOurs(site_id) from problem
    except FAILURES as problem:
        raise Unreachable(f"{type(problem).__name__}: {problem}") from problem
    finally:
        with suppress(*FAILURES):
            link.release()
