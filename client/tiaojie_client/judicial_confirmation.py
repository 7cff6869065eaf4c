"""司法确认. Judicial confirmation: what `judicial_confirmation` can be asked and what it tells, typed.

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

CONFIRMATION_OPENED = "judicial_confirmation.confirmation_opened.v1"
"""可以申请司法确认 Opened; data: OpenedData"""
CONFIRMATION_NOT_OFFERED = "judicial_confirmation.confirmation_not_offered.v1"
"""不能申请司法确认 Not offered; data: OpenedData"""
WISH_RECORDED = "judicial_confirmation.wish_recorded.v1"
"""当事人表示了意愿 A party's wish; data: WishData"""
APPLICATION_PREPARED = "judicial_confirmation.application_prepared.v1"
"""制作了申请材料 Prepared; data: PacketData"""
APPLICATION_SIGNED = "judicial_confirmation.application_signed.v1"
"""当事人签了申请书 Signed; data: SignatureData"""
APPLICATION_DISPATCHED = "judicial_confirmation.application_dispatched.v1"
"""正在送交法院 On its way; data: PacketData"""
APPLICATION_RETURNED = "judicial_confirmation.application_returned.v1"
"""材料有变，退回重做 Returned; data: PacketData"""
CONFIRMATION_SUBMITTED = "judicial_confirmation.confirmation_submitted.v1"
"""法院已收件 Submitted; data: PacketData"""
CONFIRMATION_ACCEPTED = "judicial_confirmation.confirmation_accepted.v1"
"""法院已受理 Accepted; data: CourtData"""
CONFIRMATION_SUPPLEMENT_REQUESTED = "judicial_confirmation.confirmation_supplement_requested.v1"
"""法院要求补充材料 Supplement requested; data: CourtData"""
CONFIRMATION_RULED = "judicial_confirmation.confirmation_ruled.v1"
"""法院已裁定 Ruled; data: RulingData"""
CONFIRMATION_ENDED = "judicial_confirmation.confirmation_ended.v1"
"""司法确认已结束 Ended; data: EndedData"""
DEADLINE_NEAR = "judicial_confirmation.deadline_near.v1"
"""申请期限将满 The deadline comes near; data: NearData"""
PARKED_RETRIED = "judicial_confirmation.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "judicial_confirmation.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _OpenConfirmation(TypedDict):
    """What must be there."""

    agreement: str  # 协议


class OpenConfirmation(_OpenConfirmation, total=False):
    """For an agreement whose entry has not come yet, or once more within the period after an
    application was withdrawn or not accepted.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Opened(TypedDict):
    """With the last day to apply; none for an oral agreement."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    deadline: Day | None  # 最后期限
    provisional: bool  # 暂定


