"""The ledger's tables, the same in every service's database."""

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

NAMING = {
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
}
METADATA = MetaData(naming_convention=NAMING)
BIG = BigInteger().with_variant(Integer, "sqlite")

command = Table(
    "ledger_command",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("verb", String(60), nullable=False),
    Column("actor", String(140), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("answer", Text),
    Column("at", String(40), nullable=False),
)

pending = Table(
    "ledger_pending",
    METADATA,
    Column("id", BIG, primary_key=True, autoincrement=True),
    Column("audience", String(10), nullable=False),
    Column("line", Text, nullable=False),
    sqlite_autoincrement=True,
)

journal = Table(
    "ledger_journal",
    METADATA,
    Column("seq", BIG, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("audience", String(10), nullable=False),
    Column("line", Text, nullable=False),  # the very text that was hashed; jsonb would remake it
)

cursor = Table(
    "ledger_cursor",
    METADATA,
    Column("source", String(60), primary_key=True),
    Column("seq", BIG, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)

parked = Table(
    "ledger_parked",
    METADATA,
    Column("source", String(60), primary_key=True),
    Column("seq", BIG, primary_key=True, autoincrement=False),
    Column("subject", String(140), nullable=False),
    Column("line", Text, nullable=False),
    Column("state", String(10), nullable=False),  # parked | waiting | behind
    Column("reason", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", BIG, nullable=False),  # ms of the machine's clock: a story's stands still
)
Index("ix_ledger_parked_subject", parked.c.source, parked.c.subject)

job = Table(
    "ledger_job",
    METADATA,
    Column("id", String(140), primary_key=True),
    Column("kind", String(60), nullable=False),
    Column("subject", String(140), nullable=False),
    Column("args", Text, nullable=False),
    Column("run_at", BIG, nullable=False),  # ms of the site's clock: when it is due
    Column("tries", Integer, nullable=False),
    Column("next_at", BIG, nullable=False),  # ms of the machine's clock: when to try again
    Column("reason", Text),
    Column("done_at", BIG),
    Column("correlation", String(140), nullable=False, server_default=""),
)
Index("ix_ledger_job_open", job.c.done_at, job.c.run_at)

counter = Table(
    "ledger_counter",
    METADATA,
    Column("name", String(140), primary_key=True),
    Column("last", BIG, nullable=False),
)
