"""What registry answers."""

from shared.contracts import fields
from shared.contracts.language import ROLES, Answer
from shared.contracts.registry.codes import (
    APPOINTMENTS,
    CERTIFICATE_STATES,
    COURT_LEVELS,
    DIVISION_LEVELS,
    MEDIATOR_KINDS,
    MEDIATOR_REASONS,
    MEMBER_ROLES,
    PLACE_REASONS,
    REMOVALS,
    RESOURCE_KINDS,
    STUDIO_KINDS,
    WARNINGS,
)


class DivisionsDone(Answer):
    """How many rows were given, how many of them were new or changed, the hash of what was given
    and the version of the list.
    """

    count = fields.count()
    changed = fields.count()
    hash = fields.line()
    version = fields.count()


class DivisionRow(Answer):
    """A division in a list; `replaced_by` is the code that took its place."""

    division = fields.division()
    name = fields.name()
    level = fields.code(DIVISION_LEVELS)
    parent = fields.division(allow_none=True)
    valid_from = fields.day()
    valid_to = fields.day(allow_none=True)
    replaced_by = fields.division(allow_none=True)


class DivisionShown(DivisionRow):
    """With its name from the province on."""

    full_name = fields.line()


class Divisions(Answer):
    """A list of divisions."""

    divisions = fields.many(DivisionRow)


class CommitteeDone(Answer):
    """The committee, its version, and what the law would have otherwise: warnings, no more."""

    committee = fields.id_()
    version = fields.count()
    warnings = fields.many(fields.code(WARNINGS))


class StudioDone(Answer):
    """The studio and its version."""

    studio = fields.id_()
    version = fields.count()


class CommitteeRow(Answer):
    """A committee in a list."""

    committee = fields.id_()
    name = fields.name()
    short = fields.name()
    host_type = fields.code()
    division = fields.division()
    sector = fields.code(allow_none=True)


class CommitteeFound(CommitteeRow):
    """The committee that takes a dispute, and why this one."""

    reasons = fields.many(fields.code(PLACE_REASONS))


class Committees(Answer):
    """A list of committees."""

    committees = fields.many(CommitteeRow)


class Term(Answer):
    """A term of office."""

    since = fields.day()
    until = fields.day()


class MemberShown(Term):
    """A member in office."""

    no = fields.count()
    name = fields.name()
    sex = fields.line()
    minority = fields.flag()
    role = fields.code(MEMBER_ROLES)
    appointment = fields.code(APPOINTMENTS)


class StudioShown(StudioDone):
    """A studio of a committee."""

    name = fields.name()
    kind = fields.code(STUDIO_KINDS)
    division = fields.division()
    since = fields.day()


class CommitteeShown(CommitteeRow):
    """A committee on a day; `court` is the basic court that guides it (人民调解法 5, 10)."""

    version = fields.count()
    since = fields.day()
    ended_on = fields.day(allow_none=True)
    host_term = fields.one(Term, allow_none=True)
    members = fields.many(MemberShown)
    studios = fields.many(StudioShown)
    warnings = fields.many(fields.code(WARNINGS))
    reason = fields.line(allow_none=True)
    court = fields.id_(allow_none=True)


class MediatorDone(Answer):
    """The mediator and the version. `registered_before`: the same identity number stands elsewhere
    on the list, which may be right.
    """

    mediator = fields.id_()
    version = fields.count()
    certificate = fields.code(CERTIFICATE_STATES)
    warnings = fields.many(fields.code(("registered_before",)))


class MediatorRow(Answer):
    """A mediator in a list."""

    mediator = fields.id_()
    name = fields.name()
    committee = fields.id_()
    kind = fields.code(MEDIATOR_KINDS)
    appointment = fields.code(APPOINTMENTS)
    languages = fields.many(fields.code())
    specialities = fields.many(fields.code())
    certificate = fields.code(CERTIFICATE_STATES)


class Mediators(Answer):
    """A list of mediators."""

    mediators = fields.many(MediatorRow)


class MediatorShown(MediatorRow):
    """A mediator, the identity number masked; `checked_on` is the last yearly check."""

    version = fields.count()
    since = fields.day()
    removed_on = fields.day(allow_none=True)
    removed_for = fields.code(REMOVALS, allow_none=True)
    identity_number = fields.line(allow_none=True)
    certificate_number = fields.name(allow_none=True)
    certificate_until = fields.day(allow_none=True)
    checked_on = fields.day(allow_none=True)


class MediatorChecked(Answer):
    """Whether somebody may mediate on that day, and what stands against it."""

    mediator = fields.id_()
    ok = fields.flag()
    reasons = fields.many(fields.code(MEDIATOR_REASONS))
    name = fields.name()
    committee = fields.id_()
    division = fields.division()
    identity_hash = fields.line(allow_none=True)


class RosterChecked(Answer):
    """Whether somebody may mediate for that committee on that day."""

    ok = fields.flag()
    reasons = fields.many(fields.code(MEDIATOR_REASONS))
    committee_name = fields.name()
    mediator_name = fields.name()


class GrantDone(Answer):
    """The grant and its version."""

    grant = fields.id_()
    version = fields.count()


class RoleShown(GrantDone):
    """A role and the divisions that it covers."""

    role = fields.code(ROLES)
    scope = fields.many(fields.division())
    since = fields.day()
    until = fields.day(allow_none=True)


class Roles(Answer):
    """The roles of a person."""

    roles = fields.many(RoleShown)


class CourtDone(Answer):
    """The court and its version."""

    court = fields.id_()
    version = fields.count()


class CourtShown(Answer):
    """A court and why it is named."""

    court = fields.id_()
    name = fields.name()
    level = fields.code(COURT_LEVELS)
    division = fields.division()
    why = fields.code(("basic_of_county", "intermediate_of_prefecture"))


class Courts(Answer):
    """The courts of a place, the basic ones first."""

    courts = fields.many(CourtShown)


class ResourceDone(Answer):
    """The resource and its version."""

    resource = fields.id_()
    version = fields.count()


class ResourceShown(ResourceDone):
    """A legal resource."""

    kind = fields.code(RESOURCE_KINDS)
    name = fields.name()
    division = fields.division()
    specialities = fields.many(fields.code())
    since = fields.day()
    until = fields.day(allow_none=True)


class Resources(Answer):
    """A list of legal resources."""

    resources = fields.many(ResourceShown)


class ProfileDone(Answer):
    """The version that holds from the first day of what was published, and how many editions of
    profiles it made: those below it, and those of later days, change with it.
    """

    profile = fields.id_()
    version = fields.count()
    editions = fields.count()


class ProfileShown(Answer):
    """The merged settings. `profile` and `version` name them for ever."""

    profile = fields.id_()
    version = fields.count()
    division = fields.division()
    since = fields.day()
    settings = fields.facts()


class ManifestShown(Answer):
    """The manifest of a sector module."""

    sector = fields.code()
    version = fields.line()
    manifest = fields.facts()
