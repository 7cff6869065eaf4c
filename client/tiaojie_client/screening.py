"""矛盾纠纷排查. Screening: what `screening` can be asked and what it tells, typed.

Made from the contract by `make contracts`; a change here is lost.
"""

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

PLAN_OPENED = "screening.plan_opened.v1"
"""制定了排查计划 Plan opened; data: PlanData"""
VISIT_RECORDED = "screening.visit_recorded.v1"
"""走访了一处 Visit recorded; data: VisitData"""
ZERO_REPORTED = "screening.zero_reported.v1"
"""零报告 Nothing found; data: VisitData"""
FINDING_REPORTED = "screening.finding_reported.v1"
"""上报了纠纷 Finding reported; data: FindingData"""
FINDING_GRADED = "screening.finding_graded.v1"
"""评定了等级 Finding graded; data: FindingData"""
FINDING_HANDED_OVER = "screening.finding_handed_over.v1"
"""移交了纠纷 Handed over; data: FindingData"""
FINDING_TAKEN = "screening.finding_taken.v1"
"""调委会已接手 Finding taken; data: FindingData"""
FINDING_ESCALATED = "screening.finding_escalated.v1"
"""已上报 Finding reported upward; data: FindingData"""
RECEIPT_RECORDED = "screening.receipt_recorded.v1"
"""收到回执 Receipt recorded; data: FindingData"""
FINDING_ENDED = "screening.finding_ended.v1"
"""排查发现已办结 Finding ended; data: FindingData"""
PARKED_RETRIED = "screening.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "screening.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _Target(TypedDict):
    """What must be there."""

    label: str  # 称呼


class Target(_Target, total=False):
    """One household, place or matter that a plan means to reach."""

    kind: Literal["household", "place", "matter"]  # 类型


class _OpenPlan(TypedDict):
    """What must be there."""

    title: str  # 标题
    division: str  # 区划
    mode: Literal["routine", "focused", "general", "targeted"]  # 排查方式
    trigger: Literal["time", "matter", "person"]  # 排查缘由
    since: Day  # 开始日期
    until: Day  # 截止
    targets: list[Target]  # 走访对象


class OpenPlan(_OpenPlan, total=False):
    """A screening plan with its own list of targets."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class PlanDone(TypedDict):
    """The plan and its version."""

    plan: str  # 排查计划
    version: int  # 版本


class _RecordVisit(TypedDict):
    """What must be there."""

    plan: str  # 排查计划
    target: int  # 走访对象
    found: bool  # 发现情况


class RecordVisit(_RecordVisit, total=False):
    """A visit to one target of a plan; `target` counts from 1."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    note: str | None  # 备注或记录


class _ReportZero(TypedDict):
    """What must be there."""

    plan: str  # 排查计划
    day: Day  # 日


class ReportZero(_ReportZero, total=False):
    """Zero report (零报告): nothing found is said, not left out."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _Side(TypedDict):
    """What must be there."""

    label: str  # 称呼


class Side(_Side, total=False):
    """Somebody the finding is about, as far as known."""

    phone: str | None  # 电话


class _ReportFinding(TypedDict):
    """What must be there."""

    division: str  # 区划
    place: str  # 地点
    text: str  # 文字


class ReportFinding(_ReportFinding, total=False):
    """A dispute that somebody heard of."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    sides: list[Side]  # 各方
    plan: str | None  # 排查计划
    target: int | None  # 走访对象


class FindingDone(TypedDict):
    """The finding, its state and version."""

    finding: str  # 发现的纠纷
    state: Literal["reported", "graded", "handed_over", "taken", "ended"]  # 状态
    version: int  # 版本


class _GradeFinding(TypedDict):
    """What must be there."""

    finding: str  # 发现的纠纷


class GradeFinding(_GradeFinding, total=False):
    """The facts that a person ticks; `level` and `reason` only to depart from the rule."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
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
    people_count: int | None  # 涉及人数
    amount_fen: int | None  # 金额（分）
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    reason: str | None  # 理由


class Graded(TypedDict):
    """With the level and why."""

    finding: str  # 发现的纠纷
    state: Literal["reported", "graded", "handed_over", "taken", "ended"]  # 状态
    version: int  # 版本
    level: Literal["ordinary", "difficult", "major"]  # 等级
    reasons: list[str]  # 理由
    provisional: bool  # 暂定


class _HandOverFinding(TypedDict):
    """What must be there."""

    finding: str  # 发现的纠纷
    to_division: str  # 接收地区


class HandOverFinding(_HandOverFinding, total=False):
    """To the division whose committee takes it."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    reason: str | None  # 理由


class _EscalateFinding(TypedDict):
    """What must be there."""

    finding: str  # 发现的纠纷
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    text: str  # 文字


