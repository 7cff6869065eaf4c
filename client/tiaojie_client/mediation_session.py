"""调解. Mediation: what `mediation_session` can be asked and what it tells, typed.

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

MEDIATION_OPENED = "mediation_session.mediation_opened.v1"
"""开始调解 Mediation opened; data: OpenedData"""
NOTICE_GIVEN = "mediation_session.notice_given.v1"
"""告知了权利义务 Notice given; data: NoticeData"""
SESSION_SCHEDULED = "mediation_session.session_scheduled.v1"
"""约定了调解时间 Session scheduled; data: ScheduledData"""
SESSION_HELD = "mediation_session.session_held.v1"
"""开展了一次调解 Session held; data: SessionData"""
MEDIATION_PAUSED = "mediation_session.mediation_paused.v1"
"""暂停计算期限 Mediation paused; data: PausedData"""
MEDIATION_RESUMED = "mediation_session.mediation_resumed.v1"
"""恢复计算期限 Mediation resumed; data: ResumedData"""
MEDIATION_EXTENDED = "mediation_session.mediation_extended.v1"
"""延长了期限 Mediation extended; data: ExtendedData"""
MEDIATION_OVERDUE = "mediation_session.mediation_overdue.v1"
"""调解期限已过 Mediation overdue; data: OverdueData"""
ESCALATION_RAISED = "mediation_session.escalation_raised.v1"
"""提出了上报 Escalation raised; data: EscalationData"""
ESCALATION_PASSED_ON = "mediation_session.escalation_passed_on.v1"
"""上报已转交 Escalation passed on; data: EscalationData"""
AGREEMENT_DRAFTED = "mediation_session.agreement_drafted.v1"
"""起草了协议 Agreement drafted; data: DraftedData"""
AGREEMENT_FROZEN = "mediation_session.agreement_frozen.v1"
"""协议已定稿 Agreement frozen; data: FrozenData"""
AGREEMENT_SIGNED = "mediation_session.agreement_signed.v1"
"""协议有人签名 Agreement signed; data: SignedData"""
AGREEMENT_EFFECTIVE = "mediation_session.agreement_effective.v1"
"""协议已生效 Agreement effective; data: EffectiveData"""
MEDIATION_ENDED = "mediation_session.mediation_ended.v1"
"""调解已结束 Mediation ended; data: EndedData"""
PERFORMANCE_RECORDED = "mediation_session.performance_recorded.v1"
"""记录了履行 Performance recorded; data: PerformanceData"""
FOLLOW_UP_DUE = "mediation_session.follow_up_due.v1"
"""应当回访 Follow-up due; data: FollowUpDueData"""
FOLLOW_UP_HELD = "mediation_session.follow_up_held.v1"
"""回访了当事人 Follow-up held; data: FollowUpData"""
PARKED_RETRIED = "mediation_session.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "mediation_session.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _Period(TypedDict):
    """What must be there."""

    length: int  # 时长
    unit: Literal["days", "working_days"]  # 单位


class Period(_Period, total=False):
    """The period of mediation; left out, the published one of the category."""

    rolls: bool  # 末日遇休息日顺延


class KnownMediator(TypedDict):
    """Who mediates, where no intake runs."""

    mediator: str  # 调解员
    name: str  # 姓名或名称


class _KnownParty(TypedDict):
    """What must be there."""

    role: Literal["applicant", "respondent", "third_party"]  # 岗位或身份
    name: str  # 姓名或名称


class KnownParty(_KnownParty, total=False):
    """A party as this service must know it where no intake runs."""

    kind: Literal["person", "organisation"]  # 类型
    age: int | None  # 年龄
    address: str | None  # 住址
    represented_by: str | None  # 代理人


class _OpenMediation(TypedDict):
    """What must be there."""

    division: str  # 区划
    committee_name: str  # 调委会名称
    category: str  # 纠纷类别
    summary: str  # 摘要
    mediators: list[KnownMediator]  # 调解员
    parties: list[KnownParty]  # 当事人


class OpenMediation(_OpenMediation, total=False):
    """Where intake is not deployed: the opening facts themselves. `happened_at` is the acceptance."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    committee: str | None  # 调委会
    number: str | None  # 编号
    oral_allowed: bool  # 可以用口头协议
    clock: Period | None  # 期限


