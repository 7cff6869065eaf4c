"""Whom screening asks: the registry, for the region profile."""

from collections.abc import Mapping
from typing import Any

from shared.bus.context import Context
from shared.contracts.refused import Refused


def level_thresholds(context: Context, division: str) -> Mapping[str, Any] | None:
    """The profile's level rules on this day; None while there is none to be had."""
    on = context.today().isoformat()
    try:
        profile = context.try_ask("registry", "get_profile", division=division, on=on)
    except Refused:  # the registry is there, but nobody has published a profile yet
        return None
    return profile["settings"].get("levels") if profile else None