class EscalateFinding(_EscalateFinding, total=False):
    """Report upward (上报): to whom, how, in which words."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Escalated(TypedDict):
    """With the escalation's id."""

    finding: str  # 发现的纠纷
    state: Literal["reported", "graded", "handed_over", "taken", "ended"]  # 状态
    version: int  # 版本
    escalation: str  # 上报事项


class _RecordReceipt(TypedDict):
    """What must be there."""

    finding: str  # 发现的纠纷
    escalation: str  # 上报事项
    receiver: str  # 接收人


class RecordReceipt(_RecordReceipt, total=False):
    """The receiver says that it has it."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class _EndFinding(TypedDict):
    """What must be there."""

    finding: str  # 发现的纠纷
    outcome: Literal["settled_on_the_spot", "unfounded", "transferred"]  # 结果
    reason: str  # 理由


class EndFinding(_EndFinding, total=False):
    """A finding that needs no case ends with a reason."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class PlanQuery(TypedDict):
    """One plan."""

    plan: str  # 排查计划


class TargetShown(TypedDict):
    """A target and when it was last visited."""

    no: int  # 序号
    label: str  # 称呼
    kind: Literal["household", "place", "matter"]  # 类型
    visited_at: Moment | None  # 走访时间


class PlanShown(TypedDict):
    """A plan with its targets."""

    plan: str  # 排查计划
    version: int  # 版本
    title: str  # 标题
    division: str  # 区划
    mode: Literal["routine", "focused", "general", "targeted"]  # 排查方式
    trigger: Literal["time", "matter", "person"]  # 排查缘由
    since: Day  # 开始日期
    until: Day  # 截止
    visits: int  # 走访次数
    zero_reports: int  # 零报告次数
    targets: list[TargetShown]  # 走访对象


class Targets(TypedDict):
    """Targets of a plan."""

    targets: list[TargetShown]  # 走访对象


class FindingQuery(TypedDict):
    """One finding."""

    finding: str  # 发现的纠纷


class SideShown(TypedDict):
    """A side, its phone masked."""

    label: str  # 称呼
    phone: str | None  # 电话


class EscalationShown(TypedDict):
    """A report upward and its receipt."""

    escalation: str  # 上报事项
    to: Literal["party_committee", "government", "police", "justice_bureau", "other"]  # 接收方
    way: Literal["in_person", "phone", "document", "platform"]  # 方式
    at: Moment  # 时间
    receiver: str | None  # 接收人
    received_at: Moment | None  # 收到时间


class FindingShown(TypedDict):
    """A finding as its readers see it."""

    finding: str  # 发现的纠纷
    state: Literal["reported", "graded", "handed_over", "taken", "ended"]  # 状态
    version: int  # 版本
    division: str  # 区划
    place: str  # 地点
    text: str  # 文字
    sides: list[SideShown]  # 各方
    reported_at: Moment  # 上报时间
    reported_by: str  # 上报人
    plan: str | None  # 排查计划
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    reasons: list[str]  # 理由
    people_count: int | None  # 涉及人数
    amount_fen: int | None  # 金额（分）
    to_division: str | None  # 接收地区
    case: str | None  # 案件
    outcome: (
        Literal[
            "agreed", "not_agreed", "refused", "settled_on_the_spot", "unfounded", "transferred"
        ]
        | None
    )  # 结果
    escalations: list[EscalationShown]  # 上报事项


class FindingsQuery(TypedDict, total=False):
    """Findings under a division, newest first."""

    division: str | None  # 区划
    state: Literal["reported", "graded", "handed_over", "taken", "ended"] | None  # 状态
    limit: int  # 最多几项


class FindingRow(TypedDict):
    """A finding in a list."""

    finding: str  # 发现的纠纷
    state: Literal["reported", "graded", "handed_over", "taken", "ended"]  # 状态
    version: int  # 版本
    division: str  # 区划
    place: str  # 地点
    reported_at: Moment  # 上报时间
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    case: str | None  # 案件


class Findings(TypedDict):
    """A list of findings."""

    findings: list[FindingRow]  # 发现的情况


class SummaryQuery(TypedDict):
    """Findings reported in a span of days."""

    division: str  # 区划
    since: Day  # 开始日期
    until: Day  # 截止


class Band(TypedDict):
    """One line of the summary: a level or a head-count band and how many."""

    key: str  # 区划、调委会或分组
    found: int  # 发现情况
    ended: int  # 已办结


class Summary(TypedDict):
    """The summary table (汇总表) by level and by people involved."""

    total: int  # 总数
    by_level: list[Band]  # 按等级
    by_people: list[Band]  # 按人数


