"""Work over about 20 ms of pure computing leaves the hub: typst, verify, import."""

from collections.abc import Callable
from contextvars import copy_context
from typing import Any

from eventlet import tpool

from shared.ledger.database import outside_transaction


def offload(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run in a native thread while the hub goes on; never while a transaction is open. Its log
    lines belong to what called it.
    """
    outside_transaction()
    return tpool.execute(copy_context().run, work, *args, **kwargs)
