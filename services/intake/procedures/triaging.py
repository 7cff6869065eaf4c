"""Triage (分流研判) of a case: proposed by rule with reasons, decided by a person, both kept."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from services.intake import clients
from services.intake.procedures.steps import Payload, bump, done, found
from services.intake.rules import codes, decision, doors, states
from services.intake.rules.decision import Decision
from services.intake.store import tables
from services.intake.triage.judge import judge
from services.intake.triage.thresholds import DEFAULT, Thresholds
from shared.bus.context import Context
from shared.bus.offload import offload
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

LINES = {
    "major_fen": ("major", "amount_fen"),
    "difficult_fen": ("difficult", "amount_fen"),
    "major_people_above": ("major", "people_over"),
    "difficult_people_above": ("difficult", "people_over"),
}


def triage_case(context: Context, command: Payload) -> Payload:
    """Category, sector, level; a doubt about acceptance is a hint, never a decision."""
    case, happened = found(context, command), context.happened(command)
    state = states.step(case, "triage_case")
    settings = clients.settings_if_there(context, case["division"], happened.date())
    proposal = propose(case, settings)
    decided = decide(case, proposal, command, happened.date())
    values = {k: v for k, v in asdict(decided).items() if k != "by_person"}
    with context.commit() as tx:
        version = bump(tx, command, case, **values)
        row = {"case": case["id"], "no": version, "at": happened.isoformat()}
        keep(context, tx, row, proposal, decided, command["reason"])
        reasons = tell(tx, case["id"], decided, proposal, version=version, happened_at=happened)
        shown = {k: values[k] for k in ("category", "sector", "level")}
        shown |= {k: proposal[k] for k in ("runner_up", "acceptance_doubt", "provisional")}
        return done(tx, case["id"], state, version, reasons=reasons, **shown)


def propose(case: Payload, settings: Payload | None) -> dict[str, Any]:
    """What the rules say of the text; provisional without the profile's thresholds."""
    voice = doors.voice(case["origin_kind"])
    judgement = offload(judge, case["text"], voice, thresholds(settings))
    return {**asdict(judgement), "provisional": settings is None}


def thresholds(settings: Payload | None) -> Thresholds:
    """The profile's lines between the levels; those that are shipped where it has none."""
    levels: Mapping[str, Any] = (settings or {}).get("levels") or {}
    told = {name: (levels.get(level) or {}).get(key) for name, (level, key) in LINES.items()}
    shipped = asdict(DEFAULT)
    return Thresholds(**{k: shipped[k] if v is None else v for k, v in told.items()})


def decide(case: Payload, proposal: Payload, wishes: Payload, on: date) -> Decision:
    """What holds: wishes before what was known before what is proposed."""
    codes.check("categories", wishes["category"], on, "category")
    if wishes["sector"] != decision.NO_SECTOR:
        codes.check("sectors", wishes["sector"], on, "sector")
    known = {k: case.get(k) for k in ("people_count", "amount_fen") if case.get(k) is not None}
    return decision.decide({**proposal, **known}, wishes)


def keep(
    context: Context,
    tx: Transaction,
    row: Payload,
    proposal: Payload,
    decided: Decision,
    reason: str | None,
) -> None:
    """Proposal and decision side by side."""
    who = {"reason": reason, "decided_by": context.principal.actor}
    both = {"proposal": proposal, "decision": asdict(decided)}
    tx.add(tables.triage, id=new_id(context.now()), **row, **both, **who)


def tell(
    tx: Transaction, case_id: str, decided: Decision, proposal: Payload, **data: Any
) -> list[str]:
    """Append the entry; the codes of why, without the words of the text."""
    reasons = list(dict.fromkeys(reason["code"] for reason in proposal["reasons"]))
    reasons += ["by_person"] if decided.by_person else []
    held = {"category": decided.category, "sector": decided.sector, "level": decided.level}
    tx.append("case_triaged", case_id, reasons=reasons, **held, **data)
    return reasons