class Clocked(TypedDict):
    """With the last day, none while the clock stands still."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本
    due_on: Day | None  # 到期日
    provisional: bool  # 暂定


class _GiveNotice(TypedDict):
    """What must be there."""

    case: str  # 案件
    party: str  # 当事人
    way: Literal["in_person", "reading", "message"]  # 方式


class GiveNotice(_GiveNotice, total=False):
    """Notice of rights and duties (权利义务告知, art. 23-24) to one party."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    signed_by: Literal["self", "guardian", "agent", "nobody"]  # 签名人


class Noticed(TypedDict):
    """With the parties that have no notice yet."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本
    waiting: list[str]  # 还在等待


class _ScheduleSession(TypedDict):
    """What must be there."""

    case: str  # 案件
    starts_at: Moment  # 开始时间
    place: str  # 地点


class ScheduleSession(_ScheduleSession, total=False):
    """When and where the sides are to meet."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    way: Literal["on_site", "video", "online"]  # 方式


class SessionDone(TypedDict):
    """With the session's id."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本
    session: str  # 调解会


class _Invited(TypedDict):
    """What must be there."""

    label: str  # 称呼
    relation: Literal[
        "relative", "neighbour", "colleague", "expert", "organisation", "other"
    ]  # 关系


class Invited(_Invited, total=False):
    """Somebody who joins with the consent of the parties (art. 20)."""

    consents: list[str]  # 同意的人


class Spoken(TypedDict):
    """Words and their audience at birth: `joint`, `file`, `side:<party>` or `self`."""

    audience: str  # 对谁说的
    words: str  # 说明


class _LawExplained(TypedDict):
    """What must be there."""

    statute: str  # 法律
    article: int  # 条


class LawExplained(_LawExplained, total=False):
    """A statute's tag with the article that was explained (谁调解谁普法, 法治宣传教育法 30)."""

    words: str | None  # 说明


class _RecordSession(TypedDict):
    """What must be there."""

    case: str  # 案件
    place: str  # 地点
    parties: list[str]  # 当事人
    words: list[Spoken]  # 说明
    result: Literal["agreed", "not_agreed", "continue"]  # 结果


class RecordSession(_RecordSession, total=False):
    """One sitting as it was: `happened_at` is its beginning. `session` names the appointment it
    keeps. `parties` were there; `mediators` left out: those assigned. `custom` is the custom or
    morality it rested on where no statute applies. `open` needs the consent of all parties.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    session: str | None  # 调解会
    way: Literal["on_site", "video", "online"]  # 方式
    ended_at: Moment | None  # 结束时间
    mediators: list[str]  # 调解员
    invited: list[Invited]  # 邀请参加的人
    recorder: str | None  # 记录人
    law: list[LawExplained]  # 所讲法律
    custom: str | None  # 参照的习俗
    open: bool  # 公开调解
    open_consents: list[str]  # 同意公开的当事人


class _PauseMediation(TypedDict):
    """What must be there."""

    case: str  # 案件
    why: Literal["appraisal", "evaluation", "other"]  # 原因
    since: Day  # 开始日期


class PauseMediation(_PauseMediation, total=False):
    """The clock stands still while others work, such as an appraisal (鉴定)."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    reason: str | None  # 理由


class _ResumeMediation(TypedDict):
    """What must be there."""

    case: str  # 案件
    on: Day  # 日期


class ResumeMediation(_ResumeMediation, total=False):
    """The clock runs again after the day `on`."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _ExtendMediation(TypedDict):
    """What must be there."""

    case: str  # 案件
    days: int  # 天数
    consents: list[str]  # 同意的人


class ExtendMediation(_ExtendMediation, total=False):
    """More time, in the unit of the clock, with the consent of every party."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _ReportEscalation(TypedDict):
    """What must be there."""

    case: str  # 案件
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    text: str  # 文字
    danger: str  # 可能激化的情况


class ReportEscalation(_ReportEscalation, total=False):
    """Report (art. 25) of what may escalate or is a crime: to whom, how, in which words."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    to_name: str | None  # 接收单位
    measures: str | None  # 采取的措施
    reporter: str | None  # 上报人


class EscalationDone(TypedDict):
    """With the report's id here; `pending` until intake has it."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本
    escalation: str  # 上报事项
    pending: bool  # 等待转报


