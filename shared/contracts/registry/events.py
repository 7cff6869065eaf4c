"""What registry's entries carry: ids, codes, days; names and numbers of persons stay with it."""

from shared.contracts import fields
from shared.contracts.language import ROLES, Data
from shared.contracts.registry.codes import (
    APPOINTMENTS,
    CERTIFICATE_ACTS,
    COURT_LEVELS,
    MEDIATOR_KINDS,
    REMOVALS,
    RESOURCE_KINDS,
    STUDIO_KINDS,
    WARNINGS,
)


class DivisionsData(Data):
    """An import that changed something; `hash` is that of all rows given."""

    version = fields.count()
    count = fields.count()
    changed = fields.count()
    hash = fields.line()


class CommitteeData(Data):
    """A committee; `members` counts those in office, `since` is the day on which it was set up."""

    version = fields.count()
    host_type = fields.code()
    division = fields.division()
    sector = fields.code(allow_none=True)
    since = fields.day()
    members = fields.count()
    warnings = fields.many(fields.code(WARNINGS))
    happened_at = fields.moment()


class StudioData(Data):
    """A studio."""

    version = fields.count()
    committee = fields.id_()
    kind = fields.code(STUDIO_KINDS)
    division = fields.division()
    happened_at = fields.moment()


class MediatorData(Data):
    """A mediator; `act`, `since` and `until` tell of the certificate, `reason` of a removal."""

    version = fields.count()
    committee = fields.id_()
    division = fields.division()
    kind = fields.code(MEDIATOR_KINDS)
    appointment = fields.code(APPOINTMENTS)
    act = fields.code(CERTIFICATE_ACTS)
    since = fields.day(allow_none=True)
    until = fields.day(allow_none=True)
    reason = fields.code(REMOVALS)
    happened_at = fields.moment()


class RoleData(Data):
    """A grant; `person` is an opaque id."""

    version = fields.count()
    person = fields.id_()
    role = fields.code(ROLES)
    scope = fields.many(fields.division())
    since = fields.day()
    until = fields.day(allow_none=True)
    happened_at = fields.moment()


class CourtData(Data):
    """A court."""

    version = fields.count()
    level = fields.code(COURT_LEVELS)
    division = fields.division()


class ResourceData(Data):
    """A legal resource."""

    version = fields.count()
    kind = fields.code(RESOURCE_KINDS)
    division = fields.division()


class ProfileData(Data):
    """One edition of a profile: merged settings of a division. On a day those editions whose
    `since` has come count, and of them the one with the highest version.
    """

    profile = fields.id_()
    version = fields.count()
    division = fields.division()
    since = fields.day()
    settings = fields.facts()
