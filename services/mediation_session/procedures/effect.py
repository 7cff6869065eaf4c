"""What follows once an agreement binds: it replaces the one before, the mediation ends, what is
owed falls due, the paper is made, the follow-up planned.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from services.mediation_session.procedures import papers
from services.mediation_session.rules import clauses, performance
from services.mediation_session.store import agreements
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]


def ending(mediation: Payload, agreement: Payload, effective_at: str) -> dict[str, Any]:
    """The columns of a mediation whose agreement binds; one that had ended keeps its end."""
    bound = {"agreement": agreement["id"], "form": agreement["form"]}
    if mediation["state"] == "ended":
        return bound
    end = {"state": "ended", "ended_how": "agreed", "ended_at": effective_at, "overdue": False}
    return {**bound, **end, "prevented": agreement["prevented"]}


def tell(
    tx: Transaction, mediation: Payload, agreement: Payload, version: int, defects: Sequence[str]
) -> None:
    """The entries, papers and jobs of an agreement that binds; `mediation` as it was before, its
    row already changed to `version`, the agreement's row written.
    """
    case, at = mediation["id"], agreement["effective_at"]
    if agreement["replaces"] is not None:
        agreements.change(tx, agreement["replaces"], state="replaced")
        agreements.set_obligations(tx, agreement["replaces"], [])
    set_due(tx, agreement["id"], agreement["clauses"], ())
    entry = tx.append("agreement_effective", case, **_effective(mediation, agreement, version))
    form = "agreement" if agreement["form"] == "written" else "oral_agreement"
    papers.want(tx, papers.Wanted(entry, case, form, agreement["id"], at))
    tx.queue("plan_follow_up", case, key=f"follow_up:{agreement['id']}", agreement=agreement["id"])
    if mediation["state"] != "ended":
        ended = {"how": "agreed", "form": agreement["form"], "agreement": agreement["id"]}
        ended |= {"prevented": agreement["prevented"], "defects": defects, "happened_at": at}
        tx.append("mediation_ended", case, version=version, **ended)


def set_due(tx: Transaction, id_: str, said: Sequence[Payload], records: Iterable[Payload]) -> bool:
    """Keep what falls due next of each clause; whether nothing is left open."""
    read, done = clauses.read(said), performance.latest(records)
    due = [o for clause in read if (o := performance.next_open(clause, done))]
    rows = [
        {"clause": o.clause, "period": o.period, "due_on": o.due_on.isoformat(),
         "amount_fen": o.amount_fen}
        for o in due
    ]  # fmt: skip
    agreements.set_obligations(tx, id_, rows)
    return performance.is_complete(read, done)


def _effective(mediation: Payload, agreement: Payload, version: int) -> dict[str, Any]:
    names = ("form", "hash", "effective_at", "amount_fen", "reasons", "replaces")
    return {
        **{name: agreement[name] for name in names},
        "agreement": agreement["id"],
        "parties_signed_at": agreement.get("parties_signed_at"),
        "confirmable": not agreement["reasons"],
        "division": mediation["division"],
        "committee": mediation["committee"],
        "happened_at": agreement["effective_at"],
        "version": version,
    }
