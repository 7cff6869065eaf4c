"""监督指导. Supervision: what `supervision` can be asked and what it tells, typed.

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

READ_MODEL_REBUILT = "supervision.read_model_rebuilt.v1"
"""重建了统计数据 Read model rebuilt; data: RebuiltData"""
PARKED_RETRIED = "supervision.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "supervision.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _TableQuery(TypedDict):
    """What must be there."""

    division: str  # 区划
    since: Day  # 开始日期
    until: Day  # 截止


class TableQuery(_TableQuery, total=False):
    """The case table, with a row for each division below, for each committee, or none."""

    by: Literal["none", "division", "committee"]  # 由谁或按什么


class ColumnShown(TypedDict):
    """A column of the form. `unit` is printed; a cell is a count or, for 万元, whole fen.
    `empty_because`: no service tells it yet, and why.
    """

    code: str  # 代码
    group: str  # 分组
    zh: str  # 名称
    unit: str  # 单位
    cell: Literal["count", "fen"]  # 单元格单位
    empty_because: str | None  # 空白原因


class RowShown(TypedDict):
    """One division or committee; its cells in the order of the columns, null where a column is
    empty or cannot be told apart by committee. `name` is null while the registry is away.
    """

    key: str  # 区划、调委会或分组
    name: str | None  # 姓名或名称
    cells: list[int | None]  # 各栏数字


class CheckShown(TypedDict):
    """One consistency check; `why_zh` has both figures where it fails."""

    code: str  # 代码
    ok: bool  # 没有问题
    why_zh: str  # 原因


class CaseTable(TypedDict):
    """The Ministry's case table of one division and period. `parked` counts entries that could not
    be applied and are missing from it.
    """

    form: str  # 文书格式
    form_zh: str  # 文书名称
    division: str  # 区划
    since: Day  # 开始日期
    until: Day  # 截止
    by: Literal["none", "division", "committee"]  # 由谁或按什么
    columns: list[ColumnShown]  # 栏目
    rows: list[RowShown]  # 各行
    totals: list[int | None]  # 合计
    checks: list[CheckShown]  # 核对结果
    parked: int  # 搁置的事项


class _BehindQuery(TypedDict):
    """What must be there."""

    division: str  # 区划
    since: Day  # 开始日期
    until: Day  # 截止
    column: str  # 栏目


class BehindQuery(_BehindQuery, total=False):
    """What stands behind one figure, a page at a time: `after` is the last id of the page before.
    `committee` for a figure in that committee's row.
    """

    committee: str | None  # 调委会
    after: str | None  # 从何处之后
    limit: int  # 最多几项


class Behind(TypedDict):
    """A case, a round of screening (`id` is `<plan>:<day>`) or a finding; `on` is the day by which
    it counts.
    """

    id: str  # 编号
    on: Day  # 日期
    division: str  # 区划
    number: str | None  # 编号
    committee: str | None  # 调委会
    ended_on: Day | None  # 结束日期
    archived_on: Day | None  # 归档日期


class BehindFigure(TypedDict):
    """The figure as the table shows it, and how many rows make it; `next` is null at the end."""

    column: str  # 栏目
    zh: str  # 名称
    kind: Literal["case", "screening", "finding"]  # 类型
    cell: Literal["count", "fen"]  # 单元格单位
    figure: int  # 数字
    count: int  # 数量
    cases: list[Behind]  # 案件
    next: str | None  # 下一页


class Exported(TypedDict):
    """The table as canonical JSON, and the SHA-256 of its UTF-8 bytes."""

    content: str  # 内容
    sha256: str  # 散列值（SHA-256）
    bytes: int  # 字节数


class Rebuild(TypedDict, total=False):
    """Drop the read model and build it anew from the journals."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Place(TypedDict):
    """A place in a source's journal."""

    source: str  # 来源
    seq: int  # 序号


class Rebuilding(TypedDict):
    """The rebuild has begun; the table can be asked again when these places are reached."""

    sources: list[Place]  # 来源


class ProgressQuery(TypedDict):
    """How far the read model has followed each journal."""


class SourceShown(TypedDict):
    """How far one journal is followed: `position` of `head`; after a rebuild, `until` is where it
    stood before. `parked` counts entries that could not be applied.
    """

    source: str  # 来源
    state: Literal["ready", "behind", "replaying", "absent"]  # 状态
    position: int  # 已读到
    head: int | None  # 项目或末条
    until: int | None  # 截止
    parked: int  # 搁置的事项


class Progress(TypedDict):
    """How far each journal is followed; `ready` once every one is past its place of the rebuild."""

    ready: bool  # 已齐备
    sources: list[SourceShown]  # 来源


class PlaceData(TypedDict):
    """Where the cursor of one source stood."""

    source: str  # 来源
    seq: int  # 序号


class RebuiltData(TypedDict):
    """A rebuild began; up to these places the journals are read again."""

    sources: list[PlaceData]  # 来源


def get_case_table(client: Client, request: TableQuery, limit_s: float = 5.0) -> CaseTable:
    """人民调解案件情况统计表。Show the case table.

    Roles: director, clerk, justice_office, bureau, system, administrator.
    """
    answer: CaseTable = client.query("supervision", "get_case_table", request, limit_s)
    return answer


def list_cases_behind(client: Client, request: BehindQuery, limit_s: float = 5.0) -> BehindFigure:
    """查看数字背后的案件。List the cases behind a figure.

    Roles: director, clerk, justice_office, bureau, system.
    """
    answer: BehindFigure = client.query("supervision", "list_cases_behind", request, limit_s)
    return answer


def export_case_table(client: Client, request: TableQuery, limit_s: float = 5.0) -> Exported:
    """导出统计表。Export the case table.

    Roles: director, clerk, justice_office, bureau, system, administrator.
    """
    answer: Exported = client.query("supervision", "export_case_table", request, limit_s)
    return answer


def rebuild(client: Client, request: Rebuild | None = None, limit_s: float = 10) -> Rebuilding:
    """从日志重建统计数据。Rebuild the statistics from the journals.

    Roles: administrator.
    """
    answer: Rebuilding = client.command("supervision", "rebuild", request or {}, limit_s)
    return answer


def get_progress(
    client: Client, request: ProgressQuery | None = None, limit_s: float = 5.0
) -> Progress:
    """统计数据的进度。Show how far the journals are followed.

    Roles: administrator, system.
    """
    answer: Progress = client.query("supervision", "get_progress", request or {}, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("supervision", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("supervision", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("supervision", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("supervision", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("supervision", "drop_parked", request, limit_s)
    return answer
