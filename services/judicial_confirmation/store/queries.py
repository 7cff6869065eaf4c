"""What judicial confirmation reads from its tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, exists, func, select

from services.judicial_confirmation.store.tables import (
    applicant,
    application,
    confirmation,
    mediator,
    signature,
    supplement,
    wish,
)
from shared.access.principal import Principal
from shared.contracts.language import COURT, MEDIATOR
from shared.contracts.refused import Refused
from shared.ledger.scope import within

Row = Mapping[Any, Any]
NEWEST = (
    confirmation.c.effective_at.desc(),
    confirmation.c.round.desc(),
    confirmation.c.id.desc(),
)


def in_scope(principal: Principal) -> Any:
    """The rows that somebody may see: a mediator those of his cases, a court what came to it, the
    others what lies in their divisions.
    """
    c = confirmation.c
    if principal.role == MEDIATOR:
        mine = (mediator.c.case == c.case) & (mediator.c.person == principal.id)
        return exists().where(mine)
    if principal.role == COURT:
        return and_(c.submitted_at.is_not(None), within(principal, c.court_division))
    return within(principal, c.division)


def find(connection: Connection, principal: Principal, **named: str) -> Row:
    """The newest row with these columns in the asker's scope; refuses `not_found`."""
    wanted = [confirmation.c[name] == value for name, value in named.items()]
    query = select(confirmation).where(*wanted, in_scope(principal))
    row = connection.execute(query.order_by(*NEWEST)).mappings().first()
    if row is None:
        raise Refused("not_found")
    return dict(row)


def by_id(connection: Connection, id_: str) -> Row:
    """A row by its id alone, for jobs."""
    query = select(confirmation).where(confirmation.c.id == id_)
    return dict(connection.execute(query).mappings().one())


def of_agreement(connection: Connection, agreement: str) -> list[Row]:
    """All rounds of one agreement, oldest first."""
    query = select(confirmation).where(confirmation.c.agreement == agreement)
    return list(connection.execute(query.order_by(confirmation.c.round)).mappings())


def has_case(connection: Connection, case: str) -> bool:
    """Whether a confirmation of this case was opened."""
    query = select(confirmation.c.id).where(confirmation.c.case == case).limit(1)
    return connection.execute(query).first() is not None


def in_states(connection: Connection, case: str, states: Sequence[str]) -> list[Row]:
    """The rows of a case that stand in these states."""
    c = confirmation.c
    query = select(confirmation).where(c.case == case, c.state.in_(states)).order_by(c.id)
    return list(connection.execute(query).mappings())


def listed(
    connection: Connection, principal: Principal, prefix: str, limit: int, **named: str | None
) -> list[Row]:
    """Rows in scope under a division prefix, newest first; names without a value are left out."""
    c = confirmation.c
    wanted = [c[name] == value for name, value in named.items() if value is not None]
    under = c.division.startswith(prefix, autoescape=True)
    query = select(confirmation).where(in_scope(principal), under, *wanted)
    return list(connection.execute(query.order_by(*NEWEST).limit(limit)).mappings())


def due_applications(
    connection: Connection, principal: Principal, prefix: str, states: Sequence[str], until: str
) -> list[Row]:
    """Rows in these states whose deadline lies on that day or before it."""
    c = confirmation.c
    under = c.division.startswith(prefix, autoescape=True)
    query = select(confirmation).where(in_scope(principal), under, c.state.in_(states))
    return list(connection.execute(query.where(c.deadline <= until)).mappings())


def due_supplements(
    connection: Connection, principal: Principal, prefix: str, until: str
) -> list[Row]:
    """Rows with an unanswered supplement that is due by that day, as `until`."""
    c, s = confirmation.c, supplement.c
    under = c.division.startswith(prefix, autoescape=True)
    still = (s.confirmation == c.id) & s.answered_at.is_(None) & (s.until <= until)
    query = select(confirmation, s.until).join(supplement, still)
    waiting = query.where(c.state == "supplement_requested", under, in_scope(principal))
    return list(connection.execute(waiting).mappings())


def of(connection: Connection, table: Table, id_: str) -> list[Row]:
    """The rows of another table that belong to a confirmation, in the order of their key."""
    query = select(table).where(table.c.confirmation == id_).order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(query).mappings()]


def wishes_of(connection: Connection, id_: str) -> dict[str, str]:
    """Party → answer."""
    return {row["party"]: row["answer"] for row in of(connection, wish, id_)}


def current_application(connection: Connection, row: Row) -> Row:
    """The packet that was made last; refuses `not_prepared` where there is none."""
    for made in of(connection, application, row["id"]):
        if made["attempt"] == row["attempt"]:
            return made
    raise Refused("not_prepared")


def signers(connection: Connection, id_: str, text_sha256: str) -> list[str]:
    """Who has signed this very text."""
    signed = of(connection, signature, id_)
    return [row["party"] for row in signed if row["text_sha256"] == text_sha256]


def count_same_parties(connection: Connection, id_: str, identities: Iterable[str]) -> int:
    """How many other confirmations have at least two of these people among their applicants."""
    c = applicant.c
    hits = select(c.confirmation).where(c.identity.in_(list(identities)), c.confirmation != id_)
    twice = hits.group_by(c.confirmation).having(func.count() > 1).subquery()
    return int(connection.execute(select(func.count()).select_from(twice)).scalar_one())
