"""Titles of papers, forms of scans, and how long an unclaimed file is left alone."""

from datetime import date, timedelta

from services.document_archive.rules.published import published

TITLE_LIMIT = 60


def scan_form(kind: str, on: date) -> str:
    """Which paper of the volume a scan of this kind is."""
    return published("scan_forms").row(kind, on).more["form"]


def scan_name(kind: str, on: date) -> str:
    """What a scan of this kind is called if nobody says otherwise."""
    return published("scan_forms").row(kind, on).zh


def title(given: object, otherwise: str) -> str:
    """The title somebody gave, if it can be shown in one line; else the name of the form."""
    if isinstance(given, str) and 0 < len(given) <= TITLE_LIMIT and given.isprintable():
        return given
    return otherwise


def grace(on: date) -> timedelta:
    """How old a file without a document must be before it is swept away."""
    return timedelta(hours=int(published("keeping").row("orphan_grace", on).more["hours"]))
