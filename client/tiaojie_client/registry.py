"""登记. Registry: what `registry` can be asked and what it tells, typed.

Made from the contract by `make contracts`; a change here is lost.
"""
# ruff: noqa: E501

from __future__ import annotations

from typing import Any, Literal, TypedDict

from tiaojie_client.client import Client
from tiaojie_client.every_service import (
    Done,
    DropParked,
    Entries,
    Health,
    HealthQuery,
    Parked,
    ParkedQuery,
    ReadJournal,
    RetryParked,
)
from tiaojie_client.values import Day, Moment

DIVISIONS_IMPORTED = "registry.divisions_imported.v1"
"""导入了区划 Imported; data: DivisionsData"""
COMMITTEE_REGISTERED = "registry.committee_registered.v1"
"""登记了调委会 Committee registered; data: CommitteeData"""
COMMITTEE_CHANGED = "registry.committee_changed.v1"
"""委员有调整 Committee changed; data: CommitteeData"""
COMMITTEE_DISSOLVED = "registry.committee_dissolved.v1"
"""撤销了调委会 Committee dissolved; data: CommitteeData"""
STUDIO_REGISTERED = "registry.studio_registered.v1"
"""登记了工作室 Studio registered; data: StudioData"""
MEDIATOR_REGISTERED = "registry.mediator_registered.v1"
"""登记了调解员 Mediator registered; data: MediatorData"""
MEDIATOR_CERTIFIED = "registry.mediator_certified.v1"
"""调解员证件有变动 Certificate changed; data: MediatorData"""
MEDIATOR_REMOVED = "registry.mediator_removed.v1"
"""调解员离任 Mediator removed; data: MediatorData"""
ROLE_GRANTED = "registry.role_granted.v1"
"""授予了岗位 Role granted; data: RoleData"""
ROLE_ENDED = "registry.role_ended.v1"
"""收回了岗位 Role ended; data: RoleData"""
COURT_REGISTERED = "registry.court_registered.v1"
"""登记了法院 Court registered; data: CourtData"""
RESOURCE_REGISTERED = "registry.resource_registered.v1"
"""登记了法律服务资源 Resource registered; data: ResourceData"""
PROFILE_PUBLISHED = "registry.profile_published.v1"
"""发布了配置 Profile published; data: ProfileData"""
PARKED_RETRIED = "registry.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "registry.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _DivisionRow(TypedDict):
    """What must be there."""

    code: str  # 代码
    name: str  # 姓名或名称
    level: Literal["province", "prefecture", "county", "township", "village"]  # 等级
    parent: str | None  # 上级区划
    valid_from: Day  # 有效期起


class DivisionRow(_DivisionRow, total=False):
    """One division; zeros fill its code up, `valid_to` is its last day."""

    valid_to: Day | None  # 有效期止
    replaced_by: str | None  # 改由


class ImportDivisions(TypedDict, total=False):
    """Divisions from the packaged seed or as rows, never both; `version` is that of the list."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    source: Literal["seed"] | None  # 来源
    rows: list[DivisionRow]  # 各行


class DivisionsDone(TypedDict):
    """How many rows were given, how many of them were new or changed, the hash of what was given
    and the version of the list.
    """

    count: int  # 数量
    changed: int  # 改动数
    hash: str  # 散列值
    version: int  # 版本


class _DivisionQuery(TypedDict):
    """What must be there."""

    division: str  # 区划


class DivisionQuery(_DivisionQuery, total=False):
    """One division as it was on a day."""

    on: Day | None  # 日期


class DivisionShown(TypedDict):
    """With its name from the province on."""

    division: str  # 区划
    name: str  # 姓名或名称
    level: Literal["province", "prefecture", "county", "township", "village"]  # 等级
    parent: str | None  # 上级区划
    valid_from: Day  # 有效期起
    valid_to: Day | None  # 有效期止
    replaced_by: str | None  # 改由
    full_name: str  # 全称


class DivisionsQuery(TypedDict, total=False):
    """The divisions under a parent on a day; those without a parent if none is named."""

    parent: str | None  # 上级区划
    on: Day | None  # 日期


class DivisionRowShown(TypedDict):
    """A division in a list; `replaced_by` is the code that took its place."""

    division: str  # 区划
    name: str  # 姓名或名称
    level: Literal["province", "prefecture", "county", "township", "village"]  # 等级
    parent: str | None  # 上级区划
    valid_from: Day  # 有效期起
    valid_to: Day | None  # 有效期止
    replaced_by: str | None  # 改由


class Divisions(TypedDict):
    """A list of divisions."""

    divisions: list[DivisionRowShown]  # 区划


class Term(TypedDict):
    """A term of office; `until` is its last day."""

    since: Day  # 开始日期
    until: Day  # 截止


class Member(TypedDict):
    """One member (委员) of a committee; `minority` says 少数民族, `sex` a code of GB/T 2261.1."""

    since: Day  # 开始日期
    until: Day  # 截止
    name: str  # 姓名或名称
    sex: str  # 性别
    minority: bool  # 少数民族
    role: Literal["director", "deputy", "member"]  # 岗位或身份
    appointment: Literal["elected", "hired"]  # 产生方式


class _RegisterCommittee(TypedDict):
    """What must be there."""

    name: str  # 姓名或名称
    short: str  # 简称
    host_type: str  # 调委会类型
    division: str  # 区划
    since: Day  # 开始日期
    members: list[Member]  # 委员


class RegisterCommittee(_RegisterCommittee, total=False):
    """A people's mediation committee (人民调解委员会), art. 8 and 34 人民调解法. short 简称 for its case numbers
    sector of an industry committee (行业性、专业性) host_term of the village or residents' committee
    that set it up reason why it stands as it is in spite of the warnings
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    committee: str | None  # 调委会
    sector: str | None  # 行业专业领域
    host_term: Term | None  # 设立单位的届期
    reason: str | None  # 理由


