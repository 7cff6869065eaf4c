"""What supervision is asked, and its one command."""

from shared.contracts import fields
from shared.contracts.language import Command, Query
from shared.contracts.supervision.codes import BY


class PeriodQuery(Query):
    """A division and the days that count, both inclusive."""

    division = fields.division(required=True)
    since = fields.day(required=True)
    until = fields.day(required=True)


class TableQuery(PeriodQuery):
    """The case table, with a row for each division below, for each committee, or none."""

    by = fields.code(BY, load_default="none")


class BehindQuery(PeriodQuery):
    """What stands behind one figure, a page at a time: `after` is the last id of the page before.
    `committee` for a figure in that committee's row.
    """

    column = fields.code(required=True)
    committee = fields.id_(load_default=None, allow_none=True)
    after = fields.line(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=100)


class ProgressQuery(Query):
    """How far the read model has followed each journal."""


class Rebuild(Command):
    """Drop the read model and build it anew from the journals."""
