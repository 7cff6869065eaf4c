"""What registry is asked: queries. A day that is left out is today."""

from shared.contracts import fields
from shared.contracts.language import Query
from shared.contracts.registry.codes import RESOURCE_KINDS


class DivisionQuery(Query):
    """One division as it was on a day."""

    division = fields.division(required=True)
    on = fields.day(load_default=None, allow_none=True)


class DivisionsQuery(Query):
    """The divisions under a parent on a day; those without a parent if none is named."""

    parent = fields.division(load_default=None, allow_none=True)
    on = fields.day(load_default=None, allow_none=True)


class CommitteeQuery(Query):
    """One committee as it stood on a day."""

    committee = fields.id_(required=True)
    on = fields.day(load_default=None, allow_none=True)


class CommitteesQuery(Query):
    """Committees under a division on a day."""

    division = fields.division(required=True)
    sector = fields.code(load_default=None, allow_none=True)
    on = fields.day(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=500)


class PlaceQuery(Query):
    """Which committee takes a dispute of that place and sector on that day."""

    division = fields.division(required=True)
    sector = fields.code(load_default=None, allow_none=True)
    on = fields.day(required=True)


class MediatorQuery(Query):
    """One mediator."""

    mediator = fields.id_(required=True)


class MediatorsQuery(Query):
    """Mediators of a committee, or under a division, on a day."""

    committee = fields.id_(load_default=None, allow_none=True)
    division = fields.division(load_default=None, allow_none=True)
    on = fields.day(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=500)


class MediatorCheck(Query):
    """Whether somebody may mediate on a day."""

    mediator = fields.id_(required=True)
    on = fields.day(required=True)


class RosterCheck(MediatorCheck):
    """Whether somebody may mediate for that committee on a day."""

    committee = fields.id_(required=True)


class CourtsQuery(Query):
    """The courts of a place on a day."""

    division = fields.division(required=True)
    on = fields.day(required=True)


class RolesQuery(Query):
    """The roles of a person on a day."""

    person = fields.id_(required=True)
    on = fields.day(required=True)


class ResourcesQuery(Query):
    """Legal resources that serve an area, or a part of it, on a day."""

    area = fields.division(required=True)
    kind = fields.code(RESOURCE_KINDS, load_default=None, allow_none=True)
    speciality = fields.code(load_default=None, allow_none=True)
    on = fields.day(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=500)


class ProfileQuery(Query):
    """The settings of a place on a day, or those of a version."""

    division = fields.division(required=True)
    on = fields.day(load_default=None, allow_none=True)
    version = fields.count(load_default=None, allow_none=True)


class ManifestQuery(Query):
    """The manifest of a sector module; the newest if no version is named."""

    sector = fields.code(required=True)
    version = fields.line(load_default=None, allow_none=True)