class Prevented(TypedDict):
    """What the mediation kept from happening (防止矛盾激化), in people."""

    kind: str  # 类型
    people: int  # 人数


class _EndMediation(TypedDict):
    """What must be there."""

    case: str  # 案件
    how: Literal[
        "no_agreement",
        "expired",
        "withdrawn",
        "refused",
        "danger",
        "false_mediation",
        "other_procedure",
    ]  # 方式
    reason: str  # 理由


class EndMediation(_EndMediation, total=False):
    """It ends without agreement (art. 26), with the reason in words."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    prevented: list[Prevented]  # 防止矛盾激化


class MediationDone(TypedDict):
    """The mediation, its state and version."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本


class _Instalment(TypedDict):
    """What must be there."""

    date: Day  # 日期


class Instalment(_Instalment, total=False):
    """One part of a sum, due on a day."""

    amount_fen: int | None  # 金额（分）


_Recurring = TypedDict(
    "_Recurring", {"every": "Literal['week', 'month', 'year']", "day": "int", "from": "Day"}
)


class Recurring(_Recurring, total=False):
    """Recurring."""

    until: Day | None  # 截止
    until_event: str | None  # 直到何事
    amount_fen: int | None  # 金额（分）


class When(TypedDict, total=False):
    """One of three: once by a day, in instalments, or recurring."""

    once: Day | None  # 一次履行日期
    instalments: list[Instalment]  # 分期
    recurring: Recurring | None  # 定期履行


class _Clause(TypedDict):
    """What must be there."""

    kind: Literal["pay", "do", "refrain"]  # 类型


class Clause(_Clause, total=False):
    """Who – to whom – what – how much – when – how – what if not. A draft may leave out what is
    not settled; the linter says what is missing.
    """

    who: str | None  # 谁
    jointly_with: list[str]  # 共同承担人
    to_whom: str | None  # 向谁
    amount_fen: int | None  # 金额（分）
    object: str | None  # 标的
    when: When | None  # 履行时间
    how: str | None  # 方式
    if_not: str | None  # 未履行时的约定


class _DraftAgreement(TypedDict):
    """What must be there."""

    case: str  # 案件


class DraftAgreement(_DraftAgreement, total=False):
    """A written agreement (art. 29) in draft; `replaces` the one before it."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    facts: str | None  # 事实
    matters: str | None  # 争议事项
    liability: str | None  # 责任
    clauses: list[Clause]  # 条款
    replaces: str | None  # 替代


class Finding(TypedDict):
    """What the linter says of a draft; `clause` counts from 1, none: of the whole."""

    code: str  # 代码
    clause: int | None  # 第几条
    severity: Literal["error", "warning"]  # 轻重
    why_zh: str  # 原因
    article: str | None  # 条


class Drafted(TypedDict):
    """With all findings, and whether a court could confirm it or why not."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    findings: list[Finding]  # 发现的情况
    confirmable: bool  # 可以申请司法确认
    reasons: list[str]  # 理由
    paper_only: bool  # 只能纸面签名


class _FreezeAgreement(TypedDict):
    """What must be there."""

    agreement: str  # 协议


class FreezeAgreement(_FreezeAgreement, total=False):
    """From now on one line of text, named by its hash."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Frozen(TypedDict):
    """With the hash that every rendition prints."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    hash: str  # 散列值
    number: str | None  # 编号
    paper_only: bool  # 只能纸面签名


class AgreementQuery(TypedDict):
    """One agreement."""

    agreement: str  # 协议


class Printed(TypedDict):
    """The frozen text on paper, as a PDF in base64; it prints its own hash."""

    agreement: str  # 协议
    hash: str  # 散列值
    pages: int  # 页数
    pdf_base64: str  # PDF 内容（Base64）


class _SignAgreement(TypedDict):
    """What must be there."""

    agreement: str  # 协议
    hash: str  # 散列值
    signer_kind: Literal["party", "mediator"]  # 签名人身份
    way: Literal["ink", "fingerprint", "shared_tablet", "phone"]  # 方式


