"""What registry takes: commands. Ids are given where the bureau has a code of its own
(调委会编码, 调解员编码: domain.md §2.5), else they are made.
"""

from shared.contracts import fields
from shared.contracts.language import ROLES, SYSTEM, Command, Part
from shared.contracts.registry.codes import (
    APPOINTMENTS,
    CERTIFICATE_ACTS,
    COURT_LEVELS,
    DIVISION_LEVELS,
    MEDIATOR_KINDS,
    MEMBER_ROLES,
    REMOVALS,
    RESOURCE_KINDS,
    STUDIO_KINDS,
)
from shared.contracts.registry.settings import Settings

GRANTABLE = tuple(role for role in ROLES if role != SYSTEM)


class DivisionRow(Part):
    """One division; zeros fill its code up, `valid_to` is its last day."""

    code = fields.division(required=True)
    name = fields.name(required=True)
    level = fields.code(DIVISION_LEVELS, required=True)
    parent = fields.division(required=True, allow_none=True)
    valid_from = fields.day(required=True)
    valid_to = fields.day(load_default=None, allow_none=True)
    replaced_by = fields.division(load_default=None, allow_none=True)


class ImportDivisions(Command):
    """Divisions from the packaged seed or as rows, never both; `version` is that of the list."""

    source = fields.code(("seed",), load_default=None, allow_none=True)
    rows = fields.many(DivisionRow, load_default=list)


class Term(Part):
    """A term of office; `until` is its last day."""

    since = fields.day(required=True)
    until = fields.day(required=True)


class Member(Term):
    """One member (委员) of a committee; `minority` says 少数民族, `sex` a code of GB/T 2261.1."""

    name = fields.name(required=True)
    sex = fields.line(required=True)
    minority = fields.flag(required=True)
    role = fields.code(MEMBER_ROLES, required=True)
    appointment = fields.code(APPOINTMENTS, required=True)


class RegisterCommittee(Command):
    """A people's mediation committee (人民调解委员会), art. 8 and 34 人民调解法.

    short      简称 for its case numbers
    sector     of an industry committee (行业性、专业性)
    host_term  of the village or residents' committee that set it up
    reason     why it stands as it is in spite of the warnings
    """

    committee = fields.id_(load_default=None, allow_none=True)
    name = fields.name(required=True)
    short = fields.name(required=True)
    host_type = fields.code(required=True)
    division = fields.division(required=True)
    sector = fields.code(load_default=None, allow_none=True)
    since = fields.day(required=True)
    host_term = fields.one(Term, load_default=None, allow_none=True)
    members = fields.many(Member, required=True)
    reason = fields.line(load_default=None, allow_none=True)


class ChangeMembership(Command):
    """Members who leave, by number, and who join, on the day of the act."""

    committee = fields.id_(required=True)
    joining = fields.many(Member, load_default=list)
    leaving = fields.many(fields.count(limit=10_000), load_default=list)
    host_term = fields.one(Term, load_default=None, allow_none=True)
    reason = fields.line(load_default=None, allow_none=True)


class DissolveCommittee(Command):
    """A committee is no more (撤销) from the day of the act on."""

    committee = fields.id_(required=True)
    reason = fields.line(required=True)


class RegisterStudio(Command):
    """A mediation studio (人民调解工作室), child of a committee; in the committee's division unless
    another is named.
    """

    studio = fields.id_(load_default=None, allow_none=True)
    committee = fields.id_(required=True)
    name = fields.name(required=True)
    kind = fields.code(STUDIO_KINDS, required=True)
    division = fields.division(load_default=None, allow_none=True)
    since = fields.day(required=True)


class RegisterMediator(Command):
    """A people's mediator (人民调解员), art. 13–14 人民调解法.

    specialities  codes of dispute categories or sectors
    languages     codes such as zh, ko
    """

    mediator = fields.id_(load_default=None, allow_none=True)
    committee = fields.id_(required=True)
    name = fields.name(required=True)
    kind = fields.code(MEDIATOR_KINDS, required=True)
    appointment = fields.code(APPOINTMENTS, required=True)
    languages = fields.many(fields.code(), least=1, load_default=lambda: ["zh"])
    specialities = fields.many(fields.code(), load_default=list)
    identity_number = fields.line(load_default=None, allow_none=True)
    since = fields.day(required=True)


class CertifyMediator(Command):
    """An act about the certificate (持证上岗) on the day of the act.

    number, since, until  of `issue`; a new issue before the old one ends renews it
    reason                of `suspend` and `revoke`
    """

    mediator = fields.id_(required=True)
    act = fields.code(CERTIFICATE_ACTS, required=True)
    number = fields.name(load_default=None, allow_none=True)
    since = fields.day(load_default=None, allow_none=True)
    until = fields.day(load_default=None, allow_none=True)
    reason = fields.line(load_default=None, allow_none=True)


class RemoveMediator(Command):
    """Somebody is no longer a mediator from the day of the act on."""

    mediator = fields.id_(required=True)
    reason = fields.code(REMOVALS, required=True)


class GrantRole(Command):
    """A person holds a role over divisions; `until` is the last day, none while no end is known."""

    person = fields.id_(required=True)
    role = fields.code(GRANTABLE, required=True)
    scope = fields.many(fields.division(), least=1, required=True)
    since = fields.day(required=True)
    until = fields.day(load_default=None, allow_none=True)


class EndRole(Command):
    """A grant ends on the day of the act, which no longer counts."""

    grant = fields.id_(required=True)


class RegisterCourt(Command):
    """A people's court; its division is its county, or its prefecture."""

    court = fields.id_(load_default=None, allow_none=True)
    level = fields.code(COURT_LEVELS, required=True)
    division = fields.division(required=True)
    name = fields.name(required=True)
    since = fields.day(required=True)


class RegisterResource(Command):
    """A legal resource (律师、公证、鉴定、法律援助、基层法律服务、专家) and the area it serves."""

    kind = fields.code(RESOURCE_KINDS, required=True)
    name = fields.name(required=True)
    division = fields.division(required=True)
    specialities = fields.many(fields.code(), load_default=list)
    since = fields.day(required=True)
    until = fields.day(load_default=None, allow_none=True)


class PublishProfile(Command):
    """What a province, prefecture or county sets, from a day on; the first level that says
    something is overlaid by those below it. `version` is that of the profile now in force there.
    """

    division = fields.division(required=True)
    since = fields.day(required=True)
    settings = fields.one(Settings, required=True)
