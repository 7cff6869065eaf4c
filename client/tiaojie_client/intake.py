"""受理. Intake: what `intake` can be asked and what it tells, typed.

Made from the contract by `make contracts`; a change here is lost.
"""
# ruff: noqa: E501

from __future__ import annotations

from typing import Literal, TypedDict

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

CASE_REGISTERED = "intake.case_registered.v1"
"""登记了案件 Case registered; data: RegisteredData"""
PARTY_RECORDED = "intake.party_recorded.v1"
"""登记了当事人 Party recorded; data: PartyData"""
CASE_TRIAGED = "intake.case_triaged.v1"
"""已分流 Case triaged; data: TriagedData"""
CONTACT_RECORDED = "intake.contact_recorded.v1"
"""联系了当事人 Contact recorded; data: ContactData"""
CONSENT_RECORDED = "intake.consent_recorded.v1"
"""当事人已表态 Consent recorded; data: ConsentData"""
CASE_ACCEPTED = "intake.case_accepted.v1"
"""已受理 Case accepted; data: AcceptedData"""
CASE_ASSIGNED = "intake.case_assigned.v1"
"""已指定调解员 Case assigned; data: AssignedData"""
SECTOR_CONFIRMED = "intake.sector_confirmed.v1"
"""行业审查已确认 Sector check confirmed; data: SectorData"""
CASE_REFUSED = "intake.case_refused.v1"
"""不予受理 Case refused; data: RefusedData"""
NUMBER_CANCELLED = "intake.number_cancelled.v1"
"""编号作废 Number cancelled; data: CancelledData"""
CASE_ENDED = "intake.case_ended.v1"
"""案件已办结 Case ended; data: EndedData"""
REFERRAL_ANSWERED = "intake.referral_answered.v1"
"""已答复移送单位 Referral answered; data: ReferralData"""
ESCALATION_REPORTED = "intake.escalation_reported.v1"
"""已上报 Escalation reported; data: EscalationData"""
RECEIPT_RECORDED = "intake.receipt_recorded.v1"
"""收到回执 Receipt recorded; data: EscalationData"""
ESCALATION_FOLLOWED_UP = "intake.escalation_followed_up.v1"
"""跟进了上报事项 Escalation followed up; data: EscalationData"""
UNIT_ASKED = "intake.unit_asked.v1"
"""请单位协调 Unit asked; data: UnitData"""
UNIT_REPLIED = "intake.unit_replied.v1"
"""单位已答复 Unit replied; data: UnitData"""
FIELD_REVEALED = "intake.field_revealed.v1"
"""查看了完整信息 Field revealed; data: RevealedData"""
PARKED_RETRIED = "intake.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "intake.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _Referral(TypedDict):
    """What must be there."""

    sender: Literal["court", "procuratorate", "police", "petition", "other"]  # 移送单位类型
    letter_number: str  # 函件编号


class Referral(_Referral, total=False):
    """Who sent the matter (委托、移送), with the letter; `stage` for a court alone."""

    sender_name: str | None  # 移送单位
    letter_on: Day | None  # 函件日期
    stage: Literal["before_filing", "ordinary", "summary"] | None  # 诉讼阶段


class _Party(TypedDict):
    """What must be there."""

    role: Literal["applicant", "respondent", "third_party"]  # 岗位或身份
    label: str  # 称呼


class Party(_Party, total=False):
    """A side of the dispute; a label such as 楼下住户 is enough until acceptance."""

    name: str | None  # 姓名或名称
    sex: str | None  # 性别
    nation: str | None  # 民族
    born_on: Day | None  # 出生日期
    age: int | None  # 年龄
    lives_by_own_labour: bool  # 以自己劳动收入为主要生活来源
    occupation: str | None  # 职业
    address: str | None  # 住址
    phone: str | None  # 电话
    identity_type: str | None  # 证件类型
    identity_number: str | None  # 证件号码
    special_groups: list[str]  # 特殊群体
    kind: Literal["person", "organisation"]  # 类型


class _RegisterCase(TypedDict):
    """What must be there."""

    division: str  # 区划
    source: Literal["application", "initiative", "referral"]  # 来源
    text: str  # 文字


