"""Scope inside a query: rows of the asker's divisions, the same rule in every store."""

from typing import Any

from sqlalchemy import false, or_

from shared.access.principal import Principal


def within(principal: Principal, *columns: Any) -> Any:
    """Rows of which one of these division columns lies in the asker's scope. An empty scope finds
    nothing: `or_()` alone would find all.
    """
    prefixes = principal.prefixes
    return or_(false(), *(c.startswith(p, autoescape=True) for c in columns for p in prefixes))
