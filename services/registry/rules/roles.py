"""Roles of persons: who may grant which, and where."""

from collections.abc import Callable, Sequence

from shared.contracts.refused import Refused

OF_COMMITTEE = ("grid_worker", "mediator", "clerk", "director")


def check_grant(
    granter: str, covers: Callable[[str], bool], role: str, scope: Sequence[str]
) -> None:
    """An administrator grants any role, a bureau those at or below the committee; both only within
    their own divisions, so that nobody hands out more than he has.
    """
    if not all(covers(division) for division in scope):
        raise Refused("not_found", field="scope")
    if granter != "administrator" and role not in OF_COMMITTEE:
        raise Refused("not_allowed", role=role)