class RegisterCase(_RegisterCase, total=False):
    """A dispute comes in; `happened_at` is the moment of the request, which interrupts limitation
    (诉讼时效中断, 民法典195).
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    way: Literal["phone", "paper", "oral", "on_behalf"] | None  # 方式
    on_behalf_by: str | None  # 代为申请人
    referral: Referral | None  # 委托移送
    place: str | None  # 地点
    dispute_on: Day | None  # 纠纷发生日期
    requests: list[str]  # 请求
    linked_to: str | None  # 关联案件
    parties: list[Party]  # 当事人


class Registered(TypedDict):
    """With what goes on the receipt: the reference and the exact moment of the request.
    `provisional`: the days are not known yet, the registry is away.
    """

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    reference: str  # 案件简称
    receipt_at: Moment  # 收到时间
    acceptance_due_on: Day | None  # 受理到期日
    reply_due_on: Day | None  # 答复到期日
    provisional: bool  # 暂定


class _PastConsent(TypedDict):
    """What must be there."""

    way: Literal["in_person", "phone", "written", "online"]  # 方式


class PastConsent(_PastConsent, total=False):
    """How a party said yes."""

    witness: str | None  # 见证人


class _Guardian(TypedDict):
    """What must be there."""

    label: str  # 称呼


class Guardian(_Guardian, total=False):
    """Who acted for a party without full capacity (民法典19-20、23)."""

    name: str | None  # 姓名或名称
    sex: str | None  # 性别
    nation: str | None  # 民族
    born_on: Day | None  # 出生日期
    age: int | None  # 年龄
    lives_by_own_labour: bool  # 以自己劳动收入为主要生活来源
    occupation: str | None  # 职业
    address: str | None  # 住址
    phone: str | None  # 电话
    identity_type: str | None  # 证件类型
    identity_number: str | None  # 证件号码
    special_groups: list[str]  # 特殊群体
    relation: str | None  # 关系


class _PastParty(TypedDict):
    """What must be there."""

    role: Literal["applicant", "respondent", "third_party"]  # 岗位或身份
    label: str  # 称呼


class PastParty(_PastParty, total=False):
    """A party with its consent; none is a defect that is recorded, not refused."""

    name: str | None  # 姓名或名称
    sex: str | None  # 性别
    nation: str | None  # 民族
    born_on: Day | None  # 出生日期
    age: int | None  # 年龄
    lives_by_own_labour: bool  # 以自己劳动收入为主要生活来源
    occupation: str | None  # 职业
    address: str | None  # 住址
    phone: str | None  # 电话
    identity_type: str | None  # 证件类型
    identity_number: str | None  # 证件号码
    special_groups: list[str]  # 特殊群体
    kind: Literal["person", "organisation"]  # 类型
    consent: PastConsent | None  # 是否愿意
    guardian: Guardian | None  # 监护人


class _PastMediator(TypedDict):
    """What must be there."""

    mediator: str  # 调解员


class PastMediator(_PastMediator, total=False):
    """Who mediated."""

    how: Literal["appointed", "chosen"]  # 方式


class _PastSession(TypedDict):
    """What must be there."""

    happened_at: Moment  # 发生时间
    place: str  # 地点
    joint_words: str  # 共同谈话内容


class PastSession(_PastSession, total=False):
    """One sitting: when, where, who was there, what both sides may read."""

    people: list[str]  # 人数


class _LawExplained(TypedDict):
    """What must be there."""

    statute: str  # 法律
    article: int  # 条


class LawExplained(_LawExplained, total=False):
    """A statute's tag with the article that was explained (谁调解谁普法)."""

    words: str | None  # 说明


class _OralAgreement(TypedDict):
    """What must be there."""

    terms: str  # 协议内容
    reached_at: Moment  # 达成时间


class OralAgreement(_OralAgreement, total=False):
    """What was agreed by word of mouth (口头协议, art. 28, 30)."""

    amount_fen: int | None  # 金额（分）


class _PastPerformance(TypedDict):
    """What must be there."""

    state: str  # 状态


class PastPerformance(_PastPerformance, total=False):
    """How far it has been performed."""

    at: Moment | None  # 时间


class _Note(TypedDict):
    """What must be there."""

    agreement: OralAgreement  # 协议
    performance: PastPerformance  # 履行


class Note(_Note, total=False):
    """What happened after acceptance."""

    notice_at: Moment | None  # 告知时间
    sessions: list[PastSession]  # 调解会
    law_explained: list[LawExplained]  # 所讲法律


class _RegisterPastCase(TypedDict):
    """What must be there."""

    division: str  # 区划
    source: Literal["application", "initiative", "referral"]  # 来源
    text: str  # 文字
    parties: list[PastParty]  # 当事人
    mediators: list[PastMediator]  # 调解员
    note: Note  # 备注或记录


class RegisterPastCase(_RegisterPastCase, total=False):
    """From request to performance; `happened_at` is the acceptance, `registered_at` the request,
    the same moment if it is left out.
    """

    category: str | None  # 纠纷类别
    sector: str | None  # 行业专业领域
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    people_count: int | None  # 涉及人数
    amount_fen: int | None  # 金额（分）
    reason: str | None  # 理由
    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    way: Literal["phone", "paper", "oral", "on_behalf"] | None  # 方式
    on_behalf_by: str | None  # 代为申请人
    referral: Referral | None  # 委托移送
    place: str | None  # 地点
    dispute_on: Day | None  # 纠纷发生日期
    requests: list[str]  # 请求
    linked_to: str | None  # 关联案件
    registered_at: Moment | None  # 登记时间


