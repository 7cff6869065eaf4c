"""What every service can be asked alike, typed.

Made by `make contracts` from what all contracts share; a change here is lost.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from tiaojie_client.values import Moment


class ReadJournal(TypedDict, total=False):
    """Entries after a place; `hash` is what the caller's cursor stands on."""

    after: int  # 从何处之后
    hash: str | None  # 散列值
    limit: int  # 最多几项


class WireEntry(TypedDict):
    """One sealed entry; `line` is absent for audit entries, which ring by place and hash only."""

    seq: int  # 序号
    hash: str  # 散列值
    line: str | None  # 原文


class Entries(TypedDict):
    """A page of the journal."""

    entries: list[WireEntry]  # 日志条目
    head: int  # 项目或末条


class HealthQuery(TypedDict):
    """Asks how a service is."""


class Health(TypedDict):
    """How a service is, and which services it needs that are not there."""

    service: str  # 服务
    state: Literal["ok", "lacking"]  # 状态
    lacks: list[str]  # 缺少的服务
    head: int  # 项目或末条
    unsealed: int  # 尚未入日志的条目数
    jobs: int  # 待办任务数
    parked: int  # 搁置的事项


class ParkedQuery(TypedDict):
    """Asks for parked and waiting subjects."""


class ParkedEntry(TypedDict):
    """One entry that could not be applied, or one job that failed, with its reason."""

    source: str  # 来源
    seq: int  # 序号
    subject: str  # 事项
    type: str  # 类型
    state: Literal["parked", "waiting", "behind"]  # 状态
    reason: str  # 理由
    tries: int  # 已试次数
    next_at: Moment  # 下次重试时间


class Parked(TypedDict):
    """All parked entries and stuck jobs of a service."""

    parked: list[ParkedEntry]  # 搁置的事项


class _RetryParked(TypedDict):
    """What must be there."""

    source: str  # 来源
    subject: str  # 事项
    reason: str  # 理由


class RetryParked(_RetryParked, total=False):
    """Try a parked subject again now."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Done(TypedDict):
    """It is done."""

    subject: str  # 事项


class _DropParked(TypedDict):
    """What must be there."""

    source: str  # 来源
    subject: str  # 事项
    reason: str  # 理由


class DropParked(_DropParked, total=False):
    """Give up the first parked entry of a subject, with a reason."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class ParkedData(TypedDict):
    """What an operator did with a parked subject."""

    source: str  # 来源
    seq: int  # 序号
