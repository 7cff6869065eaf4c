"""The whole examination: each check within its time, none stopped by another's failure."""

from collections.abc import Callable, Iterator

import eventlet
from joserfc.errors import JoseError

from shared.access.keys import KeyMissing
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.broker import check_broker
from tiaojie.doctor.databases import check_databases
from tiaojie.doctor.finding import Finding, found
from tiaojie.doctor.services import check_services
from tiaojie.doctor.site import check_site
from tiaojie.doctor.versions import check_versions

Check = Callable[[Asked], list[Finding]]
LIMIT_S = 30
CHECKS: tuple[tuple[str, Check], ...] = (
    ("版本", check_versions),
    ("站点", check_site),
    ("数据库", check_databases),
    ("服务", check_services),
)
BROKER: tuple[str, Check] = ("消息代理", check_broker)


def examine(asked: Asked) -> Iterator[Finding]:
    """Every finding; a suite without broker has none to be looked at."""
    for name, check in (*CHECKS, *([BROKER] if asked.settings.bus else [])):
        yield from within(LIMIT_S, name, check, asked)


def within(limit_s: float, name: str, check: Check, asked: Asked) -> list[Finding]:
    """A check's findings, or why there are none."""
    try:
        with eventlet.Timeout(limit_s, TimeoutError()):
            return check(asked)
    except TimeoutError:
        return [found("check_late", name, limit=int(limit_s))]
    except OSError as no:
        return [found("file_unreadable", str(no.filename or name), why=no.strerror or "")]
    except KeyMissing as missing:
        return [found("check_skipped", name, why=f"缺少密钥文件 {missing}")]
    except (ValueError, JoseError):
        return [found("check_skipped", name, why="密钥文件读不懂")]