class ClockShown(TypedDict):
    """The period of mediation; `starts_on` is the day of the event that starts it."""

    length: int  # 时长
    unit: Literal["days", "working_days"]  # 单位
    rolls: bool  # 末日遇休息日顺延
    starts_on: Day  # 起算日
    provisional: bool  # 暂定


class PastRegistered(TypedDict):
    """With what was wrong with the mediation: shown, not refused."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    number: str  # 编号
    committee: str  # 调委会
    committee_name: str  # 调委会名称
    clock: ClockShown  # 期限
    sector_check: Literal["none", "pending", "ok", "by_hand"]  # 行业审查
    reference: str  # 案件简称
    defects: list[
        Literal[
            "sides_missing",
            "consent_missing",
            "guardian_missing",
            "conflict_of_interest",
            "mediator_unfit",
            "notice_missing",
            "notice_late",
            "session_missing",
            "written_form_due",
            "approval_missing",
        ]
    ]  # 待补正事项


class _Represents(TypedDict):
    """What must be there."""

    party: str  # 当事人


class Represents(_Represents, total=False):
    """Whom a guardian or agent acts for, with which powers, until when."""

    relation: str | None  # 关系
    kind: str | None  # 类型
    powers: list[
        Literal[
            "apply_or_end",
            "collect_evidence",
            "choose_mediator",
            "admit_or_change_claims",
            "sign",
            "receive_documents",
            "other",
        ]
    ]  # 代理权限
    until: Day | None  # 截止


class _RecordParty(TypedDict):
    """What must be there."""

    case: str  # 案件
    role: Literal["applicant", "respondent", "third_party", "guardian", "agent"]  # 岗位或身份
    label: str  # 称呼


class RecordParty(_RecordParty, total=False):
    """One more party, or a guardian or agent of one (`represents`)."""

    name: str | None  # 姓名或名称
    sex: str | None  # 性别
    nation: str | None  # 民族
    born_on: Day | None  # 出生日期
    age: int | None  # 年龄
    lives_by_own_labour: bool  # 以自己劳动收入为主要生活来源
    occupation: str | None  # 职业
    address: str | None  # 住址
    phone: str | None  # 电话
    identity_type: str | None  # 证件类型
    identity_number: str | None  # 证件号码
    special_groups: list[str]  # 特殊群体
    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    kind: Literal["person", "organisation"]  # 类型
    represents: Represents | None  # 代理哪一方


class PartyDone(TypedDict):
    """With the party's id and what is to be seen to."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    party: str  # 当事人
    warnings: list[Literal["guardian_missing", "conflict_of_interest"]]  # 提醒


class _AmendParty(TypedDict):
    """What must be there."""

    case: str  # 案件
    party: str  # 当事人


class AmendParty(_AmendParty, total=False):
    """What has become known of a party, or was wrong; what is left out stays as it is."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    role: Literal["applicant", "respondent", "third_party", "guardian", "agent"]  # 岗位或身份
    kind: Literal["person", "organisation"]  # 类型
    label: str  # 称呼
    name: str  # 姓名或名称
    sex: str  # 性别
    nation: str  # 民族
    born_on: Day  # 出生日期
    age: int  # 年龄
    lives_by_own_labour: bool  # 以自己劳动收入为主要生活来源
    occupation: str  # 职业
    address: str  # 住址
    phone: str  # 电话
    identity_type: str  # 证件类型
    identity_number: str  # 证件号码
    special_groups: list[str]  # 特殊群体
    represents: Represents  # 代理哪一方


class _RecordContact(TypedDict):
    """What must be there."""

    case: str  # 案件
    party: str  # 当事人
    way: Literal["call", "sms", "visit"]  # 方式
    reached: bool  # 已联系上


class RecordContact(_RecordContact, total=False):
    """An attempt to reach a party."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    note: str | None  # 备注或记录


class CaseDone(TypedDict):
    """The case, its state and version."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本


class _RecordConsent(TypedDict):
    """What must be there."""

    case: str  # 案件
    party: str  # 当事人
    answer: Literal["yes", "no"]  # 答复
    way: Literal["in_person", "phone", "written", "online"]  # 方式


class RecordConsent(_RecordConsent, total=False):
    """What a party, or who acts for it (`by`), answers; "no" is a hard stop (art. 17)."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    by: str | None  # 由谁或按什么
    witness: str | None  # 见证人


class _TriageCase(TypedDict):
    """What must be there."""

    case: str  # 案件


