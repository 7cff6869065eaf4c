"""What is due: the end of a mediation's time, a follow-up, a performance."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, literal, null, select

from services.mediation_session.store.mediations import visible
from services.mediation_session.store.tables import agreement, mediation, obligation
from shared.access.principal import Principal

Row = Mapping[str, Any]


def due(
    connection: Connection, principal: Principal, prefix: str, until: str, limit: int
) -> Sequence[Row]:
    """Rows {kind, case, number, agreement, clause, period, amount_fen, due_on, provisional} up to
    and with a day under a division prefix, the most urgent first.
    """
    mine = and_(visible(principal), mediation.c.division.startswith(prefix, autoescape=True))
    found: list[Row] = []
    for query, day in (
        (_mediations(), mediation.c.due_on),
        (_follow_ups(), agreement.c.follow_up_on),
        (_performances(), obligation.c.due_on),
    ):
        urgent = query.where(mine, day <= until).order_by(day).limit(limit)
        found += [dict(row) for row in connection.execute(urgent).mappings()]
    return sorted(found, key=lambda row: (row["due_on"], row["case"]))[:limit]


def _columns(kind: str, day: Any, clause: Any, period: Any, fen: Any) -> list[Any]:
    return [
        literal(kind).label("kind"),
        mediation.c.id.label("case"),
        mediation.c.number,
        clause.label("clause"),
        period.label("period"),
        fen.label("amount_fen"),
        day.label("due_on"),
    ]


def _mediations() -> Select[Any]:
    columns = _columns("mediation", mediation.c.due_on, null(), null(), null())
    running = mediation.c.state != "ended"
    agreed = null().label("agreement")
    return select(*columns, agreed, mediation.c.provisional).where(running)


def _follow_ups() -> Select[Any]:
    columns = _columns("follow_up", agreement.c.follow_up_on, null(), null(), null())
    wanted = and_(agreement.c.state == "effective", agreement.c.followed_up.is_(False))
    query = select(
        *columns, agreement.c.id.label("agreement"), literal(value=False).label("provisional")
    )
    return query.join(agreement, agreement.c.case == mediation.c.id).where(wanted)


def _performances() -> Select[Any]:
    columns = _columns(
        "performance",
        obligation.c.due_on,
        obligation.c.clause,
        obligation.c.period,
        obligation.c.amount_fen,
    )
    query = select(
        *columns, agreement.c.id.label("agreement"), literal(value=False).label("provisional")
    )
    joined = query.join(agreement, agreement.c.case == mediation.c.id)
    return joined.join(obligation, obligation.c.agreement == agreement.c.id).where(
        agreement.c.state == "effective"
    )