class CommitteeDone(TypedDict):
    """The committee, its version, and what the law would have otherwise: warnings, no more."""

    committee: str  # 调委会
    version: int  # 版本
    warnings: list[
        Literal[
            "members_few",
            "members_many",
            "director_missing",
            "directors_several",
            "woman_missing",
            "minority_missing",
            "member_term_long",
            "member_term_over",
            "host_term_long",
            "host_term_over",
            "host_level_unusual",
            "name_unusual",
            "short_shared",
        ]
    ]  # 提醒


class _ChangeMembership(TypedDict):
    """What must be there."""

    committee: str  # 调委会


class ChangeMembership(_ChangeMembership, total=False):
    """Members who leave, by number, and who join, on the day of the act."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    joining: list[Member]  # 新任委员
    leaving: list[int]  # 离任委员
    host_term: Term | None  # 设立单位的届期
    reason: str | None  # 理由


class _DissolveCommittee(TypedDict):
    """What must be there."""

    committee: str  # 调委会
    reason: str  # 理由


class DissolveCommittee(_DissolveCommittee, total=False):
    """A committee is no more (撤销) from the day of the act on."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _CommitteeQuery(TypedDict):
    """What must be there."""

    committee: str  # 调委会


class CommitteeQuery(_CommitteeQuery, total=False):
    """One committee as it stood on a day."""

    on: Day | None  # 日期


class TermShown(TypedDict):
    """A term of office."""

    since: Day  # 开始日期
    until: Day  # 截止


class MemberShown(TypedDict):
    """A member in office."""

    since: Day  # 开始日期
    until: Day  # 截止
    no: int  # 序号
    name: str  # 姓名或名称
    sex: str  # 性别
    minority: bool  # 少数民族
    role: Literal["director", "deputy", "member"]  # 岗位或身份
    appointment: Literal["elected", "hired"]  # 产生方式


class StudioShown(TypedDict):
    """A studio of a committee."""

    studio: str  # 调解工作室
    version: int  # 版本
    name: str  # 姓名或名称
    kind: Literal["stationed", "personal"]  # 类型
    division: str  # 区划
    since: Day  # 开始日期


class CommitteeShown(TypedDict):
    """A committee on a day; `court` is the basic court that guides it (人民调解法 5, 10)."""

    committee: str  # 调委会
    name: str  # 姓名或名称
    short: str  # 简称
    host_type: str  # 调委会类型
    division: str  # 区划
    sector: str | None  # 行业专业领域
    version: int  # 版本
    since: Day  # 开始日期
    ended_on: Day | None  # 结束日期
    host_term: TermShown | None  # 设立单位的届期
    members: list[MemberShown]  # 委员
    studios: list[StudioShown]  # 调解工作室
    warnings: list[
        Literal[
            "members_few",
            "members_many",
            "director_missing",
            "directors_several",
            "woman_missing",
            "minority_missing",
            "member_term_long",
            "member_term_over",
            "host_term_long",
            "host_term_over",
            "host_level_unusual",
            "name_unusual",
            "short_shared",
        ]
    ]  # 提醒
    reason: str | None  # 理由
    court: str | None  # 法院