class TriageCase(_TriageCase, total=False):
    """Triage (分流研判) of a case: proposed by rule, decided by a person."""

    category: str | None  # 纠纷类别
    sector: str | None  # 行业专业领域
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    people_count: int | None  # 涉及人数
    amount_fen: int | None  # 金额（分）
    reason: str | None  # 理由
    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Triaged(TypedDict):
    """What was decided, what was proposed, and the codes of why."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    category: str  # 纠纷类别
    runner_up: str | None  # 次选类别
    sector: str | None  # 行业专业领域
    level: Literal["ordinary", "difficult", "major"]  # 等级
    reasons: list[str]  # 理由
    acceptance_doubt: str | None  # 受理疑问
    provisional: bool  # 暂定


class _AcceptCase(TypedDict):
    """What must be there."""

    case: str  # 案件


class AcceptCase(_AcceptCase, total=False):
    """Acceptance (受理): draws the number, pins profile and manifest."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Accepted(TypedDict):
    """With number, committee and clock."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    number: str  # 编号
    committee: str  # 调委会
    committee_name: str  # 调委会名称
    clock: ClockShown  # 期限
    sector_check: Literal["none", "pending", "ok", "by_hand"]  # 行业审查


class _AssignMediator(TypedDict):
    """What must be there."""

    case: str  # 案件
    mediator: str  # 调解员
    how: Literal["appointed", "chosen"]  # 方式


class AssignMediator(_AssignMediator, total=False):
    """A mediator, appointed by the committee or chosen by the parties (art. 19); `replaces`
    another one, with a reason.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    replaces: str | None  # 替代
    reason: str | None  # 理由


class _ConfirmSectorByHand(TypedDict):
    """What must be there."""

    case: str  # 案件
    reason: str  # 理由


class ConfirmSectorByHand(_ConfirmSectorByHand, total=False):
    """The sector's check is not to be had; a person answers for going on."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _RefuseCase(TypedDict):
    """What must be there."""

    case: str  # 案件
    other_door: list[str]  # 其他途径


class RefuseCase(_RefuseCase, total=False):
    """Not acceptable (不予受理) with its ground, or refused by the sector; always with the other doors
    that are open.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    reason: Literal["not_acceptable", "sector_refused"]  # 理由
    ground: str | None  # 依据
    words: str | None  # 说明


class _WithdrawCase(TypedDict):
    """What must be there."""

    case: str  # 案件


class WithdrawCase(_WithdrawCase, total=False):
    """The applicant takes the application back before acceptance."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    words: str | None  # 说明


class _VoidCase(TypedDict):
    """What must be there."""

    case: str  # 案件
    reason: str  # 理由


class VoidCase(_VoidCase, total=False):
    """An acceptance by mistake is taken back; its number stays, cancelled, with the reason."""

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
    """With the report's id."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    escalation: str  # 上报事项


class _RecordReceipt(TypedDict):
    """What must be there."""

    case: str  # 案件
    escalation: str  # 上报事项
    receiver: str  # 接收人


class RecordReceipt(_RecordReceipt, total=False):
    """Whoever got the report says so."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    reply: str | None  # 答复


class _FollowUpEscalation(TypedDict):
    """What must be there."""

    case: str  # 案件
    escalation: str  # 上报事项
    text: str  # 文字


class FollowUpEscalation(_FollowUpEscalation, total=False):
    """How it stands today; a report is followed up every day while the case is open."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _AskUnit(TypedDict):
    """What must be there."""

    case: str  # 案件
    unit: str  # 单位
    text: str  # 文字


class AskUnit(_AskUnit, total=False):
    """Co-ordination of units (协调相关单位): who is asked for what by when."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    due_on: Day | None  # 到期日


class RequestDone(TypedDict):
    """With the id of what a unit is asked."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    request: str  # 请求


class _RecordUnitReply(TypedDict):
    """What must be there."""

    case: str  # 案件
    request: str  # 请求
    replier: str  # 答复人
    text: str  # 文字


