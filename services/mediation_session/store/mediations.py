"""Mediations and what belongs to them: who may see one, and its rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, or_, select, update

from services.mediation_session.store.tables import (
    escalation,
    extension,
    mediation,
    mediator,
    notice,
    pause,
    private_word,
    session,
)
from shared.access.principal import Principal
from shared.contracts.language import MEDIATOR
from shared.contracts.refused import Refused
from shared.ledger.scope import within
from shared.ledger.transaction import Transaction

Row = Mapping[str, Any]

IN_RECORD = [c for c in session.c if c.name != "file_words"]  # what the paper may be made of


def visible(principal: Principal) -> Any:
    """Mediations in the asker's scope. A mediator sees those assigned, those it registered, and
    those of its scope that nobody has.
    """
    inside = within(principal, mediation.c.division)
    if principal.role != MEDIATOR:
        return inside
    held = select(mediator.c.case).where(mediator.c.case == mediation.c.id)
    mine = held.where(mediator.c.mediator == principal.id).exists()
    registered = mediation.c.registered_by == principal.actor
    return or_(mine, registered, and_(inside, ~held.exists()))


def find(connection: Connection, case: str, principal: Principal) -> Row:
    """A mediation that the asker may see; refuses `not_found` for all others alike."""
    query = select(mediation).where(mediation.c.id == case, visible(principal))
    row = connection.execute(query).mappings().first()
    if row is None:
        raise Refused("not_found")
    return dict(row)


def by_case(connection: Connection, case: str) -> Row | None:
    """A mediation by its case alone, for handlers and jobs."""
    row = connection.execute(select(mediation).where(mediation.c.id == case)).mappings().first()
    return dict(row) if row else None


def list_mediations(
    connection: Connection, principal: Principal, prefix: str, state: str | None, limit: int
) -> Sequence[Row]:
    """Mediations under a division prefix, the newest first."""
    mine = visible(principal)
    query = select(mediation).where(mine, mediation.c.division.startswith(prefix, autoescape=True))
    if state:
        query = query.where(mediation.c.state == state)
    newest = query.order_by(mediation.c.started_on.desc(), mediation.c.id.desc())
    return [dict(row) for row in connection.execute(newest.limit(limit)).mappings()]


def mediators_of(connection: Connection, case: str) -> list[str]:
    """Ids of those who mediate a case."""
    query = select(mediator.c.mediator).where(mediator.c.case == case)
    return list(connection.execute(query.order_by(mediator.c.mediator)).scalars())


def set_mediators(tx: Transaction, case: str, mediators: Iterable[str]) -> None:
    """Those who mediate it now."""
    tx.execute(delete(mediator).where(mediator.c.case == case))
    rows = [{"case": case, "mediator": id_} for id_ in dict.fromkeys(mediators)]
    if rows:
        tx.execute(insert(mediator), rows)


def notices_of(connection: Connection, case: str) -> list[Row]:
    """Which parties were told their rights and duties."""
    return _of(connection, notice, case, notice.c.happened_at)


def noticed_at(connection: Connection, case: str) -> dict[str, datetime]:
    """The moment of each party's notice."""
    rows = notices_of(connection, case)
    return {row["party"]: datetime.fromisoformat(row["happened_at"]) for row in rows}


def sessions_of(connection: Connection, case: str) -> list[Row]:
    """Appointments and sittings, the oldest first."""
    return _of(connection, session, case, session.c.starts_at)


def session_in_record(connection: Connection, id_: str) -> Row:
    """A sitting as its paper shows it: the words for the file are not fetched at all."""
    query = select(*IN_RECORD).where(session.c.id == id_)
    return dict(connection.execute(query).mappings().one())


def keep_session(tx: Transaction, id_: str, *, scheduled: bool, **values: Any) -> None:
    """A sitting that was held: its appointment is kept, or there was none."""
    if scheduled:
        tx.execute(update(session).where(session.c.id == id_).values(**values))
    else:
        tx.add(session, id=id_, **values)


def private_words_of(connection: Connection, case: str) -> list[Row]:
    """Sealed words of one side or oneself; the caller is the assigned mediator."""
    return _of(connection, private_word, case, private_word.c.at, private_word.c.no)


def pauses_of(connection: Connection, case: str) -> list[Row]:
    """Pauses of the clock, the oldest first."""
    return _of(connection, pause, case, pause.c.no)


def end_pause(tx: Transaction, case: str, until: str) -> None:
    """The open pause ends."""
    is_open = (pause.c.case == case) & pause.c.until.is_(None)
    tx.execute(update(pause).where(is_open).values(until=until))


def extensions_of(connection: Connection, case: str) -> list[Row]:
    """Extensions of the clock, the oldest first."""
    return _of(connection, extension, case, extension.c.no)


def escalations_of(connection: Connection, case: str) -> list[Row]:
    """Reports of danger, the oldest first."""
    return _of(connection, escalation, case, escalation.c.no)


def escalation_by_id(connection: Connection, id_: str) -> Row:
    """One report, for its job."""
    query = select(escalation).where(escalation.c.id == id_)
    return dict(connection.execute(query).mappings().one())


def pass_on(tx: Transaction, id_: str, reported: str | None) -> None:
    """Intake has the report now."""
    done = update(escalation).where(escalation.c.id == id_)
    tx.execute(done.values(pending=False, reported=reported))


def _of(connection: Connection, table: Table, case: str, *order: Any) -> list[Row]:
    query = select(table).where(table.c.case == case).order_by(*order)
    return [dict(row) for row in connection.execute(query).mappings()]