class _CommitteesQuery(TypedDict):
    """What must be there."""

    division: str  # 区划


class CommitteesQuery(_CommitteesQuery, total=False):
    """Committees under a division on a day."""

    sector: str | None  # 行业专业领域
    on: Day | None  # 日期
    limit: int  # 最多几项


class CommitteeRow(TypedDict):
    """A committee in a list."""

    committee: str  # 调委会
    name: str  # 姓名或名称
    short: str  # 简称
    host_type: str  # 调委会类型
    division: str  # 区划
    sector: str | None  # 行业专业领域


class CommitteesShown(TypedDict):
    """A list of committees."""

    committees: list[CommitteeRow]  # 调委会


class _PlaceQuery(TypedDict):
    """What must be there."""

    division: str  # 区划
    on: Day  # 日期


class PlaceQuery(_PlaceQuery, total=False):
    """Which committee takes a dispute of that place and sector on that day."""

    sector: str | None  # 行业专业领域


class CommitteeFound(TypedDict):
    """The committee that takes a dispute, and why this one."""

    committee: str  # 调委会
    name: str  # 姓名或名称
    short: str  # 简称
    host_type: str  # 调委会类型
    division: str  # 区划
    sector: str | None  # 行业专业领域
    reasons: list[
        Literal[
            "own_village",
            "own_township",
            "own_county",
            "own_prefecture",
            "own_province",
            "township_instead",
            "county_instead",
            "prefecture_instead",
            "province_instead",
            "sector_committee",
            "sector_committee_missing",
        ]
    ]  # 理由


class _RegisterStudio(TypedDict):
    """What must be there."""

    committee: str  # 调委会
    name: str  # 姓名或名称
    kind: Literal["stationed", "personal"]  # 类型
    since: Day  # 开始日期


class RegisterStudio(_RegisterStudio, total=False):
    """A mediation studio (人民调解工作室), child of a committee; in the committee's division unless
    another is named.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    studio: str | None  # 调解工作室
    division: str | None  # 区划


class StudioDone(TypedDict):
    """The studio and its version."""

    studio: str  # 调解工作室
    version: int  # 版本


class _RegisterMediator(TypedDict):
    """What must be there."""

    committee: str  # 调委会
    name: str  # 姓名或名称
    kind: Literal["full_time", "part_time"]  # 类型
    appointment: Literal["elected", "hired"]  # 产生方式
    since: Day  # 开始日期


class RegisterMediator(_RegisterMediator, total=False):
    """A people's mediator (人民调解员), art. 13–14 人民调解法. specialities codes of dispute categories or
    sectors languages codes such as zh, ko
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    mediator: str | None  # 调解员
    languages: list[str]  # 语言
    specialities: list[str]  # 专长
    identity_number: str | None  # 证件号码


class MediatorDone(TypedDict):
    """The mediator and the version. `registered_before`: the same identity number stands elsewhere
    on the list, which may be right.
    """

    mediator: str  # 调解员
    version: int  # 版本
    certificate: Literal["none", "valid", "suspended", "revoked"]  # 调解员证
    warnings: list[Literal["registered_before"]]  # 提醒


class _CertifyMediator(TypedDict):
    """What must be there."""

    mediator: str  # 调解员
    act: Literal["issue", "check", "suspend", "restore", "revoke"]  # 办理事项


class CertifyMediator(_CertifyMediator, total=False):
    """An act about the certificate (持证上岗) on the day of the act. number, since, until of `issue`;
    a new issue before the old one ends renews it reason of `suspend` and `revoke`
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    number: str | None  # 编号
    since: Day | None  # 开始日期
    until: Day | None  # 截止
    reason: str | None  # 理由


class _RemoveMediator(TypedDict):
    """What must be there."""

    mediator: str  # 调解员
    reason: Literal["dismissed", "resigned", "term_over", "died"]  # 理由


class RemoveMediator(_RemoveMediator, total=False):
    """Somebody is no longer a mediator from the day of the act on."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class MediatorQuery(TypedDict):
    """One mediator."""

    mediator: str  # 调解员