class SignAgreement(_SignAgreement, total=False):
    """One signature: of a party, by itself or who acts for it, or of a mediator. `document` is the
    filed scan of what was signed on paper. `happened_at` is the moment of signing.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    party: str | None  # 当事人
    mediator: str | None  # 调解员
    signed_by: Literal["self", "guardian", "agent"]  # 签名人
    document: str | None  # 文书


class Waiting(TypedDict):
    """What an agreement still waits for (art. 29)."""

    parties: list[str]  # 当事人
    mediator: bool  # 调解员
    seal: bool  # 待盖章


class Signed(TypedDict):
    """With what is missing, or the moment from which it binds."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    waiting: Waiting  # 还在等待
    effective_at: Moment | None  # 生效时间


class _SealAgreement(TypedDict):
    """What must be there."""

    agreement: str  # 协议
    hash: str  # 散列值


class SealAgreement(_SealAgreement, total=False):
    """The committee's seal; `happened_at` is the moment of sealing."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    prevented: list[Prevented]  # 防止矛盾激化


class _RecordOralAgreement(TypedDict):
    """What must be there."""

    case: str  # 案件
    terms: str  # 协议内容
    reached_at: Moment  # 达成时间


class RecordOralAgreement(_RecordOralAgreement, total=False):
    """An oral agreement (口头协议, art. 28, 30), in effect on the day it was reached."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    amount_fen: int | None  # 金额（分）
    prevented: list[Prevented]  # 防止矛盾激化


class OralDone(TypedDict):
    """With the moment from which it binds."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    hash: str  # 散列值
    effective_at: Moment  # 生效时间


class _RecordPerformance(TypedDict):
    """What must be there."""

    agreement: str  # 协议
    state: str  # 状态


class RecordPerformance(_RecordPerformance, total=False):
    """What was performed of a clause (counted from 1) and, where it falls due more than once, of
    which period. Without a clause: of the agreement as a whole. `proof` is a filed document.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    clause: int | None  # 第几条
    period: int | None  # 第几期
    amount_fen: int | None  # 金额（分）
    proof: str | None  # 证明


class PerformanceDone(TypedDict):
    """With the record's id, and whether nothing is left open."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    performance: str  # 履行
    complete: bool  # 全部完成


class _RecordFollowUp(TypedDict):
    """What must be there."""

    agreement: str  # 协议
    way: Literal["visit", "phone", "message"]  # 方式
    performed: bool  # 已履行
    found: str  # 发现情况


class RecordFollowUp(_RecordFollowUp, total=False):
    """A follow-up (回访, art. 31)."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    satisfaction: Literal["satisfied", "partly", "dissatisfied"] | None  # 满意程度
    measures: str | None  # 采取的措施


class FollowUpDone(TypedDict):
    """With the visit's id."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    follow_up: str  # 回访


class MediationQuery(TypedDict):
    """The mediation of one case."""

    case: str  # 案件


class PreventedData(TypedDict):
    """What was kept from happening, in people."""

    kind: str  # 类型
    people: int  # 人数


class NoticeShown(TypedDict):
    """A party's notice of rights and duties."""

    party: str  # 当事人
    way: Literal["in_person", "reading", "message"]  # 方式
    signed_by: Literal["self", "guardian", "agent", "nobody"]  # 签名人
    happened_at: Moment  # 发生时间


class InvitedShown(TypedDict):
    """Somebody who joined with the parties' consent."""

    label: str  # 称呼
    relation: str  # 关系
    consents: list[str]  # 同意的人


class LawShown(TypedDict):
    """An article as it was explained."""

    statute: str  # 法律
    article: int  # 条
    words: str | None  # 说明


class SessionShown(TypedDict):
    """A sitting. `joint_words` for all who read the case, `file_words` for the committee."""

    session: str  # 调解会
    state: Literal["scheduled", "held"]  # 状态
    way: Literal["on_site", "video", "online"]  # 方式
    place: str  # 地点
    starts_at: Moment  # 开始时间
    ended_at: Moment | None  # 结束时间
    parties: list[str]  # 当事人
    mediators: list[str]  # 调解员
    invited: list[InvitedShown]  # 邀请参加的人
    recorder: str | None  # 记录人
    joint_words: str | None  # 共同谈话内容
    file_words: str | None  # 入卷文字
    law: list[LawShown]  # 所讲法律
    custom: str | None  # 参照的习俗
    open: bool  # 公开调解
    result: Literal["agreed", "not_agreed", "continue"] | None  # 结果


