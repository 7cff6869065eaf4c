"""Screening's tables and queries."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    update,
)

from shared.access.principal import Principal
from shared.contracts.refused import Refused
from shared.ledger.scope import within
from shared.ledger.tables import BIG, NAMING
from shared.ledger.transaction import Transaction

METADATA = MetaData(naming_convention=NAMING)
ID, CODE, DIVISION, AT, DAY = String(64), String(60), String(12), String(40), String(10)

plan = Table(
    "plan",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("title", String(60), nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("mode", CODE, nullable=False),
    Column("trigger", CODE, nullable=False),
    Column("since", DAY, nullable=False),
    Column("until", DAY, nullable=False),
    Column("visits", Integer, nullable=False, default=0),
    Column("zero_reports", Integer, nullable=False, default=0),
)

target = Table(
    "target",
    METADATA,
    Column("plan", ForeignKey(plan.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("label", String(60), nullable=False),
    Column("kind", CODE, nullable=False),
    Column("visited_at", AT),
)

visit = Table(
    "visit",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("plan", ForeignKey(plan.c.id), nullable=False),
    Column("target", Integer),  # none: a zero report of that day
    Column("happened_at", AT, nullable=False),
    Column("by", String(140), nullable=False),
    Column("found", Boolean, nullable=False),
    Column("note", Text),
)

finding = Table(
    "finding",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("place", String(300), nullable=False),
    Column("text", Text, nullable=False),
    Column("state", CODE, nullable=False),
    Column("plan", ID),
    Column("reported_by", String(140), nullable=False),
    Column("reported_at", AT, nullable=False),
    Column("level", CODE),
    Column("reasons", JSON, nullable=False, default=list),
    Column("people_count", Integer),
    Column("amount_fen", BIG),
    Column("to_division", DIVISION),
    Column("case", ID),
    Column("outcome", CODE),
)
Index("ix_finding_division", finding.c.division, finding.c.reported_at)
Index("ix_finding_case", finding.c.case)

side = Table(
    "side",
    METADATA,
    Column("finding", ForeignKey(finding.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("label", String(60), nullable=False),
    Column("phone", Text),  # sealed
)

escalation = Table(
    "escalation",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("finding", ForeignKey(finding.c.id), nullable=False),
    Column("to", CODE, nullable=False),
    Column("way", CODE, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", AT, nullable=False),
    Column("receiver", String(60)),
    Column("received_at", AT),
)
Index("ix_escalation_finding", escalation.c.finding)

Row = Mapping[str, Any]


def find_plan(connection: Connection, id_: str, principal: Principal) -> Row:
    """A plan in the asker's scope; refuses `not_found` for all others alike."""
    query = select(plan).where(plan.c.id == id_, within(principal, plan.c.division))
    return _one(connection, query)


def find_finding(connection: Connection, id_: str, principal: Principal) -> Row:
    """A finding in the asker's scope: where it was found, or where it was handed to."""
    mine = within(principal, finding.c.division, finding.c.to_division)
    return _one(connection, select(finding).where(finding.c.id == id_, mine))


def finding_of_case(connection: Connection, case: str) -> Row | None:
    """The finding that became a case, if it was one of ours."""
    return _first(connection, select(finding).where(finding.c.case == case))


def finding_by_id(connection: Connection, id_: str) -> Row | None:
    """A finding by its id alone, for handlers."""
    return _first(connection, select(finding).where(finding.c.id == id_))


def targets_of(connection: Connection, plan_id: str, *, unvisited: bool = False) -> list[Row]:
    """The targets of a plan in their order; only the unvisited ones if asked."""
    query = select(target).where(target.c.plan == plan_id).order_by(target.c.no)
    if unvisited:
        query = query.where(target.c.visited_at.is_(None))
    return _all(connection, query)


def sides_of(connection: Connection, finding_id: str) -> list[Row]:
    """Who a finding is about, phones sealed."""
    query = select(side).where(side.c.finding == finding_id).order_by(side.c.no)
    return _all(connection, query)


def escalations_of(connection: Connection, finding_id: str) -> list[Row]:
    """Reports upward about a finding, oldest first."""
    query = select(escalation).where(escalation.c.finding == finding_id)
    return _all(connection, query.order_by(escalation.c.id))


def add_targets(tx: Transaction, plan_id: str, targets: Sequence[Row]) -> None:
    """The targets of a new plan, numbered from 1."""
    rows = [{"plan": plan_id, "no": no, **one} for no, one in enumerate(targets, 1)]
    tx.execute(insert(target), rows)


def mark_visited(tx: Transaction, plan_id: str, no: int, at: str) -> None:
    """A target of a plan was reached."""
    mine = (target.c.plan == plan_id) & (target.c.no == no)
    tx.execute(update(target).where(mine).values(visited_at=at))


def keep_receipt(tx: Transaction, escalation_id: str, receipt: Row) -> None:
    """Who received a report upward, and when."""
    tx.execute(update(escalation).where(escalation.c.id == escalation_id).values(**receipt))


def list_findings(
    connection: Connection, principal: Principal, prefix: str, state: str | None, limit: int
) -> Sequence[Row]:
    """Findings in scope under a division prefix, newest first."""
    mine = within(principal, finding.c.division, finding.c.to_division)
    query = select(finding).where(mine, finding.c.division.startswith(prefix, autoescape=True))
    if state:
        query = query.where(finding.c.state == state)
    newest = query.order_by(finding.c.reported_at.desc(), finding.c.id.desc())
    return _all(connection, newest.limit(limit))


def counts(
    connection: Connection, principal: Principal, prefix: str, since: str, until: str
) -> Any:
    """(level, people_count, state, how many) of findings reported on days since…until."""
    c = finding.c
    day = func.substr(c.reported_at, 1, 10)
    query = (
        select(c.level, c.people_count, c.state, func.count())
        .where(within(principal, c.division), c.division.startswith(prefix, autoescape=True))
        .where(day >= since, day <= until)
        .group_by(c.level, c.people_count, c.state)
    )
    return connection.execute(query).all()


def _all(connection: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]


def _first(connection: Connection, query: Any) -> Row | None:
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def _one(connection: Connection, query: Any) -> Row:
    row = _first(connection, query)
    if row is None:
        raise Refused("not_found")
    return row