class MediatorShown(TypedDict):
    """A mediator, the identity number masked; `checked_on` is the last yearly check."""

    mediator: str  # 调解员
    name: str  # 姓名或名称
    committee: str  # 调委会
    kind: Literal["full_time", "part_time"]  # 类型
    appointment: Literal["elected", "hired"]  # 产生方式
    languages: list[str]  # 语言
    specialities: list[str]  # 专长
    certificate: Literal["none", "valid", "suspended", "revoked"]  # 调解员证
    version: int  # 版本
    since: Day  # 开始日期
    removed_on: Day | None  # 离任日期
    removed_for: Literal["dismissed", "resigned", "term_over", "died"] | None  # 离任原因
    identity_number: str | None  # 证件号码
    certificate_number: str | None  # 证号
    certificate_until: Day | None  # 证件有效期至
    checked_on: Day | None  # 检查日期


class MediatorsQuery(TypedDict, total=False):
    """Mediators of a committee, or under a division, on a day."""

    committee: str | None  # 调委会
    division: str | None  # 区划
    on: Day | None  # 日期
    limit: int  # 最多几项


class MediatorRow(TypedDict):
    """A mediator in a list."""

    mediator: str  # 调解员
    name: str  # 姓名或名称
    committee: str  # 调委会
    kind: Literal["full_time", "part_time"]  # 类型
    appointment: Literal["elected", "hired"]  # 产生方式
    languages: list[str]  # 语言
    specialities: list[str]  # 专长
    certificate: Literal["none", "valid", "suspended", "revoked"]  # 调解员证


class Mediators(TypedDict):
    """A list of mediators."""

    mediators: list[MediatorRow]  # 调解员


class MediatorCheck(TypedDict):
    """Whether somebody may mediate on a day."""

    mediator: str  # 调解员
    on: Day  # 日期


class MediatorChecked(TypedDict):
    """Whether somebody may mediate on that day, and what stands against it."""

    mediator: str  # 调解员
    ok: bool  # 没有问题
    reasons: list[
        Literal[
            "not_registered_yet",
            "removed",
            "certificate_missing",
            "certificate_not_yet",
            "certificate_expired",
            "certificate_suspended",
            "certificate_revoked",
            "committee_not_active",
            "other_committee",
        ]
    ]  # 理由
    name: str  # 姓名或名称
    committee: str  # 调委会
    division: str  # 区划
    identity_hash: str | None  # 证件号码散列值


class RosterCheck(TypedDict):
    """Whether somebody may mediate for that committee on a day."""

    mediator: str  # 调解员
    on: Day  # 日期
    committee: str  # 调委会


class RosterChecked(TypedDict):
    """Whether somebody may mediate for that committee on that day."""

    ok: bool  # 没有问题
    reasons: list[
        Literal[
            "not_registered_yet",
            "removed",
            "certificate_missing",
            "certificate_not_yet",
            "certificate_expired",
            "certificate_suspended",
            "certificate_revoked",
            "committee_not_active",
            "other_committee",
        ]
    ]  # 理由
    committee_name: str  # 调委会名称
    mediator_name: str  # 调解员姓名


class _GrantRole(TypedDict):
    """What must be there."""

    person: str  # 人员
    role: Literal[
        "mediator",
        "director",
        "clerk",
        "justice_office",
        "bureau",
        "grid_worker",
        "court",
        "administrator",
    ]  # 岗位或身份
    scope: list[str]  # 管辖范围
    since: Day  # 开始日期


class GrantRole(_GrantRole, total=False):
    """A person holds a role over divisions; `until` is the last day, none while no end is known."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    until: Day | None  # 截止


class GrantDone(TypedDict):
    """The grant and its version."""

    grant: str  # 授权
    version: int  # 版本


class _EndRole(TypedDict):
    """What must be there."""

    grant: str  # 授权


class EndRole(_EndRole, total=False):
    """A grant ends on the day of the act, which no longer counts."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class RolesQuery(TypedDict):
    """The roles of a person on a day."""

    person: str  # 人员
    on: Day  # 日期


class RoleShown(TypedDict):
    """A role and the divisions that it covers."""

    grant: str  # 授权
    version: int  # 版本
    role: Literal[
        "mediator",
        "director",
        "clerk",
        "justice_office",
        "bureau",
        "grid_worker",
        "court",
        "administrator",
        "system",
    ]  # 岗位或身份
    scope: list[str]  # 管辖范围
    since: Day  # 开始日期
    until: Day | None  # 截止


class Roles(TypedDict):
    """The roles of a person."""

    roles: list[RoleShown]  # 岗位


class _RegisterCourt(TypedDict):
    """What must be there."""

    level: Literal["basic", "intermediate"]  # 等级
    division: str  # 区划
    name: str  # 姓名或名称
    since: Day  # 开始日期