class PrivateWords(TypedDict):
    """Words of one side or of oneself; only the assigned mediator ever gets one."""

    audience: str  # 对谁说的
    words: str  # 说明
    at: Moment  # 时间


class PauseShown(TypedDict):
    """Time that is not counted."""

    why: Literal["appraisal", "evaluation", "other"]  # 原因
    since: Day  # 开始日期
    until: Day | None  # 截止
    reason: str | None  # 理由


class ExtensionShown(TypedDict):
    """Time that was added, and who agreed."""

    days: int  # 天数
    consents: list[str]  # 同意的人
    happened_at: Moment  # 发生时间


class EscalationShown(TypedDict):
    """A report of danger; `pending` until intake has it."""

    escalation: str  # 上报事项
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    text: str  # 文字
    danger: str  # 可能激化的情况
    at: Moment  # 时间
    pending: bool  # 等待转报
    reported: str | None  # 上报事项或时间


class AgreementRow(TypedDict):
    """An agreement in its mediation."""

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    form: Literal["oral", "written"]  # 文书格式
    replaces: str | None  # 替代
    effective_at: Moment | None  # 生效时间


class PaperShown(TypedDict):
    """A paper of this mediation; until it is filed it waits for the archive."""

    form: str  # 文书格式
    filed: bool  # 已归入案卷
    document: str | None  # 文书


