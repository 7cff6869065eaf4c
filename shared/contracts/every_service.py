"""What every service says beside its own words: journal, health, parked subjects, refusals."""

from collections.abc import Mapping

from shared.contracts import fields
from shared.contracts.language import (
    ADMINISTRATOR,
    CLIENT,
    ROLES,
    SYSTEM,
    Answer,
    Command,
    Data,
    Event,
    Query,
    Verb,
    Words,
)

COMMON_REFUSALS: Mapping[str, Words] = {
    "invalid": Words("填写有误，请按提示改正", "Some fields are wrong; see details"),
    "unknown_verb": Words("没有这个操作", "No such verb"),
    "unproved": Words("无法确认您的身份，请重新登录", "The caller is not proved"),
    "not_allowed": Words("您的岗位不能做这一步", "This role may not do this"),
    "not_found": Words("没有找到，或不在您的管辖范围", "Not found, or outside your scope"),
    "version_stale": Words(
        "这条记录刚被别人改过，请刷新后再试", "The record has changed since you read it"
    ),
    "command_id_reused": Words(
        "同一个提交编号用于不同内容，请换新编号", "This command id was used for other content"
    ),
    "time_spent": Words("等待超时，未执行，请重试", "Its time was spent before it began; not done"),
    "too_large": Words("内容过大", "Too large"),
    "depends_on_absent": Words(
        "需要的服务暂未接通，未作改动，请稍后再试",
        "A service it needs is not there; nothing changed",
    ),
    "database_away": Words(
        "数据库暂时没有应答，可能没有办成；请稍后用同一编号重试",
        "The database did not answer; repeat with the same command id",
    ),
    "future_act": Words("发生时间晚于现在，请核对", "It is said to have happened in the future"),
    "wrong_state": Words("当前状态不能做这一步", "The state does not allow this step"),
    "diverged": Words("日志与所持位置不符，请联系运维", "The journal differs at that place"),
}


class ReadJournal(Query):
    """Entries after a place; `hash` is what the caller's cursor stands on."""

    after = fields.count(limit=2**62, load_default=0)
    hash = fields.line(load_default=None, allow_none=True)
    limit = fields.count(limit=1000, load_default=500)


class WireEntry(Answer):
    """One sealed entry; `line` is absent for audit entries, which ring by place and hash only."""

    seq = fields.count(limit=2**62, required=True)
    hash = fields.line(required=True)
    line = fields.sealed_line(load_default=None, allow_none=True)


class Entries(Answer):
    """A page of the journal."""

    entries = fields.many(WireEntry)
    head = fields.count(limit=2**62)


class HealthQuery(Query):
    """Asks how a service is."""


class Health(Answer):
    """How a service is, and which services it needs that are not there."""

    service = fields.name()
    state = fields.code(("ok", "lacking"))
    lacks = fields.many(fields.name())
    head = fields.count(limit=2**62)
    unsealed = fields.count()
    jobs = fields.count()
    parked = fields.count()


class ParkedQuery(Query):
    """Asks for parked and waiting subjects."""


class ParkedEntry(Answer):
    """One entry that could not be applied, or one job that failed, with its reason."""

    source = fields.name()
    seq = fields.count(limit=2**62)
    subject = fields.line()
    type = fields.line()
    state = fields.code(("parked", "waiting", "behind"))
    reason = fields.text()
    tries = fields.count()
    next_at = fields.moment()


class Parked(Answer):
    """All parked entries and stuck jobs of a service."""

    parked = fields.many(ParkedEntry)


class RetryParked(Command):
    """Try a parked subject again now."""

    source = fields.name(required=True)
    subject = fields.line(required=True)
    reason = fields.line(required=True)


class DropParked(RetryParked):
    """Give up the first parked entry of a subject, with a reason."""


class Done(Answer):
    """It is done."""

    subject = fields.line()


class ParkedData(Data):
    """What an operator did with a parked subject."""

    source = fields.name()
    seq = fields.count(limit=2**62)


EVERY_SERVICE: tuple[Verb, ...] = (
    Verb(
        "read_journal", ReadJournal, Entries, (SYSTEM, ADMINISTRATOR, CLIENT),
        Words("读取日志", "Read the journal"), limit_s=2, asked=True,
    ),
    Verb(
        "health", HealthQuery, Health, (*ROLES, CLIENT),
        Words("健康检查", "Say how it is"), limit_s=2, asked=True,
    ),
    Verb(
        "list_parked", ParkedQuery, Parked, (ADMINISTRATOR, SYSTEM),
        Words("列出搁置的事项", "List parked subjects"), limit_s=2,
    ),
    Verb(
        "retry_parked", RetryParked, Done, (ADMINISTRATOR,),
        Words("重试搁置的事项", "Retry a parked subject"),
    ),
    Verb(
        "drop_parked", DropParked, Done, (ADMINISTRATOR,),
        Words("放弃搁置的事项", "Drop a parked entry"),
    ),
)  # fmt: skip

EVERY_LEDGER: tuple[Event, ...] = (
    Event("parked_retried", ParkedData, Words("重试搁置事项", "Parked retried"), "audit"),
    Event("parked_dropped", ParkedData, Words("放弃搁置事项", "Parked dropped"), "audit"),
)