class RecordUnitReply(_RecordUnitReply, total=False):
    """What the unit answered."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class CaseQuery(TypedDict):
    """One case."""

    case: str  # 案件


class MediatorShown(TypedDict):
    """Who mediates, appointed or chosen."""

    mediator: str  # 调解员
    name: str  # 姓名或名称
    how: Literal["appointed", "chosen"]  # 方式
    conflict: bool  # 利害关系


class Origin(TypedDict):
    """Where a case came from."""

    kind: Literal["finding", "application", "initiative", "referral", "past"]  # 类型
    id: str | None  # 编号


class PartyShown(TypedDict):
    """A party as everybody on the case sees it."""

    party: str  # 当事人
    role: Literal["applicant", "respondent", "third_party"]  # 岗位或身份
    kind: Literal["person", "organisation"]  # 类型
    label: str  # 称呼
    name: str | None  # 姓名或名称
    consent: Literal["yes", "no"] | None  # 是否愿意
    special_groups: list[str]  # 特殊群体


class Pins(TypedDict):
    """Which versions of the region's and the sector's data hold for the case."""

    profile: str  # 地区配置
    profile_version: int  # 地区配置版本
    manifest: str | None  # 清单


class ReferralShown(TypedDict):
    """Who sent it, and what became of the reply."""

    sender: str  # 移送单位类型
    sender_name: str | None  # 移送单位
    letter_number: str  # 函件编号
    stage: str | None  # 诉讼阶段
    reply_due_on: Day | None  # 答复到期日
    replied_at: Moment | None  # 答复时间
    outcome: str | None  # 结果


class ReasonShown(TypedDict):
    """Why triage proposed something, with the words of the text."""

    about: str  # 关于
    code: str  # 代码
    words: str  # 说明
    why_zh: str  # 原因


class ProposalShown(TypedDict):
    """What the rules proposed, and who decided otherwise with which reason."""

    category: str  # 纠纷类别
    runner_up: str | None  # 次选类别
    sector: str | None  # 行业专业领域
    level: Literal["ordinary", "difficult", "major"]  # 等级
    risks: list[str]  # 风险
    acceptance_doubt: str | None  # 受理疑问
    reasons: list[ReasonShown]  # 理由
    provisional: bool  # 暂定
    decided_by: str  # 决定人
    decision_reason: str | None  # 决定理由


class ContactShown(TypedDict):
    """An attempt to reach a party."""

    party: str  # 当事人
    way: str  # 方式
    reached: bool  # 已联系上
    at: Moment  # 时间
    note: str | None  # 备注或记录


class EscalationShown(TypedDict):
    """A report upward and its receipt."""

    escalation: str  # 上报事项
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    at: Moment  # 时间
    text: str  # 文字
    danger: str  # 可能激化的情况
    receiver: str | None  # 接收人
    received_at: Moment | None  # 收到时间
    reply: str | None  # 答复
    followed_up_at: Moment | None  # 跟进时间


class RequestShown(TypedDict):
    """What a unit was asked, and its answer."""

    request: str  # 请求
    unit: str  # 单位
    text: str  # 文字
    due_on: Day | None  # 到期日
    at: Moment  # 时间
    replier: str | None  # 答复人
    replied_at: Moment | None  # 答复时间
    reply: str | None  # 答复


class CaseShown(TypedDict):
    """A case as its readers see it; no phone, no identity number."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    reference: str  # 案件简称
    number: str | None  # 编号
    division: str  # 区划
    category: str | None  # 纠纷类别
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    source: Literal["application", "initiative", "referral"]  # 来源
    registered_at: Moment  # 登记时间
    accepted_at: Moment | None  # 受理时间
    committee: str | None  # 调委会
    committee_name: str | None  # 调委会名称
    host_type: str | None  # 调委会类型
    mediators: list[MediatorShown]  # 调解员
    sector: str | None  # 行业专业领域
    way: Literal["phone", "paper", "oral", "on_behalf"] | None  # 方式
    on_behalf_by: str | None  # 代为申请人
    origin: Origin  # 来历
    linked_to: str | None  # 关联案件
    summary: str  # 摘要
    place: str | None  # 地点
    dispute_on: Day | None  # 纠纷发生日期
    requests: list[str]  # 请求
    parties: list[PartyShown]  # 当事人
    pins: Pins | None  # 适用版本
    people_count: int | None  # 涉及人数
    amount_fen: int | None  # 金额（分）
    oral_allowed: bool  # 可以用口头协议
    clock: ClockShown | None  # 期限
    sector_check: Literal["none", "pending", "ok", "by_hand"] | None  # 行业审查
    note_id: str | None  # 记录编号
    defects: list[
        Literal[
            "sides_missing",
            "consent_missing",
            "guardian_missing",
            "conflict_of_interest",
            "mediator_unfit",
            "notice_missing",
            "notice_late",
            "session_missing",
            "written_form_due",
            "approval_missing",
        ]
    ]  # 待补正事项
    registered_by: str  # 登记人
    acceptance_due_on: Day | None  # 受理到期日
    referral: ReferralShown | None  # 委托移送
    triage: ProposalShown | None  # 研判
    contacts: list[ContactShown]  # 联系情况
    escalations: list[EscalationShown]  # 上报事项
    requests_to_units: list[RequestShown]  # 请单位协调
    refusal_reason: str | None  # 不予受理理由
    refusal_ground: str | None  # 不予受理依据
    other_door: list[str]  # 其他途径
    ended_how: str | None  # 结束方式
    ended_at: Moment | None  # 结束时间


class CasesQuery(TypedDict, total=False):
    """Cases under a division, newest first; `mine` leaves those that the asker is assigned to."""

    state: Literal["registered", "accepted", "refused", "ended"] | None  # 状态
    mine: bool  # 只看我的
    division: str | None  # 区划
    limit: int  # 最多几项


class CaseRow(TypedDict):
    """A case in a list."""

    case: str  # 案件
    state: Literal["registered", "accepted", "refused", "ended"]  # 状态
    version: int  # 版本
    reference: str  # 案件简称
    number: str | None  # 编号
    division: str  # 区划
    category: str | None  # 纠纷类别
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    source: Literal["application", "initiative", "referral"]  # 来源
    registered_at: Moment  # 登记时间
    accepted_at: Moment | None  # 受理时间


class Cases(TypedDict):
    """A list of cases."""

    cases: list[CaseRow]  # 案件