class MediationShown(TypedDict):
    """A mediation as its reader may see it."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本
    due_on: Day | None  # 到期日
    provisional: bool  # 暂定
    number: str | None  # 编号
    division: str  # 区划
    category: str  # 纠纷类别
    started_on: Day  # 开始日期
    overdue: bool  # 已过期限
    ended_how: (
        Literal[
            "agreed",
            "no_agreement",
            "expired",
            "withdrawn",
            "refused",
            "danger",
            "false_mediation",
            "other_procedure",
        ]
        | None
    )  # 结束方式
    ended_at: Moment | None  # 结束时间
    committee: str | None  # 调委会
    committee_name: str  # 调委会名称
    mediators: list[str]  # 调解员
    oral_allowed: bool  # 可以用口头协议
    reason: str | None  # 理由
    prevented: list[PreventedData]  # 防止矛盾激化
    defects: list[str]  # 待补正事项
    notices: list[NoticeShown]  # 权利义务告知
    sessions: list[SessionShown]  # 调解会
    private_words: list[PrivateWords]  # 单独谈话内容
    pauses: list[PauseShown]  # 暂停
    extensions: list[ExtensionShown]  # 延期
    escalations: list[EscalationShown]  # 上报事项
    agreements: list[AgreementRow]  # 协议
    papers: list[PaperShown]  # 材料


class MediationsQuery(TypedDict, total=False):
    """Mediations under a division, the newest first."""

    division: str | None  # 区划
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"] | None  # 状态
    limit: int  # 最多几项


class MediationRow(TypedDict):
    """A mediation in a list."""

    case: str  # 案件
    state: Literal["open", "notified", "in_session", "adjourned", "paused", "ended"]  # 状态
    version: int  # 版本
    due_on: Day | None  # 到期日
    provisional: bool  # 暂定
    number: str | None  # 编号
    division: str  # 区划
    category: str  # 纠纷类别
    started_on: Day  # 开始日期
    overdue: bool  # 已过期限
    ended_how: (
        Literal[
            "agreed",
            "no_agreement",
            "expired",
            "withdrawn",
            "refused",
            "danger",
            "false_mediation",
            "other_procedure",
        ]
        | None
    )  # 结束方式
    ended_at: Moment | None  # 结束时间


class Mediations(TypedDict):
    """A list of mediations."""

    mediations: list[MediationRow]  # 调解


class DueQuery(TypedDict, total=False):
    """What is due under a division up to and with a day, the most urgent first."""

    division: str | None  # 区划
    until: Day | None  # 截止
    limit: int  # 最多几项


class Duty(TypedDict):
    """One thing that is due; `overdue` once its day is over."""

    kind: Literal["mediation", "follow_up", "performance"]  # 类型
    case: str  # 案件
    number: str | None  # 编号
    agreement: str | None  # 协议
    clause: int | None  # 第几条
    period: int | None  # 第几期
    amount_fen: int | None  # 金额（分）
    due_on: Day  # 到期日
    provisional: bool  # 暂定
    overdue: bool  # 已过期限


class Duties(TypedDict):
    """What is due."""

    due: list[Duty]  # 到期事项


class SignatureShown(TypedDict):
    """Who signed, when, how."""

    signer_kind: Literal["party", "mediator"]  # 签名人身份
    party: str | None  # 当事人
    mediator: str | None  # 调解员
    signed_by: Literal["self", "guardian", "agent"]  # 签名人
    way: Literal["ink", "fingerprint", "shared_tablet", "phone"]  # 方式
    at: Moment  # 时间
    document: str | None  # 文书


class PerformanceShown(TypedDict):
    """What was performed."""

    clause: int | None  # 第几条
    period: int | None  # 第几期
    state: str  # 状态
    amount_fen: int | None  # 金额（分）
    happened_at: Moment  # 发生时间
    proof: str | None  # 证明


class FollowUpShown(TypedDict):
    """A follow-up visit."""

    way: Literal["visit", "phone", "message"]  # 方式
    performed: bool  # 已履行
    satisfaction: Literal["satisfied", "partly", "dissatisfied"] | None  # 满意程度
    found: str  # 发现情况
    measures: str | None  # 采取的措施
    happened_at: Moment  # 发生时间


class AgreementShown(TypedDict):
    """An agreement. `line` is the frozen text whose SHA-256 is `hash`; `sentences` its clauses in
    Chinese; `clauses` the same as data; `mediator` who signed. Of an oral one: `terms`.
    """

    case: str  # 案件
    agreement: str  # 协议
    state: Literal["draft", "frozen", "signing", "effective", "replaced"]  # 状态
    version: int  # 版本
    form: Literal["oral", "written"]  # 文书格式
    replaces: str | None  # 替代
    effective_at: Moment | None  # 生效时间
    hash: str | None  # 散列值
    line: str | None  # 原文
    number: str | None  # 编号
    facts: str | None  # 事实
    matters: str | None  # 争议事项
    liability: str | None  # 责任
    clauses: list[dict[str, Any]]  # 条款
    sentences: list[str]  # 条款全文
    terms: str | None  # 协议内容
    parties: list[str]  # 当事人
    division: str  # 区划
    committee: str | None  # 调委会
    mediator: str | None  # 调解员
    amount_fen: int | None  # 金额（分）
    findings: list[Finding]  # 发现的情况
    confirmable: bool  # 可以申请司法确认
    reasons: list[str]  # 理由
    paper_only: bool  # 只能纸面签名
    sector_check: Literal["none", "pending"]  # 行业审查
    signatures: list[SignatureShown]  # 签名
    sealed_at: Moment | None  # 盖章时间
    parties_signed_at: Moment | None  # 当事人签完时间
    performance_due_on: Day | None  # 履行到期日
    performances: list[PerformanceShown]  # 履行情况
    complete: bool  # 全部完成
    follow_up_on: Day | None  # 回访日期
    follow_ups: list[FollowUpShown]  # 回访


class OpenedData(TypedDict):
    """The clock starts."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    started_on: Day  # 开始日期
    due_on: Day | None  # 到期日
    provisional: bool  # 暂定


class NoticeData(TypedDict):
    """One party has its notice."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    party: str  # 当事人
    way: Literal["in_person", "reading", "message"]  # 方式


class ScheduledData(TypedDict):
    """An appointment."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    session: str  # 调解会
    way: Literal["on_site", "video", "online"]  # 方式
    starts_at: Moment  # 开始时间


class LawData(TypedDict):
    """An article that was explained."""

    statute: str  # 法律
    article: int  # 条


class SessionData(TypedDict):
    """A sitting; its words stay here."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    session: str  # 调解会
    way: Literal["on_site", "video", "online"]  # 方式
    law: list[LawData]  # 所讲法律


class PausedData(TypedDict):
    """The clock stands still."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    why: Literal["appraisal", "evaluation", "other"]  # 原因
    since: Day  # 开始日期


