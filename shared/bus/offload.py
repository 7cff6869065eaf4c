"""Work over about 20 ms of pure computing leaves the hub: typst, verify, import."""

from collections.abc import Callable
from typing import Any

from eventlet import tpool

from shared.ledger.database import outside_transaction


def offload(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run in a native thread while the hub goes on; never while a transaction is open."""
    outside_transaction()
    return tpool.execute(work, *args, **kwargs)
