"""The written agreement from draft to frozen text: clauses as data, linter, one line, one hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.mediation_session.procedures import opening, people
from services.mediation_session.rules import clauses, line, linter, states
from services.mediation_session.rules import people as rules
from services.mediation_session.store import agreements, mediations, tables
from shared.bus.context import Context
from shared.contracts.mediation_session.terms import DraftAgreement
from shared.contracts.refused import Refused
from shared.ledger.ids import new_id

Payload = Mapping[str, Any]

DRAFT = DraftAgreement(only=("facts", "matters", "liability", "clauses"))


@dataclass(frozen=True)
class Held:
    """An agreement with its mediation, and the agreement in effect that it is to replace."""

    mediation: Payload
    agreement: Payload
    binding: Payload | None

    @property
    def id(self) -> str:
        """The agreement's id."""
        return str(self.agreement["id"])

    @property
    def case(self) -> str:
        """Its case."""
        return str(self.mediation["id"])


def held(context: Context, id_: str) -> Held:
    """An agreement whose mediation the asker may see; the mediation is read first, so that its
    version guards all the rest.
    """
    with context.read() as connection:
        case = agreements.case_of(connection, id_)
        mediation = mediations.find(connection, case, context.principal)
        row = agreements.by_id(connection, id_)
        others = agreements.of_case(connection, case)
    binding = (a for a in others if a["id"] == row["replaces"] and a["state"] == "effective")
    return Held(mediation, row, next(binding, None))


def draft_agreement(context: Context, command: Payload) -> Payload:
    """Draft a written agreement (art. 29), with all that the linter finds. Every change is a new
    draft that names the one it replaces; one in effect binds until the new one does.
    """
    found = opening.known(context, command["case"])
    before = _succession(context, found.id, command["replaces"])
    states.check_may_agree(found.row, before.binding)
    draft, seen = DRAFT.dump(command), command["version"] or found.row["version"]
    assessed = _assess(context, found.row, draft)
    id_, findings = new_id(context.now()), [f.shown() for f in assessed.findings]
    judged = {"reasons": list(assessed.reasons), "paper_only": assessed.paper_only}
    with context.commit() as tx:
        opening.begin(context, tx, found)
        version = tx.change(tables.mediation, found.id, seen)
        for void in before.void:
            agreements.change(tx, void, state="replaced")
        row = {**_new(found.row, draft), **judged, "findings": findings}
        row |= {"case": found.id, "no": version, "replaces": before.replaces}
        tx.add(tables.agreement, id=id_, **row)
        data = {"version": version, "happened_at": context.happened(command), "agreement": id_}
        confirmable = {"confirmable": assessed.confirmable, "reasons": judged["reasons"]}
        codes = [f.code for f in assessed.findings]
        data |= {"replaces": before.replaces, "findings": codes, **confirmable}
        tx.append("agreement_drafted", found.id, **data)
        done = {"case": found.id, "agreement": id_, "state": "draft", "version": version}
        return tx.answer(**done, **confirmable, findings=findings, paper_only=judged["paper_only"])


def _succession(context: Context, case: str, replaces: str | None) -> states.Succession:
    with context.read() as connection:
        return states.succession(agreements.of_case(connection, case), replaces)


def _assess(context: Context, mediation: Payload, draft: Payload) -> linter.Assessment:
    parties = rules.read(people.parties_of(context, mediation))
    read = linter.draft_of(draft, clauses.read(draft["clauses"]))
    return linter.assess(read, parties, mediation["category"], context.today())


def _new(mediation: Payload, draft: Payload) -> dict[str, Any]:
    return {
        **draft,
        "form": "written",
        "state": "draft",
        "sector_check": "pending" if mediation["sector"] else "none",
        "prevented": [],
        "complete": False,
        "followed_up": False,
    }


def freeze_agreement(context: Context, command: Payload) -> Payload:
    """Fix the text: one canonical line, named by its SHA-256 from now on. Refuses errors of the
    linter, and parties without name or address.
    """
    found = held(context, command["agreement"])
    states.check_may_agree(found.mediation, found.binding)
    state = states.agreement_step(found.agreement["state"], "freeze_agreement")
    frozen = _frozen(context, found)
    seen, at = command["version"] or found.mediation["version"], context.happened(command)
    with context.commit() as tx:
        version = tx.change(tables.mediation, found.case, seen)
        agreements.change(tx, found.id, state=state, frozen_at=at.isoformat(), **frozen)
        data = {"version": version, "agreement": found.id, "hash": frozen["hash"]}
        tx.append("agreement_frozen", found.case, happened_at=at, **data)
        done = {name: frozen[name] for name in ("hash", "number", "paper_only")}
        return tx.answer(case=found.case, agreement=found.id, state=state, version=version, **done)


def _frozen(context: Context, found: Held) -> dict[str, Any]:
    """The line with its hash, judged once more on the day of freezing."""
    parties = rules.read(people.parties_of(context, found.mediation))
    rules.check_complete(parties)
    read = clauses.read(found.agreement["clauses"])
    draft = linter.draft_of(found.agreement, read)
    assessed = linter.assess(draft, parties, found.mediation["category"], context.today())
    if assessed.errors:
        errors = [{"code": f.code, "clause": f.clause} for f in assessed.errors]
        raise Refused("linter_errors", findings=errors)
    head = _head(context, found)
    text = line.written(head, found.agreement, parties)
    return {
        "line": text,
        "hash": line.hash_of(text),
        "number": head["number"],
        "amount_fen": clauses.amount_fen(read),
        "findings": [f.shown() for f in assessed.findings],
        "reasons": list(assessed.reasons),
        "paper_only": assessed.paper_only,
    }


def _head(context: Context, found: Held) -> dict[str, Any]:
    case = people.case_of(context, found.mediation)
    with context.read() as connection:
        frozen_before = sum(
            a["number"] is not None for a in agreements.of_case(connection, found.case)
        )
    named = {name: case[name] for name in ("committee", "committee_name")}
    mediators = [{name: m[name] for name in ("mediator", "name")} for m in case["mediators"]]
    return {
        "agreement": found.id,
        "case": found.case,
        "number": line.number(case["number"], frozen_before),
        "replaces": found.agreement["replaces"],
        "category": found.mediation["category"],
        "mediators": mediators,
        **named,
    }
