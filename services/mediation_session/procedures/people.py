"""The case and its parties as they stand now: intake's, or our own where no intake runs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from services.mediation_session import clients
from services.mediation_session.procedures.opening import Known
from shared.bus.context import Context

Payload = Mapping[str, Any]


def case_now(context: Context, found: Known) -> Payload:
    """Number, committee, mediators and the parties that the case names now."""
    return found.case or case_of(context, found.row)


def case_of(context: Context, mediation: Payload) -> Payload:
    """As `case_now`, for a mediation that is open."""
    return own_facts(context, mediation) or clients.get_case(context, mediation["id"])


def parties_of(context: Context, mediation: Payload) -> Sequence[Payload]:
    """The parties with names, addresses, ages and who acts for them."""
    own = own_facts(context, mediation)
    parties: Sequence[Payload] = (
        own["parties"] if own else clients.get_parties(context, mediation["id"])
    )
    return parties


def own_facts(context: Context, mediation: Payload) -> Payload | None:
    """The facts that the opening verb took; None where intake has them."""
    sealed = mediation.get("facts")
    if sealed is None:
        return None
    facts: Payload = json.loads(context.vault.open(sealed, f"mediation.facts:{mediation['id']}"))
    return facts


def ids(parties: Sequence[Payload]) -> list[str]:
    """Their ids."""
    return [party["party"] for party in parties]