class RegisterCourt(_RegisterCourt, total=False):
    """A people's court; its division is its county, or its prefecture."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    court: str | None  # 法院


class CourtDone(TypedDict):
    """The court and its version."""

    court: str  # 法院
    version: int  # 版本


class CourtsQuery(TypedDict):
    """The courts of a place on a day."""

    division: str  # 区划
    on: Day  # 日期


class CourtShown(TypedDict):
    """A court and why it is named."""

    court: str  # 法院
    name: str  # 姓名或名称
    level: Literal["basic", "intermediate"]  # 等级
    division: str  # 区划
    why: Literal["basic_of_county", "intermediate_of_prefecture"]  # 原因


class Courts(TypedDict):
    """The courts of a place, the basic ones first."""

    courts: list[CourtShown]  # 法院


class _RegisterResource(TypedDict):
    """What must be there."""

    kind: Literal[
        "lawyer", "notary", "appraiser", "legal_aid", "grassroots_legal_worker", "expert"
    ]  # 类型
    name: str  # 姓名或名称
    division: str  # 区划
    since: Day  # 开始日期


class RegisterResource(_RegisterResource, total=False):
    """A legal resource (律师、公证、鉴定、法律援助、基层法律服务、专家) and the area it serves."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    specialities: list[str]  # 专长
    until: Day | None  # 截止


class ResourceDone(TypedDict):
    """The resource and its version."""

    resource: str  # 法律服务资源
    version: int  # 版本


class _ResourcesQuery(TypedDict):
    """What must be there."""

    area: str  # 服务地区


class ResourcesQuery(_ResourcesQuery, total=False):
    """Legal resources that serve an area, or a part of it, on a day."""

    kind: (
        Literal["lawyer", "notary", "appraiser", "legal_aid", "grassroots_legal_worker", "expert"]
        | None
    )  # 类型
    speciality: str | None  # 专长
    on: Day | None  # 日期
    limit: int  # 最多几项


class ResourceShown(TypedDict):
    """A legal resource."""

    resource: str  # 法律服务资源
    version: int  # 版本
    kind: Literal[
        "lawyer", "notary", "appraiser", "legal_aid", "grassroots_legal_worker", "expert"
    ]  # 类型
    name: str  # 姓名或名称
    division: str  # 区划
    specialities: list[str]  # 专长
    since: Day  # 开始日期
    until: Day | None  # 截止


class Resources(TypedDict):
    """A list of legal resources."""

    resources: list[ResourceShown]  # 法律服务资源


class LevelRule(TypedDict, total=False):
    """When a dispute has a level: ticked facts, more people than, an amount of at least."""

    facts: list[
        Literal[
            "death",
            "crowd",
            "violence",
            "violence_threatened",
            "self_harm",
            "group_petition",
            "large_sum",
            "several_liable",
            "mediation_failed",
            "vulnerable_left_alone",
            "cross_county",
            "works_blocked",
        ]
    ]  # 事实
    people_over: int | None  # 人数超过
    amount_fen: int | None  # 金额（分）


class Levels(TypedDict, total=False):
    """The two levels above ordinary."""

    major: LevelRule  # 重大
    difficult: LevelRule  # 疑难复杂


class Numbering(TypedDict, total=False):
    """How a case number is written; `{year}`, `{short}` and `{n}` stand in the pattern."""

    pattern: str  # 编号样式
    short_rule: str | None  # 简称规则


class ClockRule(TypedDict, total=False):
    """A period: `rolls` if a last day that is a rest day moves on (民法典 203)."""

    length: int  # 时长
    unit: Literal["days", "working_days"]  # 单位
    rolls: bool  # 末日遇休息日顺延


class Retention(TypedDict, total=False):
    """Which class a volume gets."""

    default: str | None  # 默认值


class _RetentionClass(TypedDict):
    """What must be there."""

    code: str  # 代码
    label: str  # 称呼


class RetentionClass(_RetentionClass, total=False):
    """A class of retention (保管期限); `years` is absent where it is permanent."""

    permanent: bool  # 永久保管
    years: int | None  # 年限


class Volume(TypedDict, total=False):
    """Order of papers by form code, retention."""

    order: list[str]  # 卷内顺序
    retention: Retention  # 保管期限
    retention_classes: list[RetentionClass]  # 保管期限种类


class FollowUp(TypedDict, total=False):
    """Days from the agreement to the follow-up visit (回访)."""

    days: int | None  # 天数


class Confirmation(TypedDict, total=False):
    """Days before the last day of judicial confirmation on which people are told."""

    alarms: list[int]  # 提前几天提醒