class DueQuery(TypedDict, total=False):
    """What is due under a division up to and with a day, the most urgent first."""

    division: str | None  # 区划
    until: Day | None  # 截止
    limit: int  # 最多几项


class Duty(TypedDict):
    """One thing that is due; `overdue` once its day is over."""

    kind: Literal["acceptance", "referral_reply", "escalation_follow_up", "unit_reply"]  # 类型
    case: str  # 案件
    reference: str  # 案件简称
    id: str | None  # 编号
    due_on: Day  # 到期日
    overdue: bool  # 已过期限


class Duties(TypedDict):
    """What is due."""

    due: list[Duty]  # 到期事项


class SessionShown(TypedDict):
    """One sitting of a past mediation."""

    happened_at: Moment  # 发生时间
    place: str  # 地点
    people: list[str]  # 人数
    joint_words: str  # 共同谈话内容


class LawShown(TypedDict):
    """An article that was explained."""

    statute: str  # 法律
    article: int  # 条
    words: str | None  # 说明


class OralAgreementShown(TypedDict):
    """What was agreed by word of mouth."""

    form: Literal["oral"]  # 文书格式
    terms: str  # 协议内容
    reached_at: Moment  # 达成时间
    amount_fen: int | None  # 金额（分）


class PerformanceShown(TypedDict):
    """How far it had been performed."""

    state: str  # 状态
    at: Moment | None  # 时间


class NoteShown(TypedDict):
    """A past mediation as it was told. `written_due`: the agreement should have been written."""

    notice_at: Moment | None  # 告知时间
    sessions: list[SessionShown]  # 调解会
    law_explained: list[LawShown]  # 所讲法律
    agreement: OralAgreementShown  # 协议
    performance: PerformanceShown  # 履行
    written_due: bool  # 应有书面协议


class NoteAnswer(TypedDict):
    """The note of one case."""

    note: NoteShown  # 备注或记录


class _PartiesQuery(TypedDict):
    """What must be there."""

    case: str  # 案件


class PartiesQuery(_PartiesQuery, total=False):
    """The parties of a case; phone and identity number in full only where named in `fields`
    together with a purpose, a code that is journalled.
    """

    purpose: str | None  # 用途
    fields: list[str]  # 项目


class StandIn(TypedDict):
    """Who acts for a party: guardian or agent."""

    party: str  # 当事人
    role: Literal["guardian", "agent"]  # 岗位或身份
    name: str  # 姓名或名称
    relation: str | None  # 关系
    kind: str | None  # 类型
    powers: list[str]  # 代理权限
    until: Day | None  # 截止
    phone: str | None  # 电话


class PartyFacts(TypedDict):
    """A party in full. `phone` is masked and `identity_number` left out unless asked for with a
    purpose. `represented_by` acts for it today, a guardian before an agent.
    """

    party: str  # 当事人
    role: Literal["applicant", "respondent", "third_party"]  # 岗位或身份
    kind: Literal["person", "organisation"]  # 类型
    label: str  # 称呼
    name: str | None  # 姓名或名称
    sex: str | None  # 性别
    nation: str | None  # 民族
    born_on: Day | None  # 出生日期
    age: int | None  # 年龄
    lives_by_own_labour: bool  # 以自己劳动收入为主要生活来源
    occupation: str | None  # 职业
    address: str | None  # 住址
    phone: str | None  # 电话
    identity_type: str | None  # 证件类型
    identity_number: str | None  # 证件号码
    special_groups: list[str]  # 特殊群体
    represented_by: StandIn | None  # 代理人
    stand_ins: list[StandIn]  # 代理人


class Parties(TypedDict):
    """The parties of a case."""

    parties: list[PartyFacts]  # 当事人


class RevealQuery(TypedDict):
    """One sensitive field of one party, for a purpose and a reason that are kept."""

    case: str  # 案件
    party: str  # 当事人
    field: Literal["phone", "identity_number"]  # 项目
    purpose: str  # 用途
    reason: str  # 理由


class Revealed(TypedDict):
    """One value in full."""

    party: str  # 当事人
    field: str  # 项目
    value: str | None  # 内容


class OriginData(TypedDict):
    """Where a case came from."""

    kind: Literal["finding", "application", "initiative", "referral", "past"]  # 类型
    id: str | None  # 编号


class RegisteredData(TypedDict):
    """A case came in; `sender` and `stage` of a referral."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    origin: OriginData  # 来历
    source: Literal["application", "initiative", "referral"]  # 来源
    division: str  # 区划
    sender: Literal["court", "procuratorate", "police", "petition", "other"] | None  # 移送单位类型
    stage: Literal["before_filing", "ordinary", "summary"] | None  # 诉讼阶段


class PartyData(TypedDict):
    """A party is new, or more is known of it."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    party: str  # 当事人
    role: Literal["applicant", "respondent", "third_party", "guardian", "agent"]  # 岗位或身份
    kind: Literal["person", "organisation"]  # 类型


