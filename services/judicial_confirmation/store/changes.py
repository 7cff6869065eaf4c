"""What judicial confirmation changes in its tables, beside plain inserts and versioned updates."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, update

from services.judicial_confirmation.store.queries import Row
from services.judicial_confirmation.store.tables import (
    applicant,
    application,
    confirmation,
    mediator,
    ruling,
    signature,
    supplement,
    wish,
)
from shared.ledger.transaction import Transaction


def keep_wish(tx: Transaction, row: Row) -> None:
    """A party's wish in place of an earlier one."""
    mine = (wish.c.confirmation == row["confirmation"]) & (wish.c.party == row["party"])
    tx.execute(delete(wish).where(mine))
    tx.add(wish, **row)


def drop_signatures(tx: Transaction, id_: str, party: str) -> None:
    """Who declines has not signed any more, and signs anew."""
    mine = (signature.c.confirmation == id_) & (signature.c.party == party)
    tx.execute(delete(signature).where(mine))


def keep_applicants(tx: Transaction, id_: str, identities: Mapping[str, str]) -> None:
    """Who applies, by keyed hashes."""
    tx.execute(delete(applicant).where(applicant.c.confirmation == id_))
    for party, identity in identities.items():
        tx.add(applicant, confirmation=id_, party=party, identity=identity)


def keep_mediators(tx: Transaction, case: str, people: Iterable[str]) -> None:
    """Who mediates a case, in place of who did."""
    tx.execute(delete(mediator).where(mediator.c.case == case))
    for person in sorted(set(people)):
        tx.add(mediator, case=case, person=person)


def lock(tx: Transaction, id_: str) -> Row:
    """The row as it is now, held to the end of the transaction without a new version."""
    mine = confirmation.c.id == id_
    held = update(confirmation).where(mine).values(state=confirmation.c.state)
    return dict(tx.execute(held.returning(*confirmation.c)).mappings().one())


def change_application(tx: Transaction, made: Row, **values: Any) -> None:
    """Keep what became of a packet."""
    c = application.c
    mine = (c.confirmation == made["confirmation"]) & (c.attempt == made["attempt"])
    tx.execute(update(application).where(mine).values(**values))


def close_supplements(tx: Transaction, id_: str, at: str) -> None:
    """What the court asked for has been answered."""
    mine = (supplement.c.confirmation == id_) & supplement.c.answered_at.is_(None)
    tx.execute(update(supplement).where(mine).values(answered_at=at))


def drop_scan(tx: Transaction, id_: str) -> None:
    """The archive has the ruling: our copy goes."""
    tx.execute(update(ruling).where(ruling.c.confirmation == id_).values(scan=None))