class Screening(TypedDict, total=False):
    """How often each level of division screens."""

    frequency: dict[
        str, Literal["daily", "weekly", "half_monthly", "monthly", "quarterly"] | None
    ]  # 排查频次


class Committees(TypedDict, total=False):
    """Whether committees need minority members, art. 8 人民调解法."""

    multi_ethnic: bool  # 多民族居住地区


class Settings(TypedDict, total=False):
    """All that a profile may say. The last block holds what is asked of the bureau (domain.md
    §13): its shape is open until the answer is known. `unknown` lists the keys whose value is
    null.
    """

    levels: Levels  # 等级标准
    numbering: Numbering  # 编号规则
    clocks: dict[str, ClockRule | None]  # 各种期限
    volume: Volume  # 案卷
    case_ends_on: Literal["mediation_ended", "performance"]  # 何时算办结
    follow_up: FollowUp  # 回访
    confirmation: Confirmation  # 司法确认
    screening: Screening  # 排查
    written_required_when: list[
        Literal["party_asks", "medical", "not_performed_at_once", "difficult", "major"]
    ]  # 何时须用书面协议
    committees: Committees  # 调委会
    languages: list[str]  # 语言
    subsidy: dict[str, Any]  # 补贴标准
    rating: dict[str, Any]  # 评级要求
    certificate: dict[str, Any]  # 调解员证
    filing: dict[str, Any]  # 立卷要求
    statistics: dict[str, Any]  # 统计要求
    signing: dict[str, Any]  # 签署要求
    court: dict[str, Any]  # 法院
    sectors: dict[str, Any]  # 行业专业领域
    unknown: list[str]  # 尚不知道的项目


class _PublishProfile(TypedDict):
    """What must be there."""

    division: str  # 区划
    since: Day  # 开始日期
    settings: Settings  # 配置内容


class PublishProfile(_PublishProfile, total=False):
    """What a province, prefecture or county sets, from a day on; the first level that says
    something is overlaid by those below it. `version` is that of the profile now in force
    there.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class ProfileDone(TypedDict):
    """The version that holds from the first day of what was published, and how many editions of
    profiles it made: those below it, and those of later days, change with it.
    """

    profile: str  # 地区配置
    version: int  # 版本
    editions: int  # 版本


class _ProfileQuery(TypedDict):
    """What must be there."""

    division: str  # 区划


class ProfileQuery(_ProfileQuery, total=False):
    """The settings of a place on a day, or those of a version."""

    on: Day | None  # 日期
    version: int | None  # 版本


class ProfileShown(TypedDict):
    """The merged settings. `profile` and `version` name them for ever."""

    profile: str  # 地区配置
    version: int  # 版本
    division: str  # 区划
    since: Day  # 开始日期
    settings: dict[str, Any]  # 配置内容


class _ManifestQuery(TypedDict):
    """What must be there."""

    sector: str  # 行业专业领域


class ManifestQuery(_ManifestQuery, total=False):
    """The manifest of a sector module; the newest if no version is named."""

    version: str | None  # 版本


class ManifestShown(TypedDict):
    """The manifest of a sector module."""

    sector: str  # 行业专业领域
    version: str  # 版本
    manifest: dict[str, Any]  # 清单


class DivisionsData(TypedDict):
    """An import that changed something; `hash` is that of all rows given."""

    version: int  # 版本
    count: int  # 数量
    changed: int  # 改动数
    hash: str  # 散列值


class CommitteeData(TypedDict):
    """A committee; `members` counts those in office, `since` is the day on which it was set up."""

    version: int  # 版本
    host_type: str  # 调委会类型
    division: str  # 区划
    sector: str | None  # 行业专业领域
    since: Day  # 开始日期
    members: int  # 委员
    warnings: list[
        Literal[
            "members_few",
            "members_many",
            "director_missing",
            "directors_several",
            "woman_missing",
            "minority_missing",
            "member_term_long",
            "member_term_over",
            "host_term_long",
            "host_term_over",
            "host_level_unusual",
            "name_unusual",
            "short_shared",
        ]
    ]  # 提醒
    happened_at: Moment  # 发生时间


class StudioData(TypedDict):
    """A studio."""

    version: int  # 版本
    committee: str  # 调委会
    kind: Literal["stationed", "personal"]  # 类型
    division: str  # 区划
    happened_at: Moment  # 发生时间


class MediatorData(TypedDict):
    """A mediator; `act`, `since` and `until` tell of the certificate, `reason` of a removal."""

    version: int  # 版本
    committee: str  # 调委会
    division: str  # 区划
    kind: Literal["full_time", "part_time"]  # 类型
    appointment: Literal["elected", "hired"]  # 产生方式
    act: Literal["issue", "check", "suspend", "restore", "revoke"]  # 办理事项
    since: Day | None  # 开始日期
    until: Day | None  # 截止
    reason: Literal["dismissed", "resigned", "term_over", "died"]  # 理由
    happened_at: Moment  # 发生时间


class RoleData(TypedDict):
    """A grant; `person` is an opaque id."""

    version: int  # 版本
    person: str  # 人员
    role: Literal[
        "mediator",
        "director",
        "clerk",
        "justice_office",
        "bureau",
        "grid_worker",
        "court",
        "administrator",
        "system",
    ]  # 岗位或身份
    scope: list[str]  # 管辖范围
    since: Day  # 开始日期
    until: Day | None  # 截止
    happened_at: Moment  # 发生时间


class CourtData(TypedDict):
    """A court."""

    version: int  # 版本
    level: Literal["basic", "intermediate"]  # 等级
    division: str  # 区划


class ResourceData(TypedDict):
    """A legal resource."""

    version: int  # 版本
    kind: Literal[
        "lawyer", "notary", "appraiser", "legal_aid", "grassroots_legal_worker", "expert"
    ]  # 类型
    division: str  # 区划


class ProfileData(TypedDict):
    """One edition of a profile: merged settings of a division. On a day those editions whose
    `since` has come count, and of them the one with the highest version.
    """

    profile: str  # 地区配置
    version: int  # 版本
    division: str  # 区划
    since: Day  # 开始日期
    settings: dict[str, Any]  # 配置内容


def import_divisions(
    client: Client, request: ImportDivisions | None = None, limit_s: float = 30
) -> DivisionsDone:
    """导入行政区划。Import divisions.

    Roles: administrator.
    """
    answer: DivisionsDone = client.command("registry", "import_divisions", request or {}, limit_s)
    return answer


def get_division(client: Client, request: DivisionQuery, limit_s: float = 2) -> DivisionShown:
    """查看行政区划。Show a division.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: DivisionShown = client.query("registry", "get_division", request, limit_s)
    return answer