class TriagedData(TypedDict):
    """What was decided; the codes of why, `by_person` among them where a person departed."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    category: str  # 纠纷类别
    sector: str | None  # 行业专业领域
    level: Literal["ordinary", "difficult", "major"]  # 等级
    reasons: list[str]  # 理由


class ContactData(TypedDict):
    """An attempt to reach a party."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    party: str  # 当事人
    way: str  # 方式
    reached: bool  # 已联系上


class ConsentData(TypedDict):
    """A party's answer."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    party: str  # 当事人
    answer: Literal["yes", "no"]  # 答复
    way: str  # 方式


class PinsData(TypedDict):
    """Which versions hold for the case."""

    profile: str  # 地区配置
    profile_version: int  # 地区配置版本
    manifest: str | None  # 清单


class AcceptedData(TypedDict):
    """All that others count and open by."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    number: str  # 编号
    committee: str  # 调委会
    host_type: str  # 调委会类型
    division: str  # 区划
    category: str  # 纠纷类别
    sector: str | None  # 行业专业领域
    level: Literal["ordinary", "difficult", "major"]  # 等级
    source: Literal["application", "initiative", "referral"]  # 来源
    sender: Literal["court", "procuratorate", "police", "petition", "other"] | None  # 移送单位类型
    people_count: int | None  # 涉及人数
    amount_fen: int | None  # 金额（分）
    pins: PinsData  # 适用版本
    accepted_at: Moment  # 受理时间
    note_id: str | None  # 记录编号
    sector_check: Literal["none", "pending", "ok", "by_hand"]  # 行业审查


class AssignedData(TypedDict):
    """Who mediates; `replaces` whom."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    mediator: str  # 调解员
    how: Literal["appointed", "chosen"]  # 方式
    replaces: str | None  # 替代


class SectorData(TypedDict):
    """How the sector's check stands."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    sector_check: Literal["none", "pending", "ok", "by_hand"]  # 行业审查


class RefusedData(TypedDict):
    """Why it goes no further."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    reason: Literal["not_acceptable", "party_refused", "sector_refused"]  # 理由
    ground: str | None  # 依据


class CancelledData(TypedDict):
    """A number that stays, cancelled."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    number: str  # 编号


class EndedData(TypedDict):
    """How it ended; the form of the agreement if there is one."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    how: str  # 方式
    form: Literal["oral", "written"] | None  # 文书格式


class ReferralData(TypedDict):
    """What the sender of a referral is told."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    sender: Literal["court", "procuratorate", "police", "petition", "other"]  # 移送单位类型
    outcome: str  # 结果


class EscalationData(TypedDict):
    """A report upward, its receipt or a follow-up."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    escalation: str  # 上报事项
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    text_hash: str | None  # 文字散列值


class UnitData(TypedDict):
    """A unit was asked, or replied."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    request: str  # 请求
    due_on: Day | None  # 到期日


class RevealedData(TypedDict):
    """Sensitive fields left in full: which, to whom (the actor), for what; the reason's hash."""

    party: str  # 当事人
    fields_revealed: list[Literal["phone", "identity_number"]]  # 查看过的项目
    purpose: str  # 用途
    reason_hash: str | None  # 理由散列值


def register_case(client: Client, request: RegisterCase, limit_s: float = 5.0) -> Registered:
    """登记案件。Register a case.

    Roles: mediator, director, clerk, justice_office, grid_worker, client.
    """
    answer: Registered = client.command("intake", "register_case", request, limit_s)
    return answer


def register_past_case(
    client: Client, request: RegisterPastCase, limit_s: float = 10
) -> PastRegistered:
    """补录已办结的调解。Register a past mediation.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: PastRegistered = client.command("intake", "register_past_case", request, limit_s)
    return answer


def record_party(client: Client, request: RecordParty, limit_s: float = 5.0) -> PartyDone:
    """登记当事人。Record a party.

    Roles: mediator, director, clerk, justice_office, grid_worker, client.
    """
    answer: PartyDone = client.command("intake", "record_party", request, limit_s)
    return answer


def amend_party(client: Client, request: AmendParty, limit_s: float = 5.0) -> PartyDone:
    """更正当事人信息。Amend a party.

    Roles: mediator, director, clerk, justice_office, grid_worker.
    """
    answer: PartyDone = client.command("intake", "amend_party", request, limit_s)
    return answer


def record_contact(client: Client, request: RecordContact, limit_s: float = 5.0) -> CaseDone:
    """记录联系情况。Record an attempt to reach a party.

    Roles: mediator, director, clerk, justice_office, grid_worker.
    """
    answer: CaseDone = client.command("intake", "record_contact", request, limit_s)
    return answer


def record_consent(client: Client, request: RecordConsent, limit_s: float = 5.0) -> CaseDone:
    """记录是否愿意调解。Record whether a party consents.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: CaseDone = client.command("intake", "record_consent", request, limit_s)
    return answer