class ResumedData(TypedDict):
    """The clock runs again."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    on: Day  # 日期
    due_on: Day | None  # 到期日


class ExtendedData(TypedDict):
    """More time."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    days: int  # 天数
    due_on: Day | None  # 到期日


class OverdueData(TypedDict):
    """The time is over; a person ends the mediation, never the clock."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    due_on: Day  # 到期日


class EscalationData(TypedDict):
    """A report of danger; `pending` until intake has it, `reported` its id there."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    escalation: str  # 上报事项
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    pending: bool  # 等待转报
    reported: str | None  # 上报事项或时间
    text_hash: str | None  # 文字散列值


class DraftedData(TypedDict):
    """A draft; codes of what the linter found, and whether a court could confirm it."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    replaces: str | None  # 替代
    findings: list[str]  # 发现的情况
    confirmable: bool  # 可以申请司法确认
    reasons: list[str]  # 理由


class FrozenData(TypedDict):
    """The text is fixed; SHA-256 of its line."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    hash: str  # 散列值


class SignedData(TypedDict):
    """One signature."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    signer_kind: Literal["party", "mediator"]  # 签名人身份
    party: str | None  # 当事人
    way: Literal["ink", "fingerprint", "shared_tablet", "phone"]  # 方式


class EffectiveData(TypedDict):
    """It binds (art. 29-31). `reasons` say why a court would not confirm it; `parties_signed_at`
    the moment by which all parties had signed.
    """

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    form: Literal["oral", "written"]  # 文书格式
    hash: str  # 散列值
    effective_at: Moment  # 生效时间
    parties_signed_at: Moment | None  # 当事人签完时间
    amount_fen: int | None  # 金额（分）
    confirmable: bool  # 可以申请司法确认
    reasons: list[str]  # 理由
    division: str  # 区划
    committee: str | None  # 调委会
    replaces: str | None  # 替代


class EndedData(TypedDict):
    """How a mediation ended; `defects` of one that was recorded afterwards."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    how: Literal[
        "agreed",
        "no_agreement",
        "expired",
        "withdrawn",
        "refused",
        "danger",
        "false_mediation",
        "other_procedure",
    ]  # 方式
    form: Literal["oral", "written"] | None  # 文书格式
    agreement: str | None  # 协议
    prevented: list[PreventedData]  # 防止矛盾激化
    defects: list[str]  # 待补正事项


class PerformanceData(TypedDict):
    """What was performed; `complete` once nothing that can be counted is left open."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    clause: int | None  # 第几条
    period: int | None  # 第几期
    state: str  # 状态
    amount_fen: int | None  # 金额（分）
    complete: bool  # 全部完成


class FollowUpDueData(TypedDict):
    """A follow-up visit has fallen due."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    due_on: Day  # 到期日


class FollowUpData(TypedDict):
    """A follow-up visit."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    performed: bool  # 已履行


def open_mediation(client: Client, request: OpenMediation, limit_s: float = 5.0) -> Clocked:
    """直接开始调解（未部署受理）。Open a mediation where no intake runs.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Clocked = client.command("mediation_session", "open_mediation", request, limit_s)
    return answer


def give_notice(client: Client, request: GiveNotice, limit_s: float = 5.0) -> Noticed:
    """告知权利义务。Tell a party its rights and duties.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Noticed = client.command("mediation_session", "give_notice", request, limit_s)
    return answer


def schedule_session(client: Client, request: ScheduleSession, limit_s: float = 5.0) -> SessionDone:
    """约定调解时间。Schedule a session.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: SessionDone = client.command("mediation_session", "schedule_session", request, limit_s)
    return answer


def record_session(client: Client, request: RecordSession, limit_s: float = 5.0) -> SessionDone:
    """记录一次调解。Record a session.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: SessionDone = client.command("mediation_session", "record_session", request, limit_s)
    return answer


def pause_mediation(client: Client, request: PauseMediation, limit_s: float = 5.0) -> Clocked:
    """暂停计算期限。Pause the clock.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Clocked = client.command("mediation_session", "pause_mediation", request, limit_s)
    return answer