class _RecordWish(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认
    party: str  # 当事人
    answer: Literal["yes", "no"]  # 答复


class RecordWish(_RecordWish, total=False):
    """What one party says: apply together, or not (art. 33 人民调解法: 共同申请)."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class WaitingDone(TypedDict):
    """With the parties who have not said, or signed, yet."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    waiting: list[str]  # 还在等待


class _PrepareApplication(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认


class PrepareApplication(_PrepareApplication, total=False):
    """Make the application and its packet. `court` may be left out where only one is competent;
    `reason` says why this one; `papers` are further ones from the archive, where they are
    allowed.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    court: str | None  # 法院
    reason: str | None  # 理由
    papers: list[str]  # 材料


class Prepared(TypedDict):
    """With the packet that was made and what a person should look at again."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    waiting: list[str]  # 还在等待
    attempt: int  # 第几次送交
    packet: str  # 申请材料
    sha256: str  # 散列值（SHA-256）
    court: str  # 法院
    warnings: list[str]  # 提醒


class _SignApplication(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认
    party: str  # 当事人
    way: Literal["ink", "fingerprint", "shared_tablet", "phone"]  # 方式


class SignApplication(_SignApplication, total=False):
    """One party signs the application as it stands."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _OfConfirmation(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认


class OfConfirmation(_OfConfirmation, total=False):
    """A command about one confirmation."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Sent(TypedDict):
    """With the number under which the packet goes."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    packet: str  # 申请材料


class ConfirmationDone(TypedDict):
    """The confirmation, its state and version."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本


class _AcceptApplication(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认
    court_number: str  # 法院案号


class AcceptApplication(_AcceptApplication, total=False):
    """The court accepts (受理) under its own number."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _RequestSupplement(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认
    items: list[str]  # 材料
    until: Day  # 截止


class RequestSupplement(_RequestSupplement, total=False):
    """The court asks for more by a day (限期补充), 民事诉讼法解释 354, 356."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _RefuseApplication(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认
    ground: str  # 依据


class RefuseApplication(_RefuseApplication, total=False):
    """The court does not accept (不予受理), 民事诉讼法解释 355."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _RuleConfirmation(TypedDict):
    """What must be there."""

    confirmation: str  # 司法确认
    result: Literal["valid", "rejected"]  # 结果
    ruling_number: str  # 裁定书案号
    served_at: Moment  # 送达时间


class RuleConfirmation(_RuleConfirmation, total=False):
    """The ruling (裁定书); `happened_at` is its day, `served_at` when the parties got it. A scan may
    be added and goes into the archive.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    grounds: list[str]  # 依据
    ruling_base64: str | None  # 裁定书内容（Base64）


class Ruled(TypedDict):
    """With the days that follow from the ruling."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    result: Literal["valid", "rejected"]  # 结果
    objection_until: Day  # 异议截止日
    enforcement_until: Day | None  # 申请执行截止日


class ConfirmationQuery(TypedDict, total=False):
    """One confirmation, or the latest of a case."""

    confirmation: str | None  # 司法确认
    case: str | None  # 案件


class WishShown(TypedDict):
    """What a party wishes."""

    party: str  # 当事人
    answer: Literal["yes", "no"]  # 答复
    at: Moment  # 时间


class PaperShown(TypedDict):
    """One paper of a packet; `document` is None where it was printed for it."""

    title: str  # 标题
    form: str | None  # 文书格式
    document: str | None  # 文书
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）


class CheckShown(TypedDict):
    """One rule of the pre-check; `found` are codes and places of what is wrong, no words of it."""

    code: str  # 代码
    verdict: Literal["ok", "warning", "stop"]  # 结论
    words: str  # 说明
    article: str  # 条
    found: list[str]  # 发现情况


class SignatureShown(TypedDict):
    """Who signed the present text."""

    party: str  # 当事人
    way: Literal["ink", "fingerprint", "shared_tablet", "phone"]  # 方式
    at: Moment  # 时间


class ApplicationShown(TypedDict):
    """One packet: to which court and why, what lies in it, when it came there."""

    attempt: int  # 第几次送交
    packet: str  # 申请材料
    sha256: str  # 散列值（SHA-256）
    manifest: list[PaperShown]  # 清单
    checks: list[CheckShown]  # 核对结果
    court: str  # 法院
    court_name: str  # 法院名称
    court_why: str | None  # 管辖依据
    court_reason: str | None  # 选择该法院的理由
    prepared_at: Moment  # 制作时间
    signatures: list[SignatureShown]  # 签名
    sent_at: Moment | None  # 送出时间
    receipt: str | None  # 回执
    received_at: Moment | None  # 收到时间


class SupplementShown(TypedDict):
    """What the court wants by when."""

    items: list[str]  # 材料
    asked_at: Moment  # 提出时间
    until: Day  # 截止
    answered_at: Moment | None  # 答复时间


class RulingShown(TypedDict):
    """What the court decided, and until when what may follow."""

    result: Literal["valid", "rejected"]  # 结果
    grounds: list[str]  # 依据
    number: str  # 编号
    ruled_at: Moment  # 裁定时间
    served_at: Moment  # 送达时间
    objection_until: Day  # 异议截止日
    enforcement_until: Day | None  # 申请执行截止日


class MessageShown(TypedDict):
    """A message of the court's driver; not applied where the state did not allow it any more."""

    message: str  # 来文
    kind: str  # 类型
    applied: bool  # 已处理


class ConfirmationShown(TypedDict):
    """A confirmation as its readers see it: ids, states and days; names stay with intake."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    case: str  # 案件
    agreement: str  # 协议
    division: str  # 区划
    how: (
        Literal[
            "confirmed",
            "rejected",
            "not_accepted",
            "withdrawn",
            "deemed_withdrawn",
            "lapsed",
            "replaced",
        ]
        | None
    )  # 方式
    deadline: Day | None  # 最后期限
    hash: str | None  # 散列值
    form: Literal["oral", "written"]  # 文书格式
    reason: Literal["oral_agreement"] | None  # 理由
    advice: str | None  # 建议
    confirmable: bool | None  # 可以申请司法确认
    reasons: list[str]  # 理由
    effective_at: Moment  # 生效时间
    counts_from: Day  # 起算日
    provisional: bool  # 暂定
    article: str | None  # 条
    days_left: int | None  # 剩余天数
    parties: list[str]  # 当事人
    wishes: list[WishShown]  # 申请意愿
    applications: list[ApplicationShown]  # 申请
    supplements: list[SupplementShown]  # 补充材料
    court_number: str | None  # 法院案号
    submitted_at: Moment | None  # 送交时间
    accepted_at: Moment | None  # 受理时间
    ended_at: Moment | None  # 结束时间
    grounds: list[str]  # 依据
    ruling: RulingShown | None  # 裁定
    messages: list[MessageShown]  # 来文


class ConfirmationsQuery(TypedDict, total=False):
    """Confirmations under a division, newest first."""

    division: str | None  # 区划
    case: str | None  # 案件
    state: (
        Literal[
            "not_offered",
            "offered",
            "intended",
            "declined",
            "drafting",
            "signed",
            "sending",
            "submitted",
            "supplement_requested",
            "accepted",
            "ended",
        ]
        | None
    )  # 状态
    limit: int  # 最多几项


class ConfirmationRow(TypedDict):
    """A confirmation in a list."""

    confirmation: str  # 司法确认
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    version: int  # 版本
    case: str  # 案件
    agreement: str  # 协议
    division: str  # 区划
    how: (
        Literal[
            "confirmed",
            "rejected",
            "not_accepted",
            "withdrawn",
            "deemed_withdrawn",
            "lapsed",
            "replaced",
        ]
        | None
    )  # 方式
    deadline: Day | None  # 最后期限


class Confirmations(TypedDict):
    """A list of confirmations."""

    confirmations: list[ConfirmationRow]  # 司法确认


class DueQuery(TypedDict, total=False):
    """What is due under a division up to and with a day, the most urgent first."""

    division: str | None  # 区划
    until: Day | None  # 截止
    limit: int  # 最多几项


class Duty(TypedDict):
    """One thing that is due; `days_left` is negative once it is over."""

    kind: Literal["application", "supplement"]  # 类型
    confirmation: str  # 司法确认
    case: str  # 案件
    state: Literal[
        "not_offered",
        "offered",
        "intended",
        "declined",
        "drafting",
        "signed",
        "sending",
        "submitted",
        "supplement_requested",
        "accepted",
        "ended",
    ]  # 状态
    due_on: Day  # 到期日
    days_left: int  # 剩余天数


class Duties(TypedDict):
    """What is due."""

    due: list[Duty]  # 到期事项


class OneConfirmation(TypedDict):
    """One confirmation."""

    confirmation: str  # 司法确认


class CourtShown(TypedDict):
    """A court that is competent, and why."""

    court: str  # 法院
    name: str  # 姓名或名称
    division: str  # 区划
    why: str | None  # 原因


class Courts(TypedDict):
    """The courts to choose from."""

    courts: list[CourtShown]  # 法院


class PacketShown(TypedDict):
    """The packet as it would go, to be read and signed."""

    packet: str  # 申请材料
    sha256: str  # 散列值（SHA-256）
    packet_base64: str  # 申请材料内容（Base64）


class OpenedData(TypedDict):
    """A confirmation of one agreement hash was opened, or could not be offered."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    agreement: str  # 协议
    hash: str | None  # 散列值
    deadline: Day | None  # 最后期限
    provisional: bool  # 暂定
    reason: Literal["oral_agreement"] | None  # 理由


class WishData(TypedDict):
    """What a party said."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    party: str  # 当事人
    answer: Literal["yes", "no"]  # 答复


class PacketData(TypedDict):
    """A packet was made, sent or taken back."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    attempt: int  # 第几次送交
    packet: str  # 申请材料
    sha256: str  # 散列值（SHA-256）
    court: str  # 法院
    receipt: str | None  # 回执


class SignatureData(TypedDict):
    """A party signed."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    party: str  # 当事人
    way: Literal["ink", "fingerprint", "shared_tablet", "phone"]  # 方式


class CourtData(TypedDict):
    """The court said something."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    court: str  # 法院
    court_number: str | None  # 法院案号
    wanted: int | None  # 要求补充几项
    until: Day | None  # 截止


class RulingData(TypedDict):
    """The ruling, with the days that follow from it."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    result: Literal["valid", "rejected"]  # 结果
    grounds: list[str]  # 依据
    court_number: str | None  # 法院案号
    ruling_number: str  # 裁定书案号
    ruled_on: Day  # 裁定日期
    objection_until: Day  # 异议截止日
    enforcement_until: Day | None  # 申请执行截止日


class EndedData(TypedDict):
    """How it ended."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    how: Literal[
        "confirmed",
        "rejected",
        "not_accepted",
        "withdrawn",
        "deemed_withdrawn",
        "lapsed",
        "replaced",
    ]  # 方式
    grounds: list[str]  # 依据


class NearData(TypedDict):
    """The last day to apply comes near."""

    version: int  # 版本
    confirmation: str  # 司法确认
    division: str  # 区划
    happened_at: Moment  # 发生时间
    deadline: Day  # 最后期限
    days_left: int  # 剩余天数


def open_confirmation(client: Client, request: OpenConfirmation, limit_s: float = 5.0) -> Opened:
    """开始司法确认。Open a confirmation.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Opened = client.command("judicial_confirmation", "open_confirmation", request, limit_s)
    return answer


def record_wish(client: Client, request: RecordWish, limit_s: float = 5.0) -> WaitingDone:
    """记录申请意愿。Record a party's wish.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: WaitingDone = client.command("judicial_confirmation", "record_wish", request, limit_s)
    return answer


def prepare_application(
    client: Client, request: PrepareApplication, limit_s: float = 15.0
) -> Prepared:
    """制作申请材料。Prepare the application.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Prepared = client.command(
        "judicial_confirmation", "prepare_application", request, limit_s
    )
    return answer


def sign_application(client: Client, request: SignApplication, limit_s: float = 5.0) -> WaitingDone:
    """当事人签申请书。Sign the application.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: WaitingDone = client.command(
        "judicial_confirmation", "sign_application", request, limit_s
    )
    return answer


def submit_application(client: Client, request: OfConfirmation, limit_s: float = 15.0) -> Sent:
    """送交法院。Submit the application.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Sent = client.command("judicial_confirmation", "submit_application", request, limit_s)
    return answer


def answer_supplement(client: Client, request: OfConfirmation, limit_s: float = 15.0) -> Sent:
    """送交补充材料。Send what the court asked for.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Sent = client.command("judicial_confirmation", "answer_supplement", request, limit_s)
    return answer


def withdraw_application(
    client: Client, request: OfConfirmation, limit_s: float = 5.0
) -> ConfirmationDone:
    """撤回申请。Withdraw the application.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: ConfirmationDone = client.command(
        "judicial_confirmation", "withdraw_application", request, limit_s
    )
    return answer


def accept_application(
    client: Client, request: AcceptApplication, limit_s: float = 5.0
) -> ConfirmationDone:
    """法院受理。The court accepts.

    Roles: court.
    """
    answer: ConfirmationDone = client.command(
        "judicial_confirmation", "accept_application", request, limit_s
    )
    return answer


def request_supplement(
    client: Client, request: RequestSupplement, limit_s: float = 5.0
) -> ConfirmationDone:
    """法院要求补充。The court asks for more.

    Roles: court.
    """
    answer: ConfirmationDone = client.command(
        "judicial_confirmation", "request_supplement", request, limit_s
    )
    return answer


def refuse_application(
    client: Client, request: RefuseApplication, limit_s: float = 5.0
) -> ConfirmationDone:
    """法院不予受理。The court does not accept.

    Roles: court.
    """
    answer: ConfirmationDone = client.command(
        "judicial_confirmation", "refuse_application", request, limit_s
    )
    return answer


def deem_withdrawn(
    client: Client, request: OfConfirmation, limit_s: float = 5.0
) -> ConfirmationDone:
    """法院按撤回申请处理。The court deems it withdrawn.

    Roles: court.
    """
    answer: ConfirmationDone = client.command(
        "judicial_confirmation", "deem_withdrawn", request, limit_s
    )
    return answer


def rule_confirmation(client: Client, request: RuleConfirmation, limit_s: float = 5.0) -> Ruled:
    """法院裁定。The court rules.

    Roles: court.
    """
    answer: Ruled = client.command("judicial_confirmation", "rule_confirmation", request, limit_s)
    return answer


def get_confirmation(
    client: Client, request: ConfirmationQuery | None = None, limit_s: float = 2
) -> ConfirmationShown:
    """查看司法确认。Show a confirmation.

    Roles: mediator, director, clerk, justice_office, bureau, court, system.
    """
    answer: ConfirmationShown = client.query(
        "judicial_confirmation", "get_confirmation", request or {}, limit_s
    )
    return answer


def list_confirmations(
    client: Client, request: ConfirmationsQuery | None = None, limit_s: float = 2
) -> Confirmations:
    """司法确认台账。List confirmations.

    Roles: mediator, director, clerk, justice_office, bureau, court, system.
    """
    answer: Confirmations = client.query(
        "judicial_confirmation", "list_confirmations", request or {}, limit_s
    )
    return answer


def list_due(client: Client, request: DueQuery | None = None, limit_s: float = 2) -> Duties:
    """到期提醒。What is due.

    Roles: mediator, director, clerk, justice_office, bureau, court, system.
    """
    answer: Duties = client.query("judicial_confirmation", "list_due", request or {}, limit_s)
    return answer


def list_courts(client: Client, request: OneConfirmation, limit_s: float = 5.0) -> Courts:
    """可选的法院。The courts to choose from.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Courts = client.query("judicial_confirmation", "list_courts", request, limit_s)
    return answer


def get_packet(client: Client, request: OneConfirmation, limit_s: float = 15.0) -> PacketShown:
    """查看申请材料。Show the packet.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: PacketShown = client.query("judicial_confirmation", "get_packet", request, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("judicial_confirmation", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("judicial_confirmation", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("judicial_confirmation", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("judicial_confirmation", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("judicial_confirmation", "drop_parked", request, limit_s)
    return answer