class PlanData(TypedDict):
    """What a plan's entries carry."""

    division: str  # 区划
    mode: Literal["routine", "focused", "general", "targeted"]  # 排查方式
    trigger: Literal["time", "matter", "person"]  # 排查缘由
    targets: int  # 走访对象


class VisitData(TypedDict):
    """A visit or a zero report."""

    division: str  # 区划
    target: int  # 走访对象
    found: bool  # 发现情况
    happened_at: Moment  # 发生时间


class FindingData(TypedDict):
    """What a finding's entries carry; the words stay here."""

    version: int  # 版本
    division: str  # 区划
    plan: str | None  # 排查计划
    happened_at: Moment  # 发生时间
    level: Literal["ordinary", "difficult", "major"] | None  # 等级
    reasons: list[str]  # 理由
    to_division: str | None  # 接收地区
    case: str | None  # 案件
    outcome: (
        Literal[
            "agreed", "not_agreed", "refused", "settled_on_the_spot", "unfounded", "transferred"
        ]
        | None
    )  # 结果
    escalation: str | None  # 上报事项
    to: (
        Literal["party_committee", "government", "police", "justice_bureau", "other"] | None
    )  # 接收方
    text_hash: str | None  # 文字散列值


def open_plan(client: Client, request: OpenPlan, limit_s: float = 5.0) -> PlanDone:
    """制定排查计划。Open a screening plan.

    Roles: director, justice_office, bureau.
    """
    answer: PlanDone = client.command("screening", "open_plan", request, limit_s)
    return answer


def record_visit(client: Client, request: RecordVisit, limit_s: float = 5.0) -> PlanDone:
    """记录走访。Record a visit.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: PlanDone = client.command("screening", "record_visit", request, limit_s)
    return answer


def report_zero(client: Client, request: ReportZero, limit_s: float = 5.0) -> PlanDone:
    """零报告。Report that nothing was found.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: PlanDone = client.command("screening", "report_zero", request, limit_s)
    return answer


def report_finding(client: Client, request: ReportFinding, limit_s: float = 5.0) -> FindingDone:
    """上报发现的纠纷。Report a finding.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: FindingDone = client.command("screening", "report_finding", request, limit_s)
    return answer


def grade_finding(client: Client, request: GradeFinding, limit_s: float = 5.0) -> Graded:
    """评定等级。Grade a finding.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: Graded = client.command("screening", "grade_finding", request, limit_s)
    return answer


def hand_over_finding(
    client: Client, request: HandOverFinding, limit_s: float = 5.0
) -> FindingDone:
    """移交纠纷。Hand a finding over.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: FindingDone = client.command("screening", "hand_over_finding", request, limit_s)
    return answer


def escalate_finding(client: Client, request: EscalateFinding, limit_s: float = 5.0) -> Escalated:
    """上报党委政府。Report a finding upward.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: Escalated = client.command("screening", "escalate_finding", request, limit_s)
    return answer


def record_receipt(client: Client, request: RecordReceipt, limit_s: float = 5.0) -> FindingDone:
    """记录上报回执。Record the receipt of a report.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: FindingDone = client.command("screening", "record_receipt", request, limit_s)
    return answer


def end_finding(client: Client, request: EndFinding, limit_s: float = 5.0) -> FindingDone:
    """办结排查发现。End a finding without a case.

    Roles: grid_worker, mediator, director, clerk, justice_office.
    """
    answer: FindingDone = client.command("screening", "end_finding", request, limit_s)
    return answer


def get_plan(client: Client, request: PlanQuery, limit_s: float = 2) -> PlanShown:
    """查看排查计划。Show a plan.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system.
    """
    answer: PlanShown = client.query("screening", "get_plan", request, limit_s)
    return answer


def list_unvisited(client: Client, request: PlanQuery, limit_s: float = 2) -> Targets:
    """未走访对象。What was not visited.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system.
    """
    answer: Targets = client.query("screening", "list_unvisited", request, limit_s)
    return answer


def get_finding(client: Client, request: FindingQuery, limit_s: float = 2) -> FindingShown:
    """查看发现的纠纷。Show a finding.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system.
    """
    answer: FindingShown = client.query("screening", "get_finding", request, limit_s)
    return answer


def list_findings(
    client: Client, request: FindingsQuery | None = None, limit_s: float = 2
) -> Findings:
    """发现的纠纷台账。List findings.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system.
    """
    answer: Findings = client.query("screening", "list_findings", request or {}, limit_s)
    return answer


def summarise_findings(client: Client, request: SummaryQuery, limit_s: float = 2) -> Summary:
    """排查汇总表。Summary table.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, system.
    """
    answer: Summary = client.query("screening", "summarise_findings", request, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("screening", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("screening", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("screening", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("screening", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("screening", "drop_parked", request, limit_s)
    return answer
