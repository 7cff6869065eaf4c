"""What is due: acceptance, replies to senders, follow-ups of reports, replies of units."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from services.intake.store.cases import Row, visible
from services.intake.store.tables import case, escalation, referral, unit_request
from shared.access.principal import Principal

OPEN = ("registered", "accepted")


def list_due(
    connection: Connection, principal: Principal, prefix: str, until: date, limit: int
) -> list[Row]:
    """(kind, case, reference, id, due_on) of what is due up to a day; of a follow-up `due_on` is
    the day of the last one, which lies a day earlier.
    """
    seen = (visible(principal), case.c.division.startswith(prefix, autoescape=True))
    rows: list[Row] = []
    for kind, id_, due, query in _kinds():
        last = until - timedelta(days=1) if kind == "escalation_follow_up" else until
        columns = (case.c.id.label("case"), case.c.reference, id_.label("id"), due.label("due_on"))
        found = query.add_columns(*columns).where(*seen, due <= last.isoformat())
        first = connection.execute(found.order_by(due).limit(limit)).mappings()
        rows += [{**row, "kind": kind} for row in first]
    return rows


def _kinds() -> Iterator[tuple[str, Any, Any, Any]]:
    """Kind, id of the thing, its day, and a query of the open ones."""
    registered, open_ = case.c.state == "registered", case.c.state.in_(OPEN)
    of_referral = select().join_from(case, referral).where(referral.c.replied_at.is_(None))
    of_unit = select().join_from(case, unit_request).where(unit_request.c.replied_at.is_(None))
    of_report = select().join_from(case, escalation).where(open_)
    followed = func.substr(func.coalesce(escalation.c.followed_up_at, escalation.c.at), 1, 10)
    yield "acceptance", case.c.id, case.c.acceptance_due_on, select().where(registered)
    yield "referral_reply", referral.c.case, referral.c.reply_due_on, of_referral
    yield "unit_reply", unit_request.c.id, unit_request.c.due_on, of_unit.where(open_)
    yield "escalation_follow_up", escalation.c.id, followed, of_report
