"""Whom screening asks: the registry, for the region profile."""

from collections.abc import Mapping
from typing import Any

from shared.bus.context import Context


def level_thresholds(context: Context, division: str) -> Mapping[str, Any] | None:
    """The profile's level rules on this day; None while the registry is away."""
    on = context.today().isoformat()
    profile = context.try_ask("registry", "get_profile", division=division, on=on)
    return profile["settings"].get("levels") if profile else None