def list_divisions(
    client: Client, request: DivisionsQuery | None = None, limit_s: float = 2
) -> Divisions:
    """下级行政区划。List divisions.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: Divisions = client.query("registry", "list_divisions", request or {}, limit_s)
    return answer


def register_committee(
    client: Client, request: RegisterCommittee, limit_s: float = 5.0
) -> CommitteeDone:
    """登记调委会。Register a committee.

    Roles: justice_office, bureau, administrator.
    """
    answer: CommitteeDone = client.command("registry", "register_committee", request, limit_s)
    return answer


def change_membership(
    client: Client, request: ChangeMembership, limit_s: float = 5.0
) -> CommitteeDone:
    """调整调委会委员。Change the membership.

    Roles: director, justice_office, bureau, administrator.
    """
    answer: CommitteeDone = client.command("registry", "change_membership", request, limit_s)
    return answer


def dissolve_committee(
    client: Client, request: DissolveCommittee, limit_s: float = 5.0
) -> CommitteeDone:
    """撤销调委会。Dissolve a committee.

    Roles: justice_office, bureau, administrator.
    """
    answer: CommitteeDone = client.command("registry", "dissolve_committee", request, limit_s)
    return answer


def get_committee(client: Client, request: CommitteeQuery, limit_s: float = 2) -> CommitteeShown:
    """查看调委会。Show a committee.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: CommitteeShown = client.query("registry", "get_committee", request, limit_s)
    return answer


def list_committees(
    client: Client, request: CommitteesQuery, limit_s: float = 2
) -> CommitteesShown:
    """调委会名册。List committees.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: CommitteesShown = client.query("registry", "list_committees", request, limit_s)
    return answer


def find_committee(client: Client, request: PlaceQuery, limit_s: float = 2) -> CommitteeFound:
    """由哪个调委会调解。Find the committee of a place.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: CommitteeFound = client.query("registry", "find_committee", request, limit_s)
    return answer


def register_studio(client: Client, request: RegisterStudio, limit_s: float = 5.0) -> StudioDone:
    """登记调解工作室。Register a studio.

    Roles: justice_office, bureau, administrator.
    """
    answer: StudioDone = client.command("registry", "register_studio", request, limit_s)
    return answer


