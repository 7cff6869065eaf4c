"""What others read of findings: one, a ledger (台账), the summary table (汇总表)."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from services.screening import rules, store
from services.screening.procedures.findings import found
from shared.access.identity import mask_phone
from shared.access.principal import division_prefix
from shared.bus.context import Context

Payload = Mapping[str, Any]


def get_finding(context: Context, query: Payload) -> Payload:
    """One finding, phones masked."""
    finding = found(context, query)
    with context.read() as connection:
        sides = store.sides_of(connection, finding["id"])
        reports = store.escalations_of(connection, finding["id"])
    return {
        **finding,
        "finding": finding["id"],
        "sides": [_masked(context, side) for side in sides],
        "escalations": [{**report, "escalation": report["id"]} for report in reports],
    }


def _masked(context: Context, side: store.Row) -> Payload:
    if side["phone"] is None:
        return {"label": side["label"], "phone": None}
    phone = context.vault.open(side["phone"], f"side.phone:{side['finding']}:{side['no']}")
    return {"label": side["label"], "phone": mask_phone(phone)}


def list_findings(context: Context, query: Payload) -> Payload:
    """The ledger of findings under a division, newest first."""
    prefix = division_prefix(query["division"]) if query["division"] else ""
    with context.read() as connection:
        rows = store.list_findings(
            connection, context.principal, prefix, query["state"], query["limit"]
        )
    return {"findings": [{**row, "finding": row["id"]} for row in rows]}


def summarise_findings(context: Context, query: Payload) -> Payload:
    """Found and ended, by level and by people involved."""
    prefix = division_prefix(query["division"])
    span = (query["since"].isoformat(), query["until"].isoformat())
    with context.read() as connection:
        counted = store.counts(connection, context.principal, prefix, *span)
    by_level, by_people = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for level, people, state, how_many in counted:
        by_level[level or "ungraded", state == "ended"] += how_many
        by_people[rules.head_count_band(people), state == "ended"] += how_many
    total = sum(by_level.values())
    return {"total": total, "by_level": _bands(by_level), "by_people": _bands(by_people)}


def _bands(counted: Counter[tuple[str, bool]]) -> list[Payload]:
    keys = dict.fromkeys(key for key, _ in sorted(counted))
    return [
        {"key": key, "found": counted[key, True] + counted[key, False], "ended": counted[key, True]}
        for key in keys
    ]
