"""Command ids: the same command twice is one effect and one answer (reliability.md §2.4)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from shared.contracts.refused import Refused
from shared.ledger import tables
from shared.ledger.database import Database
from shared.ledger.transaction import Transaction, canonical


@dataclass(frozen=True)
class Order:
    """A command to be carried out: its id, its verb, who gave it, the digest of its content."""

    id: str
    verb: str
    actor: str
    digest: str

    @classmethod
    def of(cls, verb: str, actor: str, payload: Mapping[str, Any]) -> "Order":
        """From the payload as it came over the wire."""
        digest = hashlib.sha256(canonical(payload).encode()).hexdigest()
        return cls(str(payload["command_id"]), verb, actor, digest)


class AlreadyDone(Exception):
    """Somebody carried out this very command a moment ago; `answer` is its answer."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__()
        self.answer = answer


def recall(database: Database, order: Order) -> dict[str, Any] | None:
    """The answer of a done command, None if it was never done. Refuses `command_id_reused` where
    the id stands for other content: a guessed id must not read a stranger's answer.
    """
    with database.read() as connection:
        statement = select(tables.command).where(tables.command.c.id == order.id)
        return _answer(connection.execute(statement).mappings().first(), order)


def claim(tx: Transaction, order: Order) -> None:
    """Take the id inside the transaction of the effect; raises AlreadyDone if a twin was first."""
    row = {"id": order.id, "verb": order.verb, "actor": order.actor, "digest": order.digest}
    at = tx.stamp.at.isoformat()
    if not tx.database.insert_unless_there(tx.connection, tables.command, **row, at=at):
        statement = select(tables.command).where(tables.command.c.id == order.id)
        answer = _answer(tx.execute(statement).mappings().first(), order)
        raise AlreadyDone(answer or {})


def settle(tx: Transaction, order: Order) -> None:
    """Keep the answer with the command, for ever."""
    if tx.answered is None:
        raise RuntimeError(f"{order.verb} committed without an answer")
    statement = update(tables.command).where(tables.command.c.id == order.id)
    tx.execute(statement.values(answer=canonical(tx.answered)))


def _answer(row: Mapping[Any, Any] | None, order: Order) -> dict[str, Any] | None:
    if row is None:
        return None
    if (row["verb"], row["actor"], row["digest"]) != (order.verb, order.actor, order.digest):
        raise Refused("command_id_reused")
    answer: dict[str, Any] = json.loads(row["answer"])
    return answer
