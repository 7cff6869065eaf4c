"""What intake does when others tell: a finding was handed over, a mediation has ended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.intake import clients
from services.intake.procedures.opening import Opening, case_row, party_row, write
from services.intake.procedures.refusing import ended, tell_end
from services.intake.procedures.steps import Payload
from services.intake.rules import states
from services.intake.store import cases, tables
from shared.access.principal import division_prefix
from shared.bus.context import Context
from shared.calendar.clock import SHANGHAI
from shared.ledger.cursors import Heard
from shared.ledger.ids import new_id
from shared.ledger.transaction import Transaction

UNTOLD = dict.fromkeys(("name", "sex", "nation", "occupation", "address"))


@dataclass(frozen=True)
class Found:
    """A finding with its words, and what the profile said of it if the registry was there."""

    finding: Payload
    settings: Payload | None


def ask_finding(context: Context, heard: Heard) -> Found | None:
    """The finding, if it was handed over to a division of this site."""
    to = heard.data.get("to_division")
    if not to or not to.startswith(division_prefix(context.division)):
        return None
    settings = clients.settings_if_there(context, to, context.today())
    return Found(clients.finding(context, heard.subject), settings)


def register_finding(context: Context, tx: Transaction, heard: Heard, facts: Found | None) -> None:
    """Register it on own initiative, once: the finding's id stands on its case."""
    if facts is None or cases.case_of_origin(tx.connection, "finding", heard.subject):
        return
    opening = _opening(context, heard, facts)
    write(tx, opening)
    if facts.settings is None:
        id_ = opening.case["id"]
        tx.queue("count_due", id_, key=f"due:{id_}")


def _opening(context: Context, heard: Heard, facts: Found) -> Opening:
    finding, id_, happened = facts.finding, new_id(context.now()), _when(heard)
    case = case_row(
        context,
        id_,
        happened,
        facts.settings,
        division=heard.data["to_division"],
        source="initiative",
        origin_kind="finding",
        origin_id=heard.subject,
        place=finding["place"],
        text=finding["text"],
        requests=[],
        people_count=finding["people_count"],
        amount_fen=finding["amount_fen"],
        registered_by=heard.actor,
    )
    sides = enumerate(side["label"] for side in finding["sides"])
    parties = [party_row(context, id_, no, _side(no, label), happened) for no, label in sides]
    return Opening(case, parties, happened)


def _side(no: int, label: str) -> dict[str, Any]:
    """Who is against whom is not told yet: the first named is put down as the applicant."""
    role = "applicant" if no == 0 else "respondent"
    told = {"role": role, "kind": "person", "label": label}
    return {**UNTOLD, **told, "lives_by_own_labour": False, "special_groups": []}


def _when(heard: Heard) -> datetime:
    told = heard.data.get("happened_at") or heard.time
    return datetime.fromisoformat(told).astimezone(SHANGHAI)


def end_with_mediation(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """The mediation ended: so does the case, unless the profile waits for performance."""
    case = cases.case_by_id(tx.connection, heard.subject)
    if case is None or case["state"] != "accepted":
        return
    how, form = heard.data["how"], heard.data.get("form")
    if case["ends_on"] == "performance" and how == "agreed":
        tx.change(tables.case, case["id"], case["version"], ended_form=form)
        return
    _end(tx, case, heard, how, form)


def end_with_performance(_context: Context, tx: Transaction, heard: Heard, _facts: Any) -> None:
    """All is performed: a case whose profile waited for that ends as agreed."""
    case = cases.case_by_id(tx.connection, heard.subject)
    if case is None or case["state"] != "accepted" or not heard.data.get("complete"):
        return
    if case["ends_on"] == "performance":
        _end(tx, case, heard, "agreed", case["ended_form"])


def _end(tx: Transaction, case: cases.Row, heard: Heard, how: str, form: str | None) -> None:
    states.step(case, "end_with_mediation")
    happened = _when(heard)
    version = tx.change(tables.case, case["id"], case["version"], **ended(how, form, happened))
    referral = cases.referral_of(tx.connection, case["id"])
    data = {"how": how, "form": form, "version": version, "happened_at": happened}
    tell_end(tx, case["id"], referral, **data)
