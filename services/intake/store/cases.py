"""Finding and changing cases. Who may see one is part of every query."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    and_,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from services.intake.store.tables import assignment, case, case_number, note, referral, triage
from shared.access.principal import CLIENT, SYSTEM, Principal
from shared.contracts.language import GRID_WORKER, MEDIATOR
from shared.contracts.refused import Refused
from shared.ledger.scope import within
from shared.ledger.transaction import Transaction

Row = Mapping[str, Any]


def visible(principal: Principal) -> Any:
    """Cases that the asker may see: a mediator those that are his, that he registered, or that
    nobody has yet; a grid worker those that he brought; an outside system those that it brought
    in its division (another division may have a system of that name); others by division of case
    or committee.
    """
    inside = within(principal, case.c.division, case.c.committee_division)
    own = case.c.registered_by == literal(principal.actor)
    if principal.role == SYSTEM:
        return true()
    if principal.role == GRID_WORKER:
        return own
    if principal.role == CLIENT:
        return and_(own, inside)
    if principal.role == MEDIATOR:
        return or_(own, assigned(principal.id), and_(inside, ~assigned(None)))
    return inside


def assigned(mediator: str | None) -> Any:
    """Cases that this mediator has, or anybody at all."""
    query = exists().where(assignment.c.case == case.c.id, assignment.c.until.is_(None))
    return query.where(assignment.c.mediator == mediator) if mediator else query


def find_case(connection: Connection, id_: str, principal: Principal) -> Row:
    """A case that the asker may see; refuses `not_found` for all others alike."""
    query = select(case).where(case.c.id == id_, visible(principal))
    return one(connection, query, "case")


def one(connection: Connection, query: Any, field: str) -> Row:
    row = first(connection, query)
    if row is None:
        raise Refused("not_found", field=field)
    return row


def first(connection: Connection, query: Any) -> Row | None:
    row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def of_case(connection: Connection, table: Table, case_id: str) -> list[Row]:
    """The rows of one of a case's tables in their order."""
    query = select(table).where(table.c.case == case_id).order_by(table.c.no, table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def case_by_id(connection: Connection, id_: str) -> Row | None:
    """A case by its id alone, for handlers and jobs."""
    return first(connection, select(case).where(case.c.id == id_))


def case_of_origin(connection: Connection, kind: str, id_: str) -> Row | None:
    """The case that began as this finding."""
    mine = (case.c.origin_kind == kind) & (case.c.origin_id == id_)
    return first(connection, select(case).where(mine))


def referral_of(connection: Connection, case_id: str) -> Row | None:
    """Who sent a case, if anybody did."""
    return first(connection, select(referral).where(referral.c.case == case_id))


def last_triage(connection: Connection, case_id: str) -> Row | None:
    """The triage that holds."""
    query = select(triage).where(triage.c.case == case_id).order_by(triage.c.no.desc())
    return first(connection, query.limit(1))


def mediators_of(connection: Connection, case_id: str) -> list[Row]:
    """Who mediates now."""
    return [row for row in of_case(connection, assignment, case_id) if row["until"] is None]


def note_of(connection: Connection, case_id: str) -> Row | None:
    """The note of a past mediation."""
    return first(connection, select(note).where(note.c.case == case_id))


def list_cases(
    connection: Connection, principal: Principal, prefix: str, query: Mapping[str, Any]
) -> Sequence[Row]:
    """Cases in sight under a division prefix, newest first."""
    wanted = [visible(principal), case.c.division.startswith(prefix, autoescape=True)]
    if query["state"]:
        wanted.append(case.c.state == query["state"])
    if query["mine"]:
        wanted.append(assigned(principal.id))
    newest = select(case).where(*wanted).order_by(case.c.registered_at.desc(), case.c.id.desc())
    return [dict(row) for row in connection.execute(newest.limit(query["limit"])).mappings()]


def caseload(connection: Connection, mediator: str) -> int:
    """How many accepted cases a mediator has."""
    query = select(func.count()).select_from(case)
    mine = (case.c.state == "accepted", assigned(mediator))
    return int(connection.execute(query.where(*mine)).scalar_one())


def end_assignment(tx: Transaction, case_id: str, mediator: str, at: str, reason: str) -> bool:
    """A mediator leaves a case; False if he was not on it."""
    mine = (assignment.c.case == case_id, assignment.c.mediator == mediator)
    ended = update(assignment).where(*mine, assignment.c.until.is_(None))
    done = ended.values(until=at, reason=reason).returning(assignment.c.id)
    return tx.execute(done).first() is not None


def keep_number(tx: Transaction, drawn: Mapping[str, Any]) -> None:
    """The drawn number, on the case and in its series."""
    tx.execute(insert(case_number).values(**drawn))
    mine = update(case).where(case.c.id == drawn["case"])
    tx.execute(mine.values(number=drawn["number"]))


def cancel_number(tx: Transaction, case_id: str, at: str, by: str, reason: str) -> None:
    """The number stays in its series, cancelled, with the reason."""
    mine = update(case_number).where(case_number.c.case == case_id)
    tx.execute(mine.values(cancelled_at=at, cancelled_by=by, reason=reason))


def set_referral(tx: Transaction, case_id: str, **values: Any) -> None:
    tx.execute(update(referral).where(referral.c.case == case_id).values(**values))
