"""The journal (日志): sealing what was committed, and reading it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sqlalchemy import Connection, delete, func, insert, select, text

from shared.contracts.refused import Refused
from shared.ledger import tables
from shared.ledger.chain import ZERO, Sealed, link
from shared.ledger.database import Database
from shared.telemetry.metrics import SEAL_SECONDS

SEAL_LOCK, PAGE, PAGE_BYTES = 741, 1000, 1_500_000


def seal(database: Database) -> list[Sealed]:
    """Give the committed, unsealed entries their place: `seq` without holes, each line hashed
    with the hash before it. One sealer at a time; a second one leaves with nothing. Returns what
    it sealed, to be rung.
    """
    if not count_unsealed(database):
        return []
    with SEAL_SECONDS.time(), database.transaction() as connection:
        if not _holds_the_seal(database, connection):
            return []
        query = select(tables.pending).order_by(tables.pending.c.id).limit(PAGE)
        rows = connection.execute(query).mappings().all()
        if not rows:
            return []
        sealed = _place([row["line"] for row in rows], last(connection))
        places = [
            {"seq": s.seq, "hash": s.hash, "line": s.line, "audience": row["audience"]}
            for s, row in zip(sealed, rows, strict=True)
        ]
        connection.execute(insert(tables.journal), places)
        done = [row["id"] for row in rows]
        connection.execute(delete(tables.pending).where(tables.pending.c.id.in_(done)))
    return [_heard(s, row["audience"]) for s, row in zip(sealed, rows, strict=True)]


def _holds_the_seal(database: Database, connection: Connection) -> bool:
    """PostgreSQL: a lock that lives and dies with the sealing transaction itself."""
    if database.is_sqlite:
        return True
    return bool(connection.execute(text(f"select pg_try_advisory_xact_lock({SEAL_LOCK})")).scalar())


def _place(lines: Sequence[str], at: Sealed) -> list[Sealed]:
    out = [at]
    for line in lines:
        out.append(Sealed(out[-1].seq + 1, link(out[-1].hash, line), line))
    return out[1:]


def _heard(entry: Sealed, audience: str) -> Sealed:
    """What others hear of it: an audit entry keeps its content to itself."""
    return entry if audience == "bus" else Sealed(entry.seq, entry.hash, None)


def last(connection: Connection) -> Sealed:
    """The last sealed place, or the start."""
    columns = select(tables.journal.c.seq, tables.journal.c.hash)
    row = connection.execute(columns.order_by(tables.journal.c.seq.desc()).limit(1)).first()
    return Sealed(row.seq, row.hash, None) if row else Sealed(0, ZERO, None)


def read_journal(database: Database, after: int, hash_: str | None, limit: int) -> list[Sealed]:
    """Entries after a place, as others hear them. Refuses `diverged` if ours differs from `hash_`
    there: one of the two was restored, and by seq alone nobody would notice.
    """
    with database.read() as connection:
        if after and hash_ is not None:
            _check_same(connection, after, hash_)
        query = select(tables.journal).where(tables.journal.c.seq > after)
        page = connection.execute(query.order_by(tables.journal.c.seq).limit(limit)).mappings()
        rows = [_heard(Sealed(r["seq"], r["hash"], r["line"]), r["audience"]) for r in page]
    return rows[: _fitting(rows)]


def _fitting(entries: Sequence[Sealed]) -> int:
    """How many entries one answer holds: at least one, and no more than PAGE_BYTES in all."""
    sizes = accumulate(len((entry.line or "").encode()) for entry in entries)
    return max(1, sum(size <= PAGE_BYTES for size in sizes))


def _check_same(connection: Connection, seq: int, hash_: str) -> None:
    mine = connection.execute(
        select(tables.journal.c.hash).where(tables.journal.c.seq == seq)
    ).scalar()
    if mine is None or mine.hex() != hash_:
        raise Refused("diverged", seq=seq)


def whole_journal(database: Database) -> Iterator[Sealed]:
    """Every entry with its line, audit ones too: for verifying and exporting by its owner."""
    after = 0
    while True:
        with database.read() as connection:
            query = select(tables.journal).where(tables.journal.c.seq > after)
            page = connection.execute(query.order_by(tables.journal.c.seq).limit(PAGE)).mappings()
            entries = [Sealed(row["seq"], row["hash"], row["line"]) for row in page]
        yield from entries
        if len(entries) < PAGE:
            return
        after = entries[-1].seq


def head(database: Database) -> Sealed:
    """Where the journal ends."""
    with database.read() as connection:
        return last(connection)


def count_unsealed(database: Database) -> int:
    """How many committed entries wait for their place."""
    with database.read() as connection:
        return int(
            connection.execute(select(func.count()).select_from(tables.pending)).scalar_one()
        )