def resume_mediation(client: Client, request: ResumeMediation, limit_s: float = 5.0) -> Clocked:
    """恢复计算期限。Resume the clock.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Clocked = client.command("mediation_session", "resume_mediation", request, limit_s)
    return answer


def extend_mediation(client: Client, request: ExtendMediation, limit_s: float = 5.0) -> Clocked:
    """延长调解期限。Extend the time.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Clocked = client.command("mediation_session", "extend_mediation", request, limit_s)
    return answer


def report_escalation(
    client: Client, request: ReportEscalation, limit_s: float = 6
) -> EscalationDone:
    """上报可能激化的纠纷。Report an escalation.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: EscalationDone = client.command(
        "mediation_session", "report_escalation", request, limit_s
    )
    return answer


def end_mediation(client: Client, request: EndMediation, limit_s: float = 5.0) -> MediationDone:
    """终止调解。End a mediation without agreement.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: MediationDone = client.command("mediation_session", "end_mediation", request, limit_s)
    return answer


def draft_agreement(client: Client, request: DraftAgreement, limit_s: float = 5.0) -> Drafted:
    """起草协议。Draft an agreement.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Drafted = client.command("mediation_session", "draft_agreement", request, limit_s)
    return answer


def freeze_agreement(client: Client, request: FreezeAgreement, limit_s: float = 5.0) -> Frozen:
    """协议定稿。Fix the text of an agreement.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Frozen = client.command("mediation_session", "freeze_agreement", request, limit_s)
    return answer


def print_agreement(client: Client, request: AgreementQuery, limit_s: float = 15) -> Printed:
    """打印定稿的协议。Print the frozen text.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Printed = client.query("mediation_session", "print_agreement", request, limit_s)
    return answer


def sign_agreement(client: Client, request: SignAgreement, limit_s: float = 5.0) -> Signed:
    """签署协议。Sign an agreement.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Signed = client.command("mediation_session", "sign_agreement", request, limit_s)
    return answer


def seal_agreement(client: Client, request: SealAgreement, limit_s: float = 5.0) -> Signed:
    """加盖调委会印章。Seal an agreement.

    Roles: director, clerk.
    """
    answer: Signed = client.command("mediation_session", "seal_agreement", request, limit_s)
    return answer


def record_oral_agreement(
    client: Client, request: RecordOralAgreement, limit_s: float = 5.0
) -> OralDone:
    """登记口头协议。Record an oral agreement.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: OralDone = client.command(
        "mediation_session", "record_oral_agreement", request, limit_s
    )
    return answer


def record_performance(
    client: Client, request: RecordPerformance, limit_s: float = 5.0
) -> PerformanceDone:
    """记录履行情况。Record performance.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: PerformanceDone = client.command(
        "mediation_session", "record_performance", request, limit_s
    )
    return answer


def record_follow_up(client: Client, request: RecordFollowUp, limit_s: float = 5.0) -> FollowUpDone:
    """记录回访。Record a follow-up visit.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: FollowUpDone = client.command("mediation_session", "record_follow_up", request, limit_s)
    return answer


def get_mediation(client: Client, request: MediationQuery, limit_s: float = 2) -> MediationShown:
    """查看调解。Show a mediation.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: MediationShown = client.query("mediation_session", "get_mediation", request, limit_s)
    return answer


def list_mediations(
    client: Client, request: MediationsQuery | None = None, limit_s: float = 2
) -> Mediations:
    """调解台账。List mediations.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Mediations = client.query(
        "mediation_session", "list_mediations", request or {}, limit_s
    )
    return answer


def list_due(client: Client, request: DueQuery | None = None, limit_s: float = 2) -> Duties:
    """到期事项。List what is due.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Duties = client.query("mediation_session", "list_due", request or {}, limit_s)
    return answer


def get_agreement(client: Client, request: AgreementQuery, limit_s: float = 2) -> AgreementShown:
    """查看协议。Show an agreement.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: AgreementShown = client.query("mediation_session", "get_agreement", request, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("mediation_session", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("mediation_session", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("mediation_session", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("mediation_session", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("mediation_session", "drop_parked", request, limit_s)
    return answer