def register_mediator(
    client: Client, request: RegisterMediator, limit_s: float = 5.0
) -> MediatorDone:
    """登记调解员。Register a mediator.

    Roles: director, justice_office, bureau, administrator.
    """
    answer: MediatorDone = client.command("registry", "register_mediator", request, limit_s)
    return answer


def certify_mediator(
    client: Client, request: CertifyMediator, limit_s: float = 5.0
) -> MediatorDone:
    """调解员证件。Certify a mediator.

    Roles: bureau, administrator.
    """
    answer: MediatorDone = client.command("registry", "certify_mediator", request, limit_s)
    return answer


def remove_mediator(client: Client, request: RemoveMediator, limit_s: float = 5.0) -> MediatorDone:
    """调解员离任。Remove a mediator.

    Roles: director, justice_office, bureau, administrator.
    """
    answer: MediatorDone = client.command("registry", "remove_mediator", request, limit_s)
    return answer


def get_mediator(client: Client, request: MediatorQuery, limit_s: float = 2) -> MediatorShown:
    """查看调解员。Show a mediator.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: MediatorShown = client.query("registry", "get_mediator", request, limit_s)
    return answer


def list_mediators(
    client: Client, request: MediatorsQuery | None = None, limit_s: float = 2
) -> Mediators:
    """调解员名册。List mediators.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: Mediators = client.query("registry", "list_mediators", request or {}, limit_s)
    return answer


def check_mediator(client: Client, request: MediatorCheck, limit_s: float = 2) -> MediatorChecked:
    """核对调解员资格。Check a mediator.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: MediatorChecked = client.query("registry", "check_mediator", request, limit_s)
    return answer


def check_roster(client: Client, request: RosterCheck, limit_s: float = 2) -> RosterChecked:
    """核对名册。Check the roster.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: RosterChecked = client.query("registry", "check_roster", request, limit_s)
    return answer


def grant_role(client: Client, request: GrantRole, limit_s: float = 5.0) -> GrantDone:
    """授予岗位。Grant a role.

    Roles: bureau, administrator.
    """
    answer: GrantDone = client.command("registry", "grant_role", request, limit_s)
    return answer


def end_role(client: Client, request: EndRole, limit_s: float = 5.0) -> GrantDone:
    """收回岗位。End a role.

    Roles: bureau, administrator.
    """
    answer: GrantDone = client.command("registry", "end_role", request, limit_s)
    return answer


def list_roles(client: Client, request: RolesQuery, limit_s: float = 2) -> Roles:
    """查看岗位。List the roles of a person.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: Roles = client.query("registry", "list_roles", request, limit_s)
    return answer


def register_court(client: Client, request: RegisterCourt, limit_s: float = 5.0) -> CourtDone:
    """登记法院。Register a court.

    Roles: administrator.
    """
    answer: CourtDone = client.command("registry", "register_court", request, limit_s)
    return answer


def find_courts(client: Client, request: CourtsQuery, limit_s: float = 2) -> Courts:
    """查找法院。Find the courts of a place.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: Courts = client.query("registry", "find_courts", request, limit_s)
    return answer


def register_resource(
    client: Client, request: RegisterResource, limit_s: float = 5.0
) -> ResourceDone:
    """登记法律服务资源。Register a legal resource.

    Roles: justice_office, bureau, administrator.
    """
    answer: ResourceDone = client.command("registry", "register_resource", request, limit_s)
    return answer


def list_resources(client: Client, request: ResourcesQuery, limit_s: float = 2) -> Resources:
    """法律服务资源名册。List legal resources.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: Resources = client.query("registry", "list_resources", request, limit_s)
    return answer


def publish_profile(client: Client, request: PublishProfile, limit_s: float = 5.0) -> ProfileDone:
    """发布地区配置。Publish a region profile.

    Roles: bureau, administrator.
    """
    answer: ProfileDone = client.command("registry", "publish_profile", request, limit_s)
    return answer


def get_profile(client: Client, request: ProfileQuery, limit_s: float = 2) -> ProfileShown:
    """查看地区配置。Show a region profile.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: ProfileShown = client.query("registry", "get_profile", request, limit_s)
    return answer


def get_manifest(client: Client, request: ManifestQuery, limit_s: float = 2) -> ManifestShown:
    """查看行业模块说明。Show a sector's manifest.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system,
    administrator.
    """
    answer: ManifestShown = client.query("registry", "get_manifest", request, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("registry", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("registry", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("registry", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("registry", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("registry", "drop_parked", request, limit_s)
    return answer
