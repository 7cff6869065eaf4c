"""What a procedure does inside its one short transaction: rows, entries, jobs, numbers, answer."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from shared.contracts.contract import Contract
from shared.contracts.refused import Refused
from shared.ledger import tables
from shared.ledger.database import Database
from shared.ledger.ids import millis, new_id


@dataclass(frozen=True)
class Stamp:
    """Who acts, when we record it, and what it belongs to."""

    actor: str
    at: datetime
    correlation: str
    division: str


def canonical(value: Any) -> str:
    """JSON as it is stored: no spaces, sorted keys, Chinese as it is written."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class KeptAnswer(dict[str, Any]):
    """What a command answers now and at every repeat; made by `Transaction.answer` alone."""


@dataclass
class Transaction:
    """Open while the row locks are held; gone at commit. LAW: touch the subject's row first, then
    append: that lock makes the order of entries the order of commits.
    """

    database: Database
    connection: Connection
    contract: Contract
    stamp: Stamp
    answered: KeptAnswer | None = field(default=None)
    has_entries: bool = field(default=False)
    has_jobs: bool = field(default=False)

    def execute(self, statement: Any, *args: Any) -> Any:
        """Run one SQLAlchemy Core statement."""
        return self.connection.execute(statement, *args)

    def add(self, table: Table, **row: Any) -> None:
        """Insert one row."""
        self.connection.execute(insert(table).values(**row))

    def change(self, table: Table, id_: str, seen: int, **values: Any) -> int:
        """Update the row of `id_` that the caller saw at version `seen`; the new version.
        Refuses `version_stale` with both versions when somebody was quicker.
        """
        statement = (
            update(table)
            .where(table.c.id == id_, table.c.version == seen)
            .values(version=seen + 1, **values)
            .returning(table.c.version)
        )
        version = self.connection.execute(statement).scalar()
        if version is None:
            now = self.connection.execute(select(table.c.version).where(table.c.id == id_))
            raise Refused("version_stale", seen=seen, current=now.scalar())
        return int(version)

    def append(self, event: str, subject: str, **data: Any) -> str:
        """Append one entry about `subject`; its id. `data` is dumped by the event's schema, so a
        field that the contract does not name cannot leave.
        """
        kind = self.contract.events[event]
        entry = {
            "specversion": "1.0",
            "id": new_id(self.stamp.at),
            "source": f"/{self.stamp.division}/{self.contract.service}",
            "type": self.contract.type_of(event),
            "subject": subject,
            "time": self.stamp.at.isoformat(),
            "actor": self.stamp.actor,
            "correlationid": self.stamp.correlation,
            "data": kind.schema.dump(data),
        }
        row = {"audience": kind.audience, "line": canonical(entry)}
        self.connection.execute(insert(tables.pending).values(**row))
        self.has_entries = True
        return str(entry["id"])

    def queue(
        self, kind: str, subject: str, *, key: str, at: datetime | None = None, **args: Any
    ) -> None:
        """Queue a job for after this transaction. `key` names it for ever: the same key again
        moves an open job to the new time and leaves a done one alone.
        """
        run_at, self.has_jobs = millis(at or self.stamp.at), True
        row = {"id": key, "kind": kind, "subject": subject, "args": canonical(args)}
        when = {"run_at": run_at, "correlation": self.stamp.correlation}
        if not self.database.insert_unless_there(
            self.connection, tables.job, **row, **when, tries=0, next_at=0
        ):
            still_open = (tables.job.c.id == key) & tables.job.c.done_at.is_(None)
            self.connection.execute(update(tables.job).where(still_open).values(**when))

    def draw_number(self, counter: str) -> int:
        """The next number of a gap-free series. Draw it last: the row stays locked to the end."""
        self.database.insert_unless_there(self.connection, tables.counter, name=counter, last=0)
        row = tables.counter.c
        statement = update(tables.counter).where(row.name == counter).values(last=row.last + 1)
        return int(self.connection.execute(statement.returning(row.last)).scalar_one())

    def answer(self, **values: Any) -> KeptAnswer:
        """Keep the command's answer (ids, numbers, versions); to be returned as it is."""
        self.answered = KeptAnswer(values)
        return self.answered