def triage_case(client: Client, request: TriageCase, limit_s: float = 5.0) -> Triaged:
    """分流研判。Triage a case.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Triaged = client.command("intake", "triage_case", request, limit_s)
    return answer


def accept_case(client: Client, request: AcceptCase, limit_s: float = 10) -> Accepted:
    """受理并编号。Accept a case.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Accepted = client.command("intake", "accept_case", request, limit_s)
    return answer


def assign_mediator(client: Client, request: AssignMediator, limit_s: float = 5.0) -> CaseDone:
    """指定或更换调解员。Assign a mediator.

    Roles: director, clerk, mediator, justice_office.
    """
    answer: CaseDone = client.command("intake", "assign_mediator", request, limit_s)
    return answer


def confirm_sector_by_hand(
    client: Client, request: ConfirmSectorByHand, limit_s: float = 5.0
) -> CaseDone:
    """人工确认行业审查。Confirm the sector's check by hand.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: CaseDone = client.command("intake", "confirm_sector_by_hand", request, limit_s)
    return answer


def refuse_case(client: Client, request: RefuseCase, limit_s: float = 5.0) -> CaseDone:
    """不予受理。Refuse a case.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: CaseDone = client.command("intake", "refuse_case", request, limit_s)
    return answer


def withdraw_case(client: Client, request: WithdrawCase, limit_s: float = 5.0) -> CaseDone:
    """撤回申请。Withdraw an application.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: CaseDone = client.command("intake", "withdraw_case", request, limit_s)
    return answer


def void_case(client: Client, request: VoidCase, limit_s: float = 5.0) -> CaseDone:
    """撤销误受理，编号作废。Take an acceptance by mistake back.

    Roles: director, justice_office.
    """
    answer: CaseDone = client.command("intake", "void_case", request, limit_s)
    return answer


def report_escalation(
    client: Client, request: ReportEscalation, limit_s: float = 5.0
) -> EscalationDone:
    """上报可能激化的纠纷。Report an escalation.

    Roles: mediator, director, clerk, justice_office, grid_worker, system.
    """
    answer: EscalationDone = client.command("intake", "report_escalation", request, limit_s)
    return answer


def record_receipt(client: Client, request: RecordReceipt, limit_s: float = 5.0) -> EscalationDone:
    """记录上报回执。Record the receipt of a report.

    Roles: mediator, director, clerk, justice_office, bureau.
    """
    answer: EscalationDone = client.command("intake", "record_receipt", request, limit_s)
    return answer


def follow_up_escalation(
    client: Client, request: FollowUpEscalation, limit_s: float = 5.0
) -> EscalationDone:
    """跟进上报事项。Follow a report up.

    Roles: mediator, director, clerk, justice_office, grid_worker.
    """
    answer: EscalationDone = client.command("intake", "follow_up_escalation", request, limit_s)
    return answer


def ask_unit(client: Client, request: AskUnit, limit_s: float = 5.0) -> RequestDone:
    """请相关单位协调。Ask a unit to co-ordinate.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: RequestDone = client.command("intake", "ask_unit", request, limit_s)
    return answer


def record_unit_reply(
    client: Client, request: RecordUnitReply, limit_s: float = 5.0
) -> RequestDone:
    """记录单位答复。Record a unit's reply.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: RequestDone = client.command("intake", "record_unit_reply", request, limit_s)
    return answer


def get_case(client: Client, request: CaseQuery, limit_s: float = 2) -> CaseShown:
    """查看案件。Show a case.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system, client.
    """
    answer: CaseShown = client.query("intake", "get_case", request, limit_s)
    return answer


def list_cases(client: Client, request: CasesQuery | None = None, limit_s: float = 2) -> Cases:
    """案件列表。List cases.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system, client.
    """
    answer: Cases = client.query("intake", "list_cases", request or {}, limit_s)
    return answer


def list_due(client: Client, request: DueQuery | None = None, limit_s: float = 2) -> Duties:
    """到期事项。List what is due.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system.
    """
    answer: Duties = client.query("intake", "list_due", request or {}, limit_s)
    return answer


def get_note(client: Client, request: CaseQuery, limit_s: float = 2) -> NoteAnswer:
    """查看补录内容。Show the note of a past mediation.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: NoteAnswer = client.query("intake", "get_note", request, limit_s)
    return answer


def get_parties(client: Client, request: PartiesQuery, limit_s: float = 2) -> Parties:
    """查看当事人。Show the parties.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Parties = client.query("intake", "get_parties", request, limit_s)
    return answer


def reveal_field(client: Client, request: RevealQuery, limit_s: float = 2) -> Revealed:
    """查看完整号码。Reveal a field.

    Roles: mediator, director, clerk, justice_office, bureau.
    """
    answer: Revealed = client.query("intake", "reveal_field", request, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("intake", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("intake", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("intake", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("intake", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("intake", "drop_parked", request, limit_s)
    return answer
